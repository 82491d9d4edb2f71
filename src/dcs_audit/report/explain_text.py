"""Why a duty has its verdict, for people to read: the same look as the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dcs_audit import __version__
from dcs_audit.explaining.evidence import decides
from dcs_audit.explaining.model import Change, CheckStory, Clause, Explanation, Question, Step, Story, Way
from dcs_audit.locale.phrases import Argument, Lang, Phrase, Sentence, Text, day
from dcs_audit.locale.screen import SCREEN
from dcs_audit.report import duty_words
from dcs_audit.report.findings import STYLES
from dcs_audit.report.page import STRONG, Page, Part
from dcs_audit.report.words import about, citation, citations, counted, distance, place, timing
from dcs_audit.verdicts.model import DutyResult, Status

_INDENT = 2
_INNER = 4
_LABEL = 15
_PLACED = frozenset({"record", "counted_record", "evidence"})
"""Steps whose sentences do not say where they are read."""
_DIGEST_SHOWN = len("sha256:") + 12


def render(explanation: Explanation, lang: Lang, width: int, colour: bool) -> str:
    """The explanation of one rule or duty."""
    page = Page(lang, width, colour)
    _title(page, explanation)
    several = len(explanation.stories) > 1
    if several:
        _overview(page, explanation)
    _law(page, explanation)
    for story in explanation.stories:
        _story(page, story, explanation)
    if explanation.instead:
        page.heading(page.word("explain.none"))
        _steps(page, explanation.instead, _INDENT)
    _trust(page, explanation)
    return page.text()


def _title(page: Page, explanation: Explanation) -> None:
    report = explanation.report
    page.paragraph((page.word("explain.title"), STRONG))
    page.paragraph((str(report.unit.get("name", "")), STRONG))
    page.blank()
    page.labelled(page.word("label.year"), page.word("year_as_of", year=report.year, day=day(report.as_of)))
    rule_id = explanation.rule.id if explanation.rule is not None else explanation.asked
    page.labelled(page.word("explain.rule"), (page.say(explanation.title), STRONG), f" · {rule_id}")
    if explanation.message is not None:
        page.labelled(page.word("label.demand"), page.say(explanation.message))


def _overview(page: Page, explanation: Explanation) -> None:
    """Which duties the rule gives, by verdict."""
    stories = explanation.stories
    counts = Counter(story.result.status for story in stories)
    told = ", ".join(f"{counts[s]} {page.word(f'status.{s}')}" for s in Status if counts[s])
    duties = counted("duty", len(stories), page.lang)
    page.labelled(page.word("explain.judged"), page.word("explain.several", duties=duties, counts=told))
    page.labelled("", page.word("explain.one_of_them", duty=stories[0].result.duty))


def _law(page: Page, explanation: Explanation) -> None:
    page.heading(page.word("explain.law"))
    titled: set[tuple[str, int | None]] = set()
    for clause in explanation.law:
        article = (clause.place.source, clause.place.article)
        _clause(page, clause, first=article not in titled)
        titled.add(article)
    rule = explanation.rule
    if rule is not None:
        known = "explain.verified" if rule.verified else "unverified"
        page.labelled(page.word("label.note"), page.word(known), indent=_INDENT)
        if rule.note is not None:
            page.labelled("", rule.note.vi if page.lang == "vi" else rule.note.en, indent=_INDENT)
    page.paragraph(page.word("explain.wording"), indent=_INDENT)


def _clause(page: Page, clause: Clause, *, first: bool) -> None:
    """A place in a text; the title of an article is said once."""
    title = f" – {page.say(clause.title)}" if clause.title is not None and first else ""
    if not first:
        page.bullet((citation(clause.place, page.lang), STRONG), indent=_INDENT)
        return
    known = page.word(f"explain.text.{clause.source.text}")
    page.bullet((citation(clause.place, page.lang), STRONG), f"{title} ({known})", indent=_INDENT)


def _story(page: Page, story: Story, explanation: Explanation) -> None:
    result = story.result
    which = about(result, explanation.report.year, page.lang)
    page.blank()
    head = page.word(f"status.{result.status}").upper()
    parts: list[Part] = [(head, STYLES[result.status]), " · ", (page.say(result.title), STRONG)]
    page.paragraph(*parts, f" – {which}" if which else "")
    page.paragraph("─" * page.width)
    page.paragraph(page.say(_apart(result.message)), indent=_INDENT)
    _verdict(page, story)
    _part(page, _why(result), story.why)
    _part(page, "explain.records", story.records)
    _part(page, "explain.evidence", story.evidence)
    _part(page, "explain.deadline", story.deadline)
    if story.checks:
        _head(page, "explain.checks")
        for number, check in enumerate(story.checks):
            if number:
                page.blank()
            _check(page, check)
    if _counts_days(story):
        page.blank()
        page.paragraph(page.word("explain.counting"), indent=_INDENT)
    _part(page, "explain.unasked", story.unasked)
    _changes(page, story.changes)
    _head(page, "explain.cure")
    for step in story.cure:
        label = "label.remedy" if step.key == "remedy" else None
        if label is None:
            page.bullet(page.say(step.text), indent=_INDENT)
        else:
            page.labelled(page.word(label), page.say(step.text), indent=_INDENT)


def _counts_days(story: Story) -> bool:
    """Whether a deadline was counted from an event by a number that a text sets."""
    asked = (question.steps for check in story.checks for way in check.ways for question in way.questions)
    return any(_by_law(steps) for steps in (story.deadline, *asked))


def _by_law(steps: Sequence[Step]) -> bool:
    found = {step.key: step for step in steps}
    return {"trigger", "number", "due"} <= found.keys() and found["number"].data["known"] != "practice"


def _apart(message: Sentence) -> Sentence:
    """How the duty stands, without what it is: that is said above for all."""
    if isinstance(message, Text):
        return message
    args = tuple((name, Text("", "") if name == "duty" else _inner(value)) for name, value in message.args)
    return Phrase(message.key, args)


def _inner(value: Argument) -> Argument:
    return _apart(value) if isinstance(value, Phrase) else value


def _verdict(page: Page, story: Story) -> None:
    result = story.result
    if result.waiver is not None:
        page.labelled(page.word("label.waiver"), duty_words.waiver(result.waiver, page.lang), indent=_INDENT)
    if result.underlying is not None:
        under = duty_words.underlying(result.underlying, page.lang)
        page.labelled(page.word("label.verdict"), (under, STYLES[result.underlying]), indent=_INDENT)
    when = timing(result.status, result.due, result.days, page.lang)
    if when:
        page.labelled(page.word("label.due"), when, indent=_INDENT)
    page.labelled(page.word("label.rule"), result.duty, indent=_INDENT)


def _why(result: DutyResult) -> str:
    if result.status is Status.NOT_APPLICABLE:
        return "explain.why.not"
    unclear = result.status is Status.NEEDS_REVIEW and not decides(result)
    return "explain.why.unclear" if unclear else "explain.why.applies"


def _head(page: Page, key: str) -> None:
    page.blank()
    page.paragraph((page.word(key), STRONG))


def _part(page: Page, key: str, steps: Sequence[Step]) -> None:
    if steps:
        _head(page, key)
        _steps(page, steps, _INDENT)


def _steps(page: Page, steps: Iterable[Step], indent: int, told: set[Sentence] | None = None) -> None:
    """Each step on a line of its own; a label that repeats is not said again, nor what is in `told`."""
    last = ""
    for step in steps:
        if told is not None:
            if step.text in told:
                continue
            told.add(step.text)
        key = f"explain.step.{step.key}"
        label = page.word(key) if key in SCREEN else ""
        deeper = 0 if step.key != "fact" else 2
        page.labelled(
            "" if label == last else " " * deeper + label,
            page.say(step.text),
            _origin(page, step),
            indent=indent,
            columns=_LABEL,
        )
        last = label


def _origin(page: Page, step: Step) -> str:
    """The clause and the line of the unit file, after the sentence; of a record its path, too."""
    legal = citations(step.basis, page.lang)
    told = f" ({legal})" if legal else ""
    if step.path is not None and step.key in _PLACED:
        return f"{told} – {place(step.path, step.line, page.lang)}"
    return told if step.line is None else f"{told} – {page.word('line', line=step.line)}"


def _check(page: Page, check: CheckStory) -> None:
    result, lang = check.result, page.lang
    told = page.word(f"status.{result.status}")
    far = distance(result.status, result.days, lang)
    if far:
        told = far if result.status is Status.LATE else f"{told}, {far}"
    weight = page.word("weight", severity=page.word(f"severity.{result.severity}"))
    parts: list[Part] = [(page.say(result.title), STRONG), ": ", (told, STYLES[result.status]), f" · {weight}"]
    page.bullet(*parts, indent=_INDENT)
    page.labelled(
        page.word("label.basis"),
        citations(result.basis, lang) + _unverified(page, check),
        indent=_INNER,
        columns=_LABEL,
    )
    page.labelled(page.word("label.expected"), page.say(result.expected), indent=_INNER, columns=_LABEL)
    page.labelled(page.word("label.actual"), page.say(result.actual), indent=_INNER, columns=_LABEL)
    page.labelled(page.word("label.record"), place(result.record, result.line, lang), indent=_INNER, columns=_LABEL)
    if result.reason is not None:
        page.labelled(page.word("label.reason"), page.say(result.reason), indent=_INNER, columns=_LABEL)
    _steps(page, check.gate, _INNER)
    _steps(page, check.steps, _INNER)
    already: set[Sentence] = set()
    for number, way in enumerate(check.ways, start=1):
        _way(page, way, number if len(check.ways) > 1 else 0, already)


def _unverified(page: Page, check: CheckStory) -> str:
    return "" if check.result.verified else f" ({page.word('unverified')})"


def _way(page: Page, way: Way, number: int, told: set[Sentence]) -> None:
    if number:
        state = {True: "", False: page.word("explain.way_shut"), None: page.word("explain.way_unknown")}[way.open]
        page.labelled(
            page.word("explain.way", number=number), state or _asked(page, way.questions), indent=_INNER, columns=_LABEL
        )
        _steps(page, way.gate, _INNER + 2)
        if way.open is False:
            return
    for question in way.questions:
        _steps(page, question.steps, _INNER + 2 if number else _INNER, told)


def _asked(page: Page, questions: Sequence[Question]) -> str:
    pairs = ((page.say(one.expected), page.say(one.actual)) for one in questions)
    return "; ".join(page.word("wants", expected=expected, actual=actual) for expected, actual in pairs)


def _changes(page: Page, changes: Sequence[Change]) -> None:
    if not changes:
        return
    _head(page, "explain.changes")
    last = None
    for change in changes:
        if change.about is not None and change.about != last:
            page.paragraph(page.word("explain.for_check", check=page.say(change.about)), indent=_INDENT)
        last = change.about
        parts: list[Part] = [page.say(change.text)]
        if change.line is not None:
            parts.append(f" ({page.word('line', line=change.line)})")
        page.bullet(*parts, indent=_INNER if change.about is not None else _INDENT)
        _outcome(page, change)
    if any(change.status is not None or change.then is not None for change in changes):
        page.paragraph(page.word("explain.tried"), indent=_INDENT)


def _outcome(page: Page, change: Change) -> None:
    """What the trial gave."""
    indent = _INNER + 2 if change.about is not None else _INNER
    if change.status is None and change.then is None:
        return
    then = page.say(change.then) if change.then is not None else ""
    if change.status is None:
        page.paragraph(f"→ {then}", indent=indent)
        return
    told = page.word(f"status.{change.status}")
    far = distance(change.status, change.days, page.lang)
    if far:
        told = far if change.status is Status.LATE else f"{told}, {far}"
    told = f"{told}; {then}" if then else told
    parts: list[Part] = ["→ "]
    if change.check is not None and change.check is not change.status:
        known = page.word(f"status.{change.check}")
        page.paragraph(page.word("explain.arrow_check", check=known, status=told), indent=indent)
        return
    parts.append((told, STYLES[change.status]))
    page.paragraph(*parts, indent=indent)


def _trust(page: Page, explanation: Explanation) -> None:
    """What produced this, so that someone else can run the same again."""
    report = explanation.report
    page.blank()
    page.paragraph(
        page.word(
            "trust",
            version=__version__,
            engine=report.engine,
            rulebook=report.rulebook_digest[:_DIGEST_SHOWN],
            path=report.input_path,
            input=report.input_digest[:_DIGEST_SHOWN],
        )
    )

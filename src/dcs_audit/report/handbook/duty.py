"""One version of a rule as sections of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dcs_audit.law import inside
from dcs_audit.law.model import Attest, Due, Rule, Selector, Source
from dcs_audit.locale import record_words
from dcs_audit.locale.phrases import day
from dcs_audit.report.handbook.check_cards import check_card, number_lines
from dcs_audit.report.handbook.examples import Example
from dcs_audit.report.handbook.outcomes import outcomes
from dcs_audit.report.handbook.pages import Badge, Fact, Section, Version
from dcs_audit.report.handbook.questions import gate_card
from dcs_audit.report.handbook.speech import Speech

PHRASED: dict[type, frozenset[str]] = {
    Rule: frozenset(
        {
            *("id", "title", "message", "remedy", "basis", "group", "severity", "applies_to", "in_force", "every"),
            *("per", "items", "none", "record", "judge", "follows", "requires", "exempt", "absent", "absent_reason"),
            *("absent_review", "nil", "due", "moot", "checks", "verified", "note", "attest"),
        }
    ),
    Selector: frozenset({"section", "where", "except_", "open_if_absent", "pick", "subject", "parts", "total"}),
    Due: frozenset(
        {"by", "before", "after_period", "period_end", "done", "late_as", "early_as", "late_reason", "basis"}
    ),
    Attest: frozenset({"question", "nil"}),
}
"""Fields that are put into words here; any other is shown as `key: value`."""


def version_of(speech: Speech, rule: Rule, title: str, example: Example | None) -> Version:
    """Everything about one version of a rule."""
    badges = (
        speech.severity(rule.severity),
        *(Badge(speech.screen(f"type.{kind}")) for kind in rule.applies_to),
        *speech.unverified(rule.verified),
    )
    sections = (
        Section(speech.say("section.duty"), tuple(_duty(speech, rule))),
        *judging(speech, rule),
        *_example(speech, example),
        Section(speech.say("section.sources"), tuple(_sources(speech, rule))),
    )
    return Version(title, speech.text(rule.message), badges, _told(sections))


def judging(speech: Speech, rule: Rule) -> tuple[Section, ...]:
    """By what a version of a rule is judged: the records that count, the checks and their numbers, when it does not
    apply, the last day, what each verdict means.
    """
    cards = tuple(check_card(speech, rule, use) for use in rule.checks)
    return _told(
        (
            Section(speech.say("section.record"), tuple(_record(speech, rule))),
            Section(speech.say("section.checks", number=len(cards)), cards=cards),
            *_gates(speech, rule),
            *_due_section(speech, rule),
            Section(speech.say("section.verdicts"), lines=tuple(outcomes(speech, rule))),
        )
    )


def _told(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Without those that have nothing to say."""
    return tuple(part for part in sections if part.facts or part.cards or part.lines or part.code)


def in_force(speech: Speech, rule: Rule) -> str:
    """The days on which the version holds."""
    start, end = rule.in_force.from_, rule.in_force.to
    if end is None:
        return speech.screen("in_force.from", start=day(start))
    return speech.screen("in_force.span", start=day(start), end=day(end))


def _duty(speech: Speech, rule: Rule) -> list[Fact]:
    groups = {group.id: group.title for group in speech.book.groups}
    title = groups[rule.group]
    parts = (rule.every,) if isinstance(rule.every, str) else rule.every
    each = [] if rule.per is None else [speech.optional(f"per.{rule.per}") or f"`{rule.per}`"]
    return [
        *speech.fact("question", "" if rule.attest is None else speech.text(rule.attest.question)),
        *speech.fact("remedy", speech.text(rule.remedy)),
        *speech.fact("who", *(speech.screen(f"type.{kind}") for kind in rule.applies_to)),
        *speech.fact("basis", speech.cited(rule.basis)),
        *speech.fact("in_force", in_force(speech, rule)),
        *speech.fact("every", ", ".join(speech.screen(f"every.{part}") for part in parts), *each),
        *speech.fact("items", *(speech.value(item) for item in rule.items)),
        *speech.fact("group", f"{title.vi if speech.lang == 'vi' else title.en} (`{rule.group}`)"),
        *speech.fact("note", "" if rule.note is None else speech.text(rule.note)),
        *speech.fact("more", *speech.rest(rule, PHRASED[Rule]), *_rest_of_attest(speech, rule)),
    ]


def _rest_of_attest(speech: Speech, rule: Rule) -> list[str]:
    return [] if rule.attest is None else speech.rest(rule.attest, PHRASED[Attest])


def _record(speech: Speech, rule: Rule) -> list[Fact]:
    """Which records answer the duty."""
    chosen = rule.record
    named = record_words.section(chosen.section, speech.lang)
    picked = "" if chosen.pick == "all" else speech.optional(f"pick.{chosen.pick}") or f"`pick: {chosen.pick}`"
    return [
        *speech.fact("section", f"{named} (`records.{chosen.section}`)"),
        *speech.fact("where", *_filters(speech, chosen)),
        *speech.fact("pick", picked),
        *speech.fact("subject", "" if chosen.subject is None else speech.key(chosen.subject)),
        *speech.fact("parts", *(speech.screen(f"every.{part}") for part in chosen.parts)),
        *speech.fact("total", "" if chosen.total is None else speech.say("total", of=speech.key(chosen.total))),
        *speech.fact("judge", speech.optional(f"judge.{rule.judge}") or f"`{rule.judge}`"),
        *speech.fact("follows", "" if rule.follows is None else speech.say("follows", rule=rule.follows)),
        *speech.fact("nil", "" if rule.nil is None else speech.optional(f"nil.{rule.nil}") or f"`{rule.nil}`"),
        *speech.fact("more", *speech.rest(chosen, PHRASED[Selector])),
    ]


def _filters(speech: Speech, chosen: Selector) -> Iterator[str]:
    for path, values in chosen.where.items():
        told = speech.say("q.is", of=speech.key(path), values=speech.values(values))
        yield f"{told}; {speech.say('open')}" if path in chosen.open_if_absent else told
    for path, values in chosen.except_.items():
        yield speech.say("q.is_not", of=speech.key(path), values=speech.values(values))


def _gates(speech: Speech, rule: Rule) -> Iterator[Section]:
    keyed = (
        ("requires", (rule.requires,) if rule.requires else ()),
        ("exempt", rule.exempt),
        ("absent_review", (rule.absent_review,) if rule.absent_review else ()),
    )
    for key, gates in keyed:
        if gates:
            needed = key == "requires"
            cards = tuple(gate_card(speech, gate, needed=needed) for gate in gates)
            yield Section(speech.say(f"section.{key}"), cards=cards)


def _late(speech: Speech, due: Due) -> str:
    """What lateness means, and why where the pack says so."""
    told = speech.optional(f"late_as.{due.late_as}") or f"`{due.late_as}`"
    return told if due.late_reason is None else f"{told}: {speech.text(due.late_reason)}"


def _due_section(speech: Speech, rule: Rule) -> Iterator[Section]:
    due = rule.due
    if due is None:
        return
    facts = [
        *speech.fact("due", due_words(speech, rule, due)),
        *speech.fact("done", speech.say("done") if due.done is None else speech.key(due.done)),
        *speech.fact("late_as", _late(speech, due)),
        *speech.fact("early_as", "" if due.early_as is None else speech.say("early_as")),
        *speech.fact("basis", speech.cited(due.basis)),
        *speech.fact("numbers", *_due_numbers(speech, due)),
        *speech.fact("more", *speech.rest(due, PHRASED[Due])),
    ]
    yield Section(speech.say("section.due"), tuple(facts))


def due_words(speech: Speech, rule: Rule, due: Due) -> str:
    """The last good day in words."""
    if due.by is not None:
        return speech.say("due.by", day=_of_year(due.by))
    if due.before is not None:
        return speech.say("due.before", day=_of_year(due.before))
    if due.after_period is not None:
        key = "due.working_year" if rule.every == "working_year" else "due.after_period"
        return speech.say(key, length=speech.number(due.after_period))
    return speech.say("due.period_end")


def _of_year(value: str) -> str:
    """`06-10` as 10/06."""
    month, of_month = value.split("-")
    return f"{of_month}/{month}"


def _due_numbers(speech: Speech, due: Due) -> Iterator[str]:
    for name in inside.names(due, speech.book.parameters):
        yield from number_lines(speech, speech.book.parameters[name])


def _example(speech: Speech, example: Example | None) -> Iterator[Section]:
    if example is not None:
        told = speech.say("example", case=example.name, file=example.file, day=day(example.as_of))
        yield Section(speech.say("section.example"), lines=(told,), code=example.yaml)


def _sources(speech: Speech, rule: Rule) -> list[Fact]:
    """The texts that the rule and its checks cite, and how well their wording is known."""
    used = (rule, *(speech.book.checks[use.check] for use in rule.checks))
    cited = dict.fromkeys(cite.source for model in used for cite in inside.cites(model))
    verified = speech.say("verified.yes" if rule.verified else "verified.no")
    return [*speech.fact("verified", verified), *(source_fact(speech, speech.book.sources[name]) for name in cited)]


def source_fact(speech: Speech, source: Source) -> Fact:
    """A legal text: its title, its days in force, which wording was read."""
    window = source.in_force
    span = (
        speech.screen("in_force.from", start=day(window.from_))
        if window.to is None
        else speech.screen("in_force.span", start=day(window.from_), end=day(window.to))
    )
    lines = [speech.text(source.title), speech.say("source.in_force", span=span)]
    lines.append(speech.optional(f"source.{source.text}") or f"`{source.text}`")
    lines += [] if source.note is None else [speech.text(source.note)]
    return Fact(speech.text(source.short), tuple(lines))

"""The report in GitHub-flavoured Markdown, on one unit or a fleet. It holds no HTML and no link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dcs_audit.fleet.share import Share
from dcs_audit.fleet.tally import Tally
from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen
from dcs_audit.report.fleet_outline import FleetOutline, Table, fleet_outline
from dcs_audit.report.interface import Options
from dcs_audit.report.markdown import code, table, text, whole
from dcs_audit.report.outline import Count, Outline, outline
from dcs_audit.report.outline_entries import Criterion, Entry, Fact
from dcs_audit.report.outline_steps import Step
from dcs_audit.report.roster import Roster
from dcs_audit.report.trust import Mark
from dcs_audit.verdicts.model import Report


def render(report: Report, options: Options) -> str:
    """The report on one unit."""
    return whole(_unit(outline(report, options), options.lang))


class MarkdownFrame:
    """The roll-up of a fleet, written when all units have gone by."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._roster = Roster()

    def begin(self) -> str:
        """Nothing yet."""
        return ""

    def unit(self, part: None, share: Share) -> str:
        """Nothing yet."""
        self._roster.add(share)
        return ""

    def end(self, tally: Tally) -> str:
        """Everything."""
        return whole(_fleet(fleet_outline(tally, self._roster, self._options), self._options.lang))


def _unit(page: Outline, lang: Lang) -> Iterator[str]:
    yield from (f"# {text(page.title)}", "", f"**{text(page.unit)}**", "", *_facts(page.facts))
    yield from ("", f"## {text(page.duties)}", "")
    yield from _numbers(page.violations, page.levels, page.counts, lang)
    yield from ("", f"**{screen('label.score', lang)}:** {text(page.score)}. {text(page.how)}")
    yield from _warnings(page.filters, lang)
    yield from _steps(page, lang)
    yield from ("", f"## {text(page.found)}", "")
    if not page.groups:
        yield screen("outline.none_shown" if page.filters else "fleet.no_violation", lang)
    for group in page.groups:
        yield from ("", f"### {text(group.title)}", "")
        for entry in group.entries:
            yield from _entry(entry, lang)
    for section in page.sections:
        yield from ("", f"## {text(section.title)}", "", text(section.note), "")
        for entry in section.entries:
            yield from _item(entry, lang)
    yield from _listed("heading.notices", page.notices, lang)
    yield from _listed("heading.not_checked", page.not_checked, lang)
    yield from _trust(page.trust, lang)


def _numbers(violations: str, levels: str, counts: Iterable[Count], lang: Lang) -> Iterator[str]:
    yield from (f"**{text(violations)}**: {text(levels)}", "")
    head = [screen(key, lang) for key in ("outline.status", "outline.duties")]
    yield from table(head, [[text(count.word), str(count.number)] for count in counts], [1])


def _warnings(sentences: Sequence[str], lang: Lang) -> Iterator[str]:
    for sentence in sentences:
        yield from ("", f"> **{screen('label.note', lang)}:** {text(sentence)}")


def _steps(page: Outline, lang: Lang) -> Iterator[str]:
    yield from ("", f"## {screen('heading.to_do', lang)}", "")
    for number, step in enumerate(page.steps, start=1):
        yield from _step(number, step, lang)
    if not page.steps:
        yield text(page.nothing)
    yield from ("", text(page.next_date))


def _step(number: int, step: Step, lang: Lang) -> Iterator[str]:
    margin = " " * len(f"{number}. ")
    yield f"{number}. {text(step.what)}"
    if not step.rule:
        yield f"{margin}- {text(step.why)}"
        return
    yield f"{margin}- **{screen('outline.duty', lang)}:** {text(step.why)} ({text(step.rule)}): {_weighed(step)}"
    if step.when:
        yield f"{margin}- **{screen('label.due', lang)}:** {text(step.when)}"
    yield from (f"{margin}{line}" for line in _facts(step.cases))
    yield f"{margin}- **{screen('label.basis', lang)}:** {text(step.basis)}"


def _weighed(step: Step) -> str:
    return ", ".join(text(part) for part in (step.weight, step.word) if part)


def _entry(entry: Entry, lang: Lang) -> Iterator[str]:
    """A violation, under a heading of its own."""
    yield from ("", f"#### {text(entry.title)}", "")
    yield f"{_badges(entry)}"
    yield from ("", text(entry.lead), "")
    yield from _details(entry, lang, "")


def _item(entry: Entry, lang: Lang) -> Iterator[str]:
    """A duty of another verdict, as an entry of a list."""
    lead = f": {text(entry.lead)}" if entry.lead else ""
    attested = f" – {text(entry.attested)}" if entry.attested else ""
    yield f"- **{text(entry.title)}** ({text(entry.rule)}){attested}{lead}"
    yield from _details(entry, lang, "  ")


def _badges(entry: Entry) -> str:
    marks = [f"**{text(entry.word.upper())}**", text(entry.weight), text(entry.attested), text(entry.rule)]
    return " · ".join(mark for mark in marks if mark)


def _details(entry: Entry, lang: Lang, margin: str) -> Iterator[str]:
    if entry.when:
        yield f"{margin}- **{screen('label.due', lang)}:** {text(entry.when)}"
    yield from (f"{margin}{line}" for line in _facts(entry.cases))
    for check in entry.checks:
        yield from (f"{margin}{line}" for line in _check(check, lang))
    yield from (f"{margin}{line}" for line in _facts(entry.facts))


def _check(check: Criterion, lang: Lang) -> Iterator[str]:
    yield f"- **{screen('label.check', lang)}:** {text(check.title)}: **{text(check.verdict)}**"
    yield from (f"  {line}" for line in _facts(check.facts))


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        yield f"- **{text(fact.label)}:** {code(fact.text) if fact.literal else text(fact.text)}"


def _listed(key: str, sentences: Sequence[str], lang: Lang) -> Iterator[str]:
    if sentences:
        yield from ("", f"## {screen(key, lang)}", "", *(f"- {text(sentence)}" for sentence in sentences))


def _trust(marks: Iterable[Mark], lang: Lang) -> Iterator[str]:
    yield from ("", f"## {screen('heading.trust', lang)}", "")
    yield from (f"- **{text(mark.label)}:** {text(mark.value)}" for mark in marks)


def _fleet(page: FleetOutline, lang: Lang) -> Iterator[str]:
    yield from (f"# {text(page.title)}", "", *_facts(page.facts))
    yield from _warnings([*page.filters, *filter(None, [page.broken_off])], lang)
    yield from ("", f"## {text(page.units)}", "")
    if page.figures:
        yield from _figures(page, lang)
    if page.not_audited:
        yield from ("", f"## {text(page.not_audited_title)}", "", *(f"- {code(path)}" for path in page.not_audited))
        yield from ("", text(page.more_files))
    yield from _listed("heading.not_checked", page.not_checked, lang)
    yield from _trust(page.trust, lang)


def _figures(page: FleetOutline, lang: Lang) -> Iterator[str]:
    yield from (f"{text(page.total)}.", "")
    yield from _numbers(page.violations, page.levels, page.counts, lang)
    yield from _table(page.ratings)
    if page.targets:
        yield from ("", f"## {screen('fleet.heading.targets', lang)}", "")
    for target in page.targets:
        reached = f"{text(target.reached)} – " if target.reached else ""
        yield from (f"- **{text(target.title)}**: {reached}**{text(target.verdict)}**",)
        yield from (f"  {line}" for line in _facts(target.facts))
    for slice_ in page.slices:
        yield from _table(slice_)
    if page.matrices:
        yield from ("", f"## {text(page.matrices[0].title)}", "", *(f"- {text(entry)}" for entry in page.legend))
    for matrix in page.matrices:
        yield from ("", *_rows(matrix))
    yield from _table(page.frequent, empty=screen("fleet.no_violation", lang))
    yield from _table(page.roster)


def _table(of: Table, empty: str = "") -> Iterator[str]:
    yield from ("", f"## {text(of.title)}", "")
    yield from _rows(of) if of.rows else [empty]
    yield from ("", text(of.note))


def _rows(of: Table) -> Iterator[str]:
    numbers = [column for column in range(len(of.head)) if of.numeric(column)]
    return table([text(cell) for cell in of.head], ([text(cell) for cell in row] for row in of.rows), numbers)

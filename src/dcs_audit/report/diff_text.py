"""Two reports on one unit compared, for people: first what got worse, then what got better, then what stayed."""

from __future__ import annotations

from collections.abc import Sequence

from dcs_audit import __version__
from dcs_audit.locale.phrases import Lang, day
from dcs_audit.report.diff_words import doubts, status_word, stood, verdict
from dcs_audit.report.page import BAD, DOUBTFUL, GOOD, SOON, STRONG, Page
from dcs_audit.report.words import citations, counted, period_words
from dcs_audit.verdicts.comparing import Change, Comparison, Kind
from dcs_audit.verdicts.model import Severity
from dcs_audit.verdicts.saved import SavedDuty, SavedReport

_STYLES = {Kind.NEW: BAD, Kind.WORSE: BAD, Kind.FIXED: GOOD, Kind.EASED: SOON, Kind.OPEN: ""}
_PARTS = ("newly_due", "by_evidence")
"""Counts that are a part of the one before, told where there are any."""
_WEIGHT = {severity: rank for rank, severity in enumerate(Severity)}
_INDENT = 4
_DIGEST_SHOWN = len("sha256:") + 12


def render(comparison: Comparison, lang: Lang, width: int, colour: bool) -> str:
    """The whole comparison."""
    page = Page(lang, width, colour)
    fixed = [change for change in comparison.of(Kind.FIXED) if change.put_right]
    hidden = [change for change in comparison.of(Kind.FIXED) if not change.put_right]
    _title(page, comparison)
    _totals(page, comparison, len(fixed), len(hidden))
    year = comparison.new.year
    _in_full(page, "new", comparison.of(Kind.NEW), year)
    _in_full(page, "worse", comparison.of(Kind.WORSE), year)
    _in_short(page, "fixed", fixed, year)
    _in_short(page, "hidden", hidden, year)
    _in_short(page, "eased", comparison.of(Kind.EASED), year)
    _in_short(page, "open", comparison.of(Kind.OPEN), year)
    _moved(page, comparison)
    page.blank()
    digests = dict.fromkeys(report.digest[:_DIGEST_SHOWN] for report in (comparison.old, comparison.new))
    page.paragraph(" · ".join([f"dcs-audit {__version__}", *digests]))
    return page.text()


def _title(page: Page, comparison: Comparison) -> None:
    page.paragraph((page.word("compare.title"), STRONG))
    page.paragraph((comparison.new.name, STRONG))
    page.blank()
    page.labelled(page.word("compare.label.old"), _run(page, comparison.old))
    page.labelled(page.word("compare.label.new"), _run(page, comparison.new))
    for sentence in doubts(comparison, page.lang):
        page.labelled(page.word("label.note"), (sentence, DOUBTFUL))


def _run(page: Page, report: SavedReport) -> str:
    violations = counted("violation", report.violations, page.lang)
    blanks = {"year": report.year, "day": day(report.as_of), "path": report.path}
    return page.word("compare.run", violations=violations, **blanks)


def _totals(page: Page, comparison: Comparison, fixed: int, hidden: int) -> None:
    page.heading(page.word("compare.heading.totals"))
    counts = comparison.counts
    newly_due = sum(change.newly_due for change in comparison.of(Kind.NEW))
    rows: list[tuple[str, int, str]] = [
        ("new", counts[Kind.NEW], _STYLES[Kind.NEW]),
        ("newly_due", newly_due, ""),
        ("worse", counts[Kind.WORSE], _STYLES[Kind.WORSE]),
        ("fixed", fixed, _STYLES[Kind.FIXED]),
        ("hidden", hidden, ""),
        ("eased", counts[Kind.EASED], ""),
        ("open", counts[Kind.OPEN], ""),
        ("moved", comparison.moved.total(), ""),
        ("by_evidence", len(comparison.by_evidence), ""),
        ("same", comparison.same, ""),
    ]
    totals(page, rows)
    if not set(comparison.counts) - {Kind.OPEN}:
        page.blank()
        page.paragraph(page.word("compare.nothing"), indent=2)


def totals(page: Page, rows: Sequence[tuple[str, int, str]]) -> None:
    """A line for each count: the message `compare.total.NAME`, the number, and a style where it is not 0."""
    for name, number, style in rows:
        if name not in _PARTS or number:
            part = " " * 4 * (name in _PARTS)
            count_line(page, f"{part}{number:>5}", page.word(f"compare.total.{name}"), style if number else "")


def count_line(page: Page, number: str, what: str, style: str) -> None:
    """A number and what it counts."""
    page.labelled(number, (what, style), indent=1, columns=len(number) + 2)


def _in_full(page: Page, name: str, changes: Sequence[Change], year: int) -> None:
    """What to act on, the gravest first; a rule with several such duties is told once."""
    by_rule: dict[tuple[str, Severity], list[Change]] = {}
    for change in sorted(changes, key=lambda change: _WEIGHT[change.duty.severity]):
        by_rule.setdefault((change.duty.rule, change.duty.severity), []).append(change)
    if changes:
        page.heading(page.word(f"compare.heading.{name}", number=len(changes)))
    for number, alike in enumerate(by_rule.values()):
        if number:
            page.blank()
        _rule(page, alike, year)


def _rule(page: Page, changes: Sequence[Change], year: int) -> None:
    duty = changes[0].duty
    which = _which(page, duty, year) if len(changes) == 1 else ""
    title = page.say(duty.title) + (f" – {which}" if which else "")
    page.paragraph((title, STRONG), f" · {page.word(f'severity.{duty.severity}')}")
    label = page.word("label.verdict")
    for change in changes:
        which = _which(page, change.duty, year) if len(changes) > 1 else ""
        told = stood(change, page.lang) + (f", {page.word('compare.newly_due')}" if change.newly_due else "")
        page.labelled(label, f"{which}: " if which else "", (told, _STYLES[change.kind]), indent=_INDENT)
        label = ""
    legal = f"{citations(duty.basis, page.lang)} · {page.word('rule_id', id=duty.rule)}"
    page.labelled(page.word("label.basis"), legal, indent=_INDENT)
    page.labelled(page.word("label.remedy"), page.say(duty.remedy), indent=_INDENT)


def _in_short(page: Page, name: str, changes: Sequence[Change], year: int) -> None:
    if changes:
        page.heading(page.word(f"compare.heading.{name}", number=len(changes)))
    for change in changes:
        duty, which = change.duty, _which(page, change.duty, year)
        title = page.say(duty.title) + (f" – {which}" if which else "")
        page.bullet((title, STRONG), f" ({duty.rule}) · {page.word(f'severity.{duty.severity}')}", indent=1)
        told = verdict(change.after, page.lang) if change.kind is Kind.OPEN else stood(change, page.lang)
        page.paragraph((told, _STYLES[change.kind]), indent=3)


def _which(page: Page, duty: SavedDuty, year: int) -> str:
    """What tells the duty from others of its rule: its period unless that is the audited year, and its subject."""
    parts = [] if duty.period in ("", str(year)) else [period_words(duty.period, page.lang)]
    return " – ".join([*parts, *([duty.subject] if duty.subject else [])])


def _moved(page: Page, comparison: Comparison) -> None:
    if comparison.moved:
        page.heading(page.word("compare.heading.moved", number=comparison.moved.total()))
    for (before, after), number in sorted(comparison.moved.items(), key=lambda entry: (-entry[1], str(entry[0]))):
        told = page.word("compare.from_to", before=status_word(before, page.lang), after=status_word(after, page.lang))
        page.bullet(f"{counted('duty', number, page.lang)}: {told}", indent=1)
    for old, new in comparison.by_evidence:
        which = _which(page, new, comparison.new.year)
        title = page.say(new.title) + (f" – {which}" if which else "")
        page.bullet((title, STRONG), f" ({new.rule})", indent=1)
        stood = {"before": verdict(old, page.lang), "after": verdict(new, page.lang)}
        page.paragraph(page.word("compare.from_to", **stood), indent=3)

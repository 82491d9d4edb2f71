"""The report on a fleet for people: whatever the number of units, a few pages and never thousands of rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dcs_audit import __version__
from dcs_audit.fleet.goals import Goal, Standing
from dcs_audit.fleet.share import Share
from dcs_audit.fleet.tally import MOST_NAMED, Progress, Slice, Tally, largest, merged
from dcs_audit.locale.phrases import day
from dcs_audit.locale.screen import SCREEN
from dcs_audit.report.fleet_notes import fleet_notes
from dcs_audit.report.interface import MOST_REPORTED, Options
from dcs_audit.report.page import BAD, GOOD, OPEN, STRONG, Page
from dcs_audit.report.trust import fleet_limits
from dcs_audit.report.words import citations, counted, decimal
from dcs_audit.verdicts.model import VIOLATIONS, Severity

_MOST_ROWS = MOST_NAMED
_GROUP_COLUMNS, _NAME_COLUMNS = 7, 20
_DIGEST_SHOWN = len("sha256:") + 12
_APART = (Standing.WAIVED, Standing.NEEDS_REVIEW, Standing.PENDING, Standing.EXEMPT)


def new_page(options: Options) -> Page:
    """An empty page of the size that the options ask for."""
    return Page(options.lang, options.width, options.colour)


class TextFrame:
    """Keeps the first reports until it is known whether there are few enough to show them."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._parts: list[str] = []
        self._shares: list[Share] = []

    def begin(self) -> str:
        """Nothing yet."""
        return ""

    def unit(self, part: str, share: Share) -> str:
        """Nothing yet: what is shown of a unit hangs on how many there are."""
        if len(self._shares) <= MOST_REPORTED:
            self._parts.append(part)
            self._shares.append(share)
        return ""

    def end(self, tally: Tally) -> str:
        """Everything."""
        if self._options.summary or tally.units + len(tally.not_audited) > MOST_REPORTED:
            return overview(tally, self._options)
        page = new_page(self._options)
        _table_of_units(page, self._shares, tally)
        _sections(page, tally, worst=False)
        return "\n\n".join(self._parts) + page.text()


def overview(tally: Tally, options: Options) -> str:
    """The report on a fleet alone."""
    page = new_page(options)
    page.paragraph((page.word("fleet.title"), STRONG))
    page.blank()
    if options.as_of:
        page.labelled(page.word("fleet.as_of"), day(options.as_of))
    label = page.word("label.packs")
    for pack in tally.packs.values():
        page.labelled(label, f"{page.say(pack.title)} ({pack.name})")
        label = ""
    for sentence in options.filters:
        page.labelled(page.word("label.note"), page.say(sentence))
    page.heading(page.word("heading.fleet", number=counted("unit", tally.units, page.lang)))
    _sections(page, tally, worst=True)
    _not_audited(page, tally)
    _limits(page, tally)
    page.blank()
    page.paragraph(_trust(page, tally))
    return page.text()


def _limits(page: Page, tally: Tally) -> None:
    limits = fleet_limits(tally)
    if limits:
        page.heading(page.word("heading.not_checked"))
    for limit in limits:
        page.bullet(page.say(limit), indent=1)


def _trust(page: Page, tally: Tally) -> str:
    """What produced these figures."""
    parts = [f"dcs-audit {__version__}", *tally.engines, *(digest[:_DIGEST_SHOWN] for digest in tally.rulebooks)]
    return " · ".join(parts)


def _table_of_units(page: Page, shares: Sequence[Share], tally: Tally) -> None:
    page.heading(page.word("heading.fleet", number=counted("unit", len(shares), page.lang)))
    if shares:
        _units(page, [(share.name, share) for share in shares])
    _not_audited_list(page, tally)


def _not_audited_list(page: Page, tally: Tally) -> None:
    if tally.not_audited:
        page.blank()
        number = counted("file", len(tally.not_audited), page.lang)
        page.paragraph((page.word("not_audited", number=number), STRONG))
        _paths(page, tally.not_audited)


def _not_audited(page: Page, tally: Tally) -> None:
    if tally.not_audited:
        number = counted("file", len(tally.not_audited), page.lang)
        page.heading(page.word("fleet.heading.not_audited", number=number))
        _paths(page, tally.not_audited)


def _paths(page: Page, paths: Sequence[str]) -> None:
    for path in paths[:_MOST_ROWS]:
        page.bullet(path, indent=1)
    more = len(paths) - _MOST_ROWS
    if more > 0:
        page.paragraph(page.word("fleet.more_files", number=counted("file", more, page.lang)), indent=1)


def _units(page: Page, named: Iterable[tuple[str, Share]]) -> None:
    levels = tuple(Severity)
    head = [page.word("label.unit"), *(page.word(f"severity.{level}") for level in levels), page.word("label.score")]
    rows = [
        [
            name,
            *(str(share.summary.violations.get(level, 0)) for level in levels),
            "–" if share.summary.score is None else decimal(share.summary.score, page.lang),
        ]
        for name, share in named
    ]
    page.table(head, rows)


def _sections(page: Page, tally: Tally, *, worst: bool) -> None:
    if not tally.complete:
        page.paragraph((page.word("fleet.broken_off"), STRONG))
    for sentence in fleet_notes(tally):
        page.labelled(page.word("label.note"), page.say(sentence), indent=1)
    if tally.units == 0:
        return
    _numbers(page, tally)
    _ratings(page, tally)
    _targets(page, tally)
    _slices(page, "type", tally.types)
    _slices(page, "province", tally.provinces)
    _slices(page, "parent", tally.parents)
    _matrices(page, tally)
    _frequent(page, tally)
    if worst and tally.worst:
        page.heading(page.word("fleet.heading.worst"))
        _units(page, [(f"{share.name} ({share.path})", share) for share in tally.worst])


def _numbers(page: Page, tally: Tally) -> None:
    wrong = sum(tally.counts[status] for status in VIOLATIONS)
    levels = ", ".join(f"{tally.violations[level]} {page.word(f'severity.{level}')}" for level in Severity)
    units, duties = counted("unit", tally.units, page.lang), counted("duty", tally.duties, page.lang)
    page.blank()
    page.paragraph(page.word("fleet.total", duties=duties, units=units), ":", indent=1)
    page.paragraph((counted("violation", wrong, page.lang), BAD if wrong else STRONG), f": {levels}", indent=1)


def _ratings(page: Page, tally: Tally) -> None:
    page.heading(page.word("fleet.heading.ratings"))
    rows = [
        [
            page.say(rating.title) if rating.title else page.word("fleet.unrated"),
            str(rating.units),
            _percent(page, rating.units, tally.units),
        ]
        for _, rating in tally.rated
    ]
    page.table([page.word(key) for key in ("fleet.rating", "fleet.units", "fleet.share")], rows)


def _targets(page: Page, tally: Tally) -> None:
    if tally.goals:
        page.heading(page.word("fleet.heading.targets"))
    for number, (goal, progress) in enumerate(tally.goals.items()):
        if number:
            page.blank()
        _target(page, goal, progress)


def _target(page: Page, goal: Goal, progress: Progress) -> None:
    page.paragraph((page.say(goal.title), STRONG))
    met = progress.met(goal)
    if met is None:
        page.paragraph(page.word("target.nobody"), indent=4)
    else:
        units = counted("unit", progress.counted, page.lang)
        percent = _tenths(page, progress.reached, progress.counted)
        reached = page.word("target.reached", reached=progress.reached, counted=units, percent=percent)
        key, style = ("met", GOOD) if met else ("open", OPEN) if progress.can_meet(goal) else ("not_met", BAD)
        page.paragraph(f"{reached} – ", (page.word(f"target.{key}", percent=goal.percent), style), indent=4)
    behind = progress.counts[Standing.BEHIND]
    if behind:
        names = "; ".join(progress.names)
        more = behind - len(progress.names)
        rest = " " + page.word("fleet.more_units", number=counted("unit", more, page.lang)) if more else ""
        page.labelled(page.word("target.behind"), f"{counted('unit', behind, page.lang)}: {names}{rest}", indent=4)
    apart = [page.word(f"target.apart.{s}", number=progress.counts[s]) for s in _APART if progress.counts[s]]
    if apart:
        page.labelled(page.word("target.apart"), "; ".join(apart), indent=4)
    page.labelled(page.word("label.basis"), f"{citations(goal.basis, page.lang)} · {goal.id}", indent=4)


def _slices(page: Page, kind: str, table: dict[str | None, Slice]) -> None:
    """Units by what they have in common; left out where nothing tells them apart."""
    if len(table) < 2 and (kind != "type"):
        return
    page.heading(page.word(f"fleet.heading.{kind}"))
    rows = [
        [name, str(part.units), str(part.faulty), str(part.violations.total())]
        for name, part in _rows(page, kind, table)
    ]
    page.table([page.word(f"fleet.{key}") for key in (kind, "units", "faulty", "violations")], rows)


def _rows(page: Page, kind: str, table: dict[str | None, Slice]) -> list[tuple[str, Slice]]:
    """The largest, and all others as one row."""
    shown, more = largest(table, _MOST_ROWS)
    rows = [(_name(page, kind, value), part) for value, part in shown]
    if more:
        kept = {value for value, _ in shown}
        others = merged([part for value, part in table.items() if value not in kept])
        rows.append((page.word("fleet.others", number=more), others))
    return rows


def _name(page: Page, kind: str, value: str | None) -> str:
    if value is None:
        return page.word("fleet.unsaid")
    key = f"{kind}.{value}"
    return page.word(key) if kind == "type" and key in SCREEN else value


def _matrices(page: Page, tally: Tally) -> None:
    """Violations of each slice by group; as many groups as fit side by side, the others added up."""
    whole = merged(list(tally.types.values())).groups
    if not whole:
        return
    fit = max(1, (page.width - _NAME_COLUMNS) // _GROUP_COLUMNS - 1)
    order = {group: place for place, group in enumerate(tally.groups)}
    ranked = sorted(whole.items(), key=lambda entry: (-entry[1], order.get(entry[0], len(order))))
    groups = [group for group, _ in ranked]
    page.heading(page.word("fleet.heading.matrix"))
    for number, group in enumerate(groups[:fit], start=1):
        title = tally.groups.get(group)
        page.labelled(f"({number})", page.say(title) if title else group, indent=1, columns=5)
    _matrix(page, "type", tally.types, groups, fit)
    if len(tally.parents) > 1:
        _matrix(page, "parent", tally.parents, groups, fit)


def _matrix(page: Page, kind: str, table: dict[str | None, Slice], groups: Sequence[str], fit: int) -> None:
    top, rest = groups[:fit], groups[fit:]
    page.blank()
    head = [page.word(f"fleet.{kind}"), *(f"({number})" for number in range(1, len(top) + 1))]
    rows = []
    for name, part in _rows(page, kind, table):
        others = [str(sum(part.groups[group] for group in rest))] if rest else []
        rows.append([name, *(str(part.groups[group]) for group in top), *others])
    page.table([*head, page.word("fleet.other")] if rest else head, rows)


def _frequent(page: Page, tally: Tally) -> None:
    page.heading(page.word("fleet.heading.frequent"))
    frequent = tally.frequent
    if not frequent:
        page.paragraph(page.word("fleet.no_violation"), indent=1)
        return
    rows = [
        [
            f"{page.say(entry.title)} ({rule})",
            page.word(f"severity.{entry.severity}"),
            str(entry.units),
            _percent(page, entry.units, tally.units),
        ]
        for rule, entry in frequent[:_MOST_ROWS]
    ]
    page.table([page.word(f"fleet.{key}") for key in ("violation", "severity", "units", "share")], rows)
    more = len(frequent) - _MOST_ROWS
    if more > 0:
        page.paragraph(page.word("fleet.more_rules", number=counted("rule", more, page.lang)), indent=1)


def _percent(page: Page, part: int, whole: int) -> str:
    return f"{_tenths(page, part, whole)} %"


def _tenths(page: Page, part: int, whole: int) -> str:
    """A percentage; only all of them are 100,0."""
    return decimal(100.0 if part == whole else min(round(100 * part / whole, 1), 99.9), page.lang)

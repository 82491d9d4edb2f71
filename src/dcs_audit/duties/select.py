"""Which records of a unit file may answer which duty, and for what period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dcs_audit.duties.attributes import DERIVED, NAMED_BY, NATURAL_DATE
from dcs_audit.duties.blueprint import RulePlan
from dcs_audit.duties.context import Context
from dcs_audit.law.periods import STANDING_KEY, YEAR_KEY, Span, part_holding, part_key

if TYPE_CHECKING:
    from dcs_audit.records.period import Period


@dataclass(slots=True)
class Entry:
    """A record of the unit file and where it stands."""

    record: Any
    path: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Records of one period that count as one: the sum of their counts."""

    total: int
    day: date | None
    note: None = None


@dataclass(slots=True)
class Candidate:
    """A record (or several added up) that may answer duties of one rule."""

    plan: RulePlan
    record: Any
    entries: tuple[Entry, ...]
    period: int
    subject: int
    day: date | None
    done: date | None
    done_known: bool
    open_field: str | None = None
    """What to fill in so that it is clear whether the record is meant; None where it is."""

    def may_be_for(self, span: Span) -> bool:
        """Whether the record is for that period of the duty, or may be: it names none, or one that takes it in."""
        if self.period != UNPLACED:
            return self.period == span.key
        named = named_period(self.plan, self.record)
        return named is None or (named.first <= span.last and span.first <= named.last)


UNPLACED = -1
"""The period of a record that does not say when or for what it is."""

WITH_PERIOD = frozenset({"disclosures", "documents", "activities"})
"""Sections whose records may name their period."""


def named_period(plan: RulePlan, record: Any) -> Period | None:
    """The period that a record of the rule's section names."""
    named: Period | None = record.period if plan.rule.record.section in WITH_PERIOD else None
    return named


class Files:
    """The records of a unit file by section and by what they are."""

    def __init__(self, context: Context) -> None:
        self._by_kind: dict[tuple[str, str | None], list[Entry]] = {}
        records = context.file.records
        for section, naming in NAMED_BY.items():
            for index, record in enumerate(getattr(records, section)):
                entry = Entry(record, f"records.{section}[{index}]")
                what = getattr(record, naming)
                self._by_kind.setdefault((section, None), []).append(entry)
                if what is not None:  # what does not say what it is stands under no name of its own
                    self._by_kind.setdefault((section, what), []).append(entry)

    def all(self) -> Iterator[tuple[str, Entry]]:
        """Every entry with its section."""
        for (section, what), entries in self._by_kind.items():
            if what is None:
                for entry in entries:
                    yield section, entry

    def of(self, plan: RulePlan) -> list[Entry]:
        """Entries that the rule selects."""
        found = [entry for key in plan.found_under for entry in self._by_kind.get(key, ())]
        return [entry for entry in found if plan.select(entry.record)] if found else found


def candidates(plan: RulePlan, files: Files, context: Context, spans: Sequence[Span]) -> list[Candidate]:
    """The records that may answer the rule's duties, each placed in a period or marked as impossible to place."""
    found = files.of(plan)
    if not found:
        return []
    selector = plan.rule.record
    if selector.pick in ("newest", "current_or_newest"):
        found = _picked(found, selector.pick, plan, context)
        if len(found) > 1 and any(plan.date_of(entry.record) is None for entry in found):
            return [_undatable(entry, plan, spans[0].key) for entry in found]
    if selector.pick == "current":
        found = _latest_in_office(found, plan, context)
    placed = [candidate for entry in found if (candidate := _placed(entry, plan, context, spans)) is not None]
    return _totalled(placed, plan, context, spans) if selector.total else placed


def _picked(entries: list[Entry], pick: str, plan: RulePlan, context: Context) -> list[Entry]:
    """The newest boards; with `current_or_newest`, the newest of those whose term covers the day of the audit.

    Boards of unknown day stay in: any of them may be the newest.
    """
    begun = [e for e in entries if (day := plan.date_of(e.record)) is None or day <= context.as_of]
    if pick == "current_or_newest":
        current = [e for e in begun if covers(e.record, plan.date_of(e.record), context.as_of)]
        undated = [e for e in begun if plan.date_of(e.record) is None]
        begun = [*current, *undated] if current else begun
    newest = max((day for e in begun if (day := plan.date_of(e.record)) is not None), default=None)
    # Of one day, or of no known day, none is newer than the other.
    return [e for e in begun if (day := plan.date_of(e.record)) is None or day == newest]


def _latest_in_office(entries: list[Entry], plan: RulePlan, context: Context) -> list[Entry]:
    """Without boards in office that a newer one in office has taken the place of."""
    days = {id(e): day for e in entries if covers(e.record, day := plan.date_of(e.record), context.as_of)}
    newest = max((day for day in days.values() if day is not None), default=None)
    return [e for e in entries if days.get(id(e), newest) == newest]


def _undatable(entry: Entry, plan: RulePlan, period: int) -> Candidate:
    """A board of which it cannot be said whether it is the newest."""
    day = plan.date_of(entry.record)
    return Candidate(plan, entry.record, (entry,), period, 0, day, day, True, NATURAL_DATE["boards"][0])


def covers(board: Any, start: date | None, day: date) -> bool:
    """Whether a board's term is known to cover `day`; a term without end is open."""
    end = board.term.until if board.term is not None else None
    return start is not None and start <= day and (end is None or day <= end)


def _placed(entry: Entry, plan: RulePlan, context: Context, spans: Sequence[Span]) -> Candidate | None:
    record = entry.record
    day = plan.date_of(record)
    if plan.rule.attest is not None:
        if record.answer is None:
            return None  # `unknown` is as good as no answer
    elif plan.rule.per != "record" and _after(plan.rule.in_force.to, day) and not _overdue(record, plan):
        return None  # what came after a rule had ended is no matter of it
    period, open_field = _period(record, day, plan, context, spans)
    if period is None:
        return None
    open_field = open_field or plan.left_open(record)
    if day is None and plan.rule.record.pick == "current":
        open_field = NATURAL_DATE[plan.rule.record.section][0]
    subject, subject_field = _subject(record, plan, context)
    if subject is None:
        return None
    open_field = open_field or subject_field
    done, done_known = _done(record, day, plan, context)
    if open_field is not None and day is not None and day > context.as_of:
        return None
    if day is None:
        # Named for a period that has not begun: it does not count yet.
        day = next((span.first for span in spans if span.key == period and span.first > context.as_of), None)
    return Candidate(plan, record, (entry,), period, subject, day, done, done_known, open_field)


def _after(last: date | None, day: date | None) -> bool:
    return last is not None and day is not None and day > last


def _overdue(record: Any, plan: RulePlan) -> bool:
    """Whether the record names the period for which it is: what was due while the rule held may come after."""
    return plan.rule.due is not None and named_period(plan, record) is not None


def _period(
    record: Any, day: date | None, plan: RulePlan, context: Context, spans: Sequence[Span]
) -> tuple[int | None, str | None]:
    """The key of the period that a record is for, None for another one; or the field that would tell."""
    rule = plan.rule
    if rule.every == "standing":
        return STANDING_KEY, None
    whole = rule.every in ("year", "working_year")
    named = named_period(plan, record)
    if named is not None:
        if named.year != context.year:
            return None, None
        if whole:
            # A quarter's plan or report is not the year's; what was disclosed in a quarter was disclosed in the year.
            of_the_year = not named.part or named.part in rule.record.parts
            return (YEAR_KEY if of_the_year or rule.record.section != "documents" else None), None
        if any(span.key == part_key(named.part) for span in spans):
            return part_key(named.part), None
        return (UNPLACED, "period") if rule.record.total else (None, None)
    if rule.record.section == "disclosures":
        return (YEAR_KEY, None) if whole else (UNPLACED, "period")
    if day is None:
        return UNPLACED, NATURAL_DATE[rule.record.section][0]
    if rule.every == "working_year":
        return (YEAR_KEY if spans[0].first <= day <= spans[0].last else None), None
    if day.year != context.year:
        return None, None
    if whole:
        return YEAR_KEY, None
    part = part_holding(day, tuple(span.label.partition("-")[2] for span in spans))
    return (None if part is None else part_key(part)), None


def _subject(record: Any, plan: RulePlan, context: Context) -> tuple[int | None, str | None]:
    """The number of the project or content that the record is about, or the field that would tell."""
    if plan.rule.per == "item":
        items = plan.rule.items
        return (items.index(record.item) + 1 if record.item in items else None), None
    if plan.subject_of is None:
        return 0, None
    name = plan.subject_of(record)
    if name is None:
        return 0, plan.rule.record.subject
    return context.project_numbers.get(name), None


def _done(record: Any, day: date | None, plan: RulePlan, context: Context) -> tuple[date | None, bool]:
    """The day the duty was done by this record, and whether that is known."""
    due = plan.rule.due
    if due is not None and due.done in DERIVED:
        first, undated = DERIVED[due.done].find(record, context.as_of)
        return first, first is not None or not undated
    done = plan.done_of(record) if plan.done_of is not None else day
    return done, done is not None


def _totalled(placed: list[Candidate], plan: RulePlan, context: Context, spans: Sequence[Span]) -> list[Candidate]:
    """One candidate per period, adding up what its records count; those that cannot be placed stay apart."""
    attribute = plan.rule.record.total
    assert attribute is not None
    groups: dict[int, list[Candidate]] = {}
    loose: list[Candidate] = []
    for candidate in placed:
        if candidate.open_field is not None:
            loose.append(candidate)
        elif candidate.day is None or candidate.day <= context.as_of:
            groups.setdefault(candidate.period, []).append(candidate)
    by_key = {span.key: span for span in spans}
    for key, group in groups.items():
        span = by_key[key]
        entries = tuple(entry for c in group for entry in c.entries)
        day = min((c.day for c in group if c.day is not None), default=span.first)
        total = Tally(_total(group, attribute), day)
        loose.append(Candidate(plan, total, entries, key, 0, min(day, context.as_of), day, True))
    return loose


def _total(group: list[Candidate], attribute: str) -> int:
    """What records count together; those that do not say how much count once, and once for all of one day."""
    counts: list[tuple[int | None, date | None]]
    counts = [(getattr(candidate.record, attribute), candidate.day) for candidate in group]
    days = {day for count, day in counts if count is None and day is not None}
    undated = sum(1 for count, day in counts if count is None and day is None)
    return sum(count for count, _ in counts if count is not None) + len(days) + undated

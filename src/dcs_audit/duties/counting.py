"""Questions about how many: lists, numbers and shares, against bounds and fractions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from dcs_audit.duties.attributes import attribute, listing
from dcs_audit.duties.items import FAR, Item, Reading, amending, unknown
from dcs_audit.law import questions
from dcs_audit.law.facts import FACTS
from dcs_audit.locale.phrases import Phrase, phrase, word

if TYPE_CHECKING:
    from dcs_audit.duties.measures import Probe


def count(entry: questions.Count) -> Callable[[Any, Probe], tuple[Item, ...]]:
    """How many entries a list has, or how many of them with one value."""
    entries_of = listing(entry.of)

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        found = entries_of(record, probe.context.as_of)
        if found is None:
            return (unknown(_bounds(entry, probe), phrase("actual.field_absent", field=entry.of), entry.of),)
        if entry.equal_to is None:
            low = high = len(found.values) + found.unknown
        else:
            low = found.values.count(entry.equal_to)
            high = low + found.unknown
        return _within(entry, low, high, probe, entry.of)

    return measure


def number(entry: questions.Number) -> Callable[[Any, Probe], tuple[Item, ...]]:
    """A whole number between bounds."""
    get = attribute(entry.of)

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        found = get(record)
        if found is None:
            return (unknown(_bounds(entry, probe), phrase("actual.field_absent", field=entry.of), entry.of),)
        return _within(entry, found, found, probe, entry.of)

    return measure


_Bounded: TypeAlias = questions.Count | questions.Number


def _within(
    entry: questions.Count | questions.Number, low: int, high: int, probe: Probe, field: str
) -> tuple[Item, ...]:
    """Readings for the bounds of `entry` on a number known to lie between `low` and `high`."""
    expected = _bounds(entry, probe)
    actual = phrase("actual.number", number=low)
    items: list[Item] = []
    for amount, sign in ((entry.at_least, 1), (entry.at_most, -1)):
        if amount is None:
            continue
        limit = probe.context.amount(amount, probe.day)
        if limit is None:
            assert amount.fact is not None
            items.append(unknown(expected, phrase("actual.fact_unknown", fact=FACTS[amount.fact]), FACTS[amount.fact]))
            continue
        worst, best = sorted((sign * low, sign * high))
        set_by = None if amount.parameter is None else probe.context.parameter(amount.parameter).on(probe.day)
        if worst < sign * limit <= best:
            items.append(unknown(expected, phrase("actual.field_absent", field=field), field, by=set_by))
        else:
            value = worst - sign * limit
            growing = sign > 0 and probe.open_until is not None and probe.context.as_of <= probe.open_until
            by = () if set_by is None else amending(set_by)
            items.append(Reading(0, value, FAR if growing else value, expected, actual, amended_by=by))
    return tuple(items)


def _bounds(entry: _Bounded, probe: Probe) -> Phrase:
    def written(amount: questions.Amount | None) -> int | None:
        return None if amount is None else probe.context.amount(amount, probe.day)

    low, high = written(entry.at_least), written(entry.at_most)
    what = word(entry.equal_to) if isinstance(entry, questions.Count) and entry.equal_to else phrase("value.any")
    if low is not None and low == high:
        return phrase("expected.exactly", number=low, what=what)
    if low is not None and high is not None:
        return phrase("expected.between", low=low, high=high, what=what)
    if low is not None:
        return phrase("expected.at_least", number=low, what=what)
    return phrase("expected.at_most", number="?" if high is None else high, what=what)


def share(entry: questions.Share) -> Callable[[Any, Probe], tuple[Item, ...]]:
    """A share of a whole, compared in whole numbers without rounding. A part above its whole tells nothing."""
    part_of = attribute(entry.part)
    whole_of = attribute(entry.of) if entry.of is not None else None
    whole_field = entry.of if entry.of is not None else FACTS[entry.of_fact or ""]
    kind, (top, bottom) = next(
        (kind, fraction)
        for kind in ("at_least", "more_than", "less_than")
        if (fraction := getattr(entry, kind)) is not None
    )
    expected = phrase(_SHARES[kind], top=top, bottom=bottom, of=word(entry.of or entry.of_fact or "", "field"))

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        part = part_of(record)
        whole, found_at = whole_of(record) if whole_of is not None else None, whole_field
        if whole is None and entry.of_fact is not None:
            whole, found_at = probe.context.fact(entry.of_fact), FACTS[entry.of_fact]
        absent = tuple(path for path, value in ((entry.part, part), (whole_field, whole)) if value is None)
        if absent or not whole:
            fields = absent or (whole_field,)
            return (unknown(expected, phrase("actual.field_absent", field=fields[0]), *fields),)
        if part > whole:  # one of the two is a slip of the pen: what share it is, nobody knows
            told = unknown(expected, phrase("actual.share", part=part, whole=whole), entry.part, found_at)
            why = phrase("reason.part_exceeds", part=part, whole=whole, field=entry.part, of=found_at)
            return (told._replace(why=why),)
        value = part * bottom - whole * top
        bound = int(kind != "at_least")
        value = -value if kind == "less_than" else value
        return (Reading(bound, value, value, expected, phrase("actual.share", part=part, whole=whole)),)

    return measure


_SHARES = {"at_least": "expected.share", "more_than": "expected.share_more", "less_than": "expected.share_less"}

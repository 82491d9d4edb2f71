"""The vocabulary of checks: how each kind of question in a rule file is put to a record.

Every function here turns one entry of the rule language into a function of a record and a `Probe`. What that returns
are numbers and days; whether they suffice is for the engine to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dcs_audit.duties.attributes import DERIVED, attribute, listing
from dcs_audit.duties.context import Context
from dcs_audit.duties.counting import count, number, share
from dcs_audit.duties.days import given, lasted, not_before, ordered
from dcs_audit.duties.items import FAR, Item, Reading, Timing, amending, unknown
from dcs_audit.duties.postings import posted
from dcs_audit.law import questions
from dcs_audit.law.due import add, before, describe
from dcs_audit.law.facts import FACTS
from dcs_audit.law.periods import add_months
from dcs_audit.locale.phrases import Phrase, Sentence, phrase, word
from dcs_audit.locale.sorting import vietnamese


@dataclass(slots=True)
class Probe:
    """One record under examination."""

    context: Context
    day: date
    """The day of the event by which dated numbers are chosen."""
    grace: date | None = None
    """The last day on which a first posting or sending would still be in time."""
    due: date | None = None
    """The last good day of the duty itself, where it has one."""
    sent_by: date | None = None
    """That day, where it is the sending that must be done by then."""
    undated: str | None = None
    """The attribute without which that day is unknown, where nothing was posted so far."""
    open_until: date | None = None
    """The last day on which what is counted may still grow: the end of the period that is added up."""


Measure = Callable[[Any, Probe], tuple[Item, ...] | None]
"""Items to settle, all of them; None where the question does not arise for this record."""

FIRSTS = ("first_posting", "first_sending")
"""The attributes that stand for days until which something may still be added: a place, a receiver."""

POSTED_FIRST = "first_posting"
"""The attribute that stands for the day a disclosure was first posted anywhere."""


def compile_option(option: questions.Option) -> tuple[Measure, ...]:
    """The measures of one way to satisfy a check."""
    made: list[Measure] = []
    for name, compile_one in _VOCABULARY.items():
        entry = getattr(option, name)
        if entry is not None:
            made.append(compile_one(entry))
    made.extend(posted(entry) for entry in option.both)
    return tuple(made)


def asked_in(option: questions.Option) -> tuple[Any, ...]:
    """The questions of one way to satisfy a check, in the order in which `compile_option` measures them."""
    named = (getattr(option, name) for name in _VOCABULARY)
    return (*(entry for entry in named if entry is not None), *option.both)


def is_first_posting(option: questions.Option) -> bool:
    """Whether the option is the deadline of the first posting, which other questions must know."""
    return option.deadline is not None and option.deadline.done == POSTED_FIRST


def _deadline(entry: questions.Deadline) -> Measure:
    anchor_path = entry.after or entry.before
    assert anchor_path is not None
    anchor_of, done_of = attribute(anchor_path), _done(entry.done)
    done_field = DERIVED[entry.done].field if entry.done in DERIVED else entry.done
    field = anchor_path.removesuffix(".last")  # the end of a period is told by the period
    settled_of = attribute(entry.unless_given) if entry.unless_given is not None else None

    def measure(record: Any, probe: Probe) -> tuple[Item, ...] | None:
        context = probe.context
        anchor: date | None = anchor_of(record)
        parameter = context.parameter(entry.within)
        if anchor is None:
            settled = settled_of(record) if settled_of is not None else None
            if settled is not None and settled <= context.as_of:
                return None
            if entry.done == POSTED_FIRST and done_of(record, context.as_of) == (None, False):
                probe.undated = field
            return (
                None
                if not entry.judged
                else (
                    unknown(
                        phrase("expected.deadline_unknown", length=describe(parameter, parameter.on(probe.day))),
                        phrase("actual.field_absent", field=field),
                        field,
                        by=parameter.on(probe.day),
                    ),
                )
            )
        done, undated = done_of(record, context.as_of)
        older = entry.since_audited_year and anchor.year < context.year and (done is not None or undated)
        if older or anchor < parameter.values[0].from_:
            return None
        value = parameter.on(anchor)
        calendar = context.rulebook.calendar
        due = before(anchor, parameter, value, calendar) if entry.before else add(anchor, parameter, value, calendar)
        expected = phrase(
            "expected.before_event" if entry.before else "expected.after_event",
            due=due,
            length=describe(parameter, value),
            event=anchor,
        )
        if entry.done in FIRSTS:
            probe.grace = max(due, probe.grace or due)
        if entry.done == "first_sending":
            probe.sent_by = probe.grace
        if not entry.judged:
            return None
        if undated and (done is None or done > due):
            return (unknown(expected, phrase("actual.field_absent", field=done_field), done_field, by=value),)
        actual = phrase("actual.date", date=done) if done else phrase("actual.not_done", as_of=context.as_of)
        return (Timing(due, done, expected, actual, value.verified, amending(value)),)

    return measure


def _done(path: str) -> Callable[[Any, date], tuple[date | None, bool]]:
    """The day something was done as known on the day of the audit, and whether an undated entry may be it."""
    if path in DERIVED:
        return DERIVED[path].find
    get = attribute(path)

    def done(record: Any, as_of: date) -> tuple[date | None, bool]:
        found = get(record)
        return (found if found is not None and found <= as_of else None), False

    return done


def _one_of(entry: questions.OneOf) -> Measure:
    get = attribute(entry.of)
    about_nil = entry.of == "nil"
    values = _values(entry.values, entry.of)
    expected = phrase("expected.not_nil") if about_nil else phrase("expected.one_of", values=values)

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        found = get(record)
        if found is None:
            return (unknown(expected, phrase("actual.field_absent", field=entry.of), entry.of),)
        held = int(_slug(found) in entry.values)
        actual = phrase("actual.nil") if about_nil and found else _values((_slug(found),), entry.of)
        return (Reading(1, held, held, expected, actual),)

    return measure


def _slug(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _values(values: tuple[str, ...], of: str | None = None) -> Phrase:
    """Slugs in words; where one means something else in the attribute `of`, in the words for that."""
    return phrase("values", items=tuple([_value(value, of) for value in values]))


def _value(value: str, of: str | None) -> Sentence:
    own = word(f"{of}.{value}")
    return own if isinstance(own, Phrase) else word(value)


def _may_be_sent(probe: Probe) -> bool:
    """Whether what is sent now is sent in time: by the day set for the sending itself, else by that of the duty."""
    last = probe.grace or probe.due
    return last is not None and probe.context.as_of <= last


def _received_late(record: Any, entry: questions.AllOf, probe: Probe) -> Timing | None:
    """That one of the receivers got it after the day set for the sending; None where that is not known.

    Where nobody had it by that day the deadline itself says so.
    """
    aliases, last = probe.context.rulebook.aliases, probe.sent_by
    if last is None:
        return None
    first: dict[str, date] = {}
    for sent in attribute(entry.of.removesuffix(".to"))(record):
        to = aliases.get(sent.to, sent.to)
        first[to] = min(first.get(to, date.max), sent.on or date.min)  # undated, it may have come in time
    received = max(first[value] for value in entry.values)
    if received <= last or min(first.values()) > last:
        return None
    return Timing(last, received, phrase("expected.by", due=last), phrase("actual.date", date=received))


def _all_of(entry: questions.AllOf) -> Measure:
    """That a list holds all values; receivers may still come as long as it is not too late for them."""
    entries_of, receivers = listing(entry.of), entry.of.endswith(".to")
    expected = phrase("expected.all_of", values=_values(entry.values))
    wanted = len(entry.values)

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        found = entries_of(record, probe.context.as_of)
        if found is None:
            return (unknown(expected, phrase("actual.field_absent", field=entry.of), entry.of),)
        aliases = probe.context.rulebook.aliases
        held = {aliases.get(value, value) for value in found.values}
        lacking = tuple(value for value in entry.values if value not in held)
        if lacking and found.unknown:
            return (unknown(expected, phrase("actual.field_absent", field=entry.of), entry.of),)
        value = wanted - len(lacking)
        if receivers and not lacking and (late := _received_late(record, entry, probe)) is not None:
            return (late,)
        left_out = entry.together and found.values
        hope = wanted if receivers and not left_out and _may_be_sent(probe) else value
        actual = phrase("actual.lacking", values=_values(lacking)) if lacking else phrase("actual.complete")
        return (Reading(wanted, value, hope, expected, actual),)

    return measure


def _none_of(entry: questions.NoneOf) -> Measure:
    """That a list holds none of these values. Of nobody (`members: []`) nothing can be said."""
    entries_of = listing(entry.of)
    head, _, tail = entry.of.partition(".")
    whole_of = attribute(head)
    expected = phrase("expected.none_of", values=_values(entry.values))

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        if tail and whole_of(record) == ():
            return (unknown(expected, phrase("actual.nobody"), head),)
        found = entries_of(record, probe.context.as_of)
        held = () if found is None else tuple(value for value in entry.values if value in found.values)
        if not held and (found is None or found.unknown):
            return (unknown(expected, phrase("actual.field_absent", field=entry.of), entry.of),)
        actual = phrase("actual.holding", values=_values(held)) if held else phrase("actual.none")
        return (Reading(0, -len(held), -len(held), expected, actual),)

    return measure


def _fact(entry: questions.UnitFact) -> Measure:
    expected = phrase("expected.fact", fact=FACTS[entry.fact], value=word(_slug(entry.is_)))

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        found = probe.context.fact(entry.fact)
        if found is None:
            return (unknown(expected, phrase("actual.fact_unknown", fact=FACTS[entry.fact]), FACTS[entry.fact]),)
        held = int(bool(found) == entry.is_)
        return (Reading(1, held, held, expected, phrase("actual.value", value=word(_slug(bool(found))))),)

    return measure


def _represented(entry: questions.Represented) -> Measure:
    entries_of = listing(entry.by)

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        villages, found = probe.context.villages, entries_of(record, probe.context.as_of)
        expected = phrase("expected.represented")
        if villages is None:
            return (unknown(expected, phrase("actual.fact_unknown", fact="unit.villages"), "unit.villages"),)
        if found is None:
            return (unknown(expected, phrase("actual.field_absent", field=entry.by), entry.by),)
        lacking = tuple(sorted(villages.difference(found.values), key=vietnamese))
        if lacking and found.unknown >= len(lacking):
            return (unknown(expected, phrase("actual.field_absent", field=entry.by), entry.by),)
        actual = phrase("actual.villages_lacking", villages=lacking) if lacking else phrase("actual.complete")
        return (Reading(0, -len(lacking), -len(lacking), expected, actual),)

    return measure


def _term(entry: questions.TermLimit) -> Measure:
    start_of, end_of = attribute("term.from"), attribute("term.until")
    elected_of = attribute("elected_on")

    def measure(record: Any, probe: Probe) -> tuple[Item, ...]:
        context = probe.context
        parameter = context.parameter(entry.at_most)
        start = start_of(record) or elected_of(record)
        value = parameter.on(start or probe.day)
        if start is None:
            return (
                unknown(
                    phrase("expected.term_length", length=describe(parameter, value)),
                    phrase("actual.field_absent", field="term.from"),
                    "term.from",
                    by=value,
                ),
            )
        assert parameter.unit in ("years", "months")
        limit = add_months(start, value.value * (12 if parameter.unit == "years" else 1))
        end = end_of(record)
        expected = phrase("expected.term", limit=limit, length=describe(parameter, value), start=start)
        actual = phrase("actual.term", end=end) if end else phrase("actual.term_open", as_of=context.as_of)
        shown_end = end or context.as_of
        within = limit.toordinal() - shown_end.toordinal()
        length = Reading(0, within, within, expected, actual, (), value.verified, amending(value))
        if not entry.running:
            return (length,)
        running = FAR if end is None else end.toordinal() - context.as_of.toordinal()
        return (length, Reading(0, running, running, phrase("expected.term_running", as_of=context.as_of), actual))

    return measure


_VOCABULARY: dict[str, Callable[[Any], Measure]] = {
    "deadline": _deadline,
    "posted": posted,
    "count": count,
    "share": share,
    "one_of": _one_of,
    "all_of": _all_of,
    "none_of": _none_of,
    "not_before": not_before,
    "number": number,
    "fact": _fact,
    "given": given,
    "ordered": ordered,
    "lasted": lasted,
    "represented": _represented,
    "term": _term,
}

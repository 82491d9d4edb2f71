"""The templates of a draft: records that different duties ask for, put together where one record answers them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from dcs_audit.drafting.wanted import Demand, Want, Wanted
from dcs_audit.duties.attributes import DERIVED, NAMED_BY, NATURAL_DATE
from dcs_audit.law import inside, paths
from dcs_audit.law.model import Section
from dcs_audit.law.questions import (
    AllOf,
    Bounded,
    Check,
    CheckUse,
    Deadline,
    Given,
    Lasted,
    NoneOf,
    NotBefore,
    OneOf,
    Option,
    Ordered,
    Posted,
    Represented,
    Share,
    TermLimit,
)

_PATHS: tuple[tuple[type, tuple[str, ...]], ...] = (
    (Deadline, ("done", "after", "before")),
    (Bounded, ("of",)),
    (Share, ("part", "of")),
    (OneOf, ("of",)),
    (AllOf, ("of",)),
    (NoneOf, ("of",)),
    (NotBefore, ("of",)),
    (Given, ("of",)),
    (Ordered, ("first", "then")),
    (Lasted, ("from_", "until")),
    (Represented, ("by",)),
)
"""By question, its fields that name an attribute of the record."""

_FURTHER = ("part",)
"""Attributes that tell a further record from the plain one, instead of saying more of it."""
_SPECIAL = ("mode", "clusters", "proposed_by")
"""Attributes that tell a special case, which gets a short template of its own."""
_SPLITS = (*_FURTHER, *_SPECIAL)


@dataclass(frozen=True, slots=True)
class Use:
    """A check that a record is put to, and how the rule uses it."""

    check: Check
    how: CheckUse


@dataclass(frozen=True, slots=True)
class Block:
    """One template: records of `section` called one of `names` (none: of any name) with the values of `where`.

    `demands` are the duties that such a record answers, `uses` their checks, `keys` the paths that these ask for.
    """

    section: Section
    names: tuple[str, ...]
    where: Mapping[str, str]
    demands: tuple[Demand, ...]
    uses: tuple[Use, ...]
    keys: frozenset[str]

    @property
    def may_be_nil(self) -> bool:
        """Whether a record may say that nothing arose in the year."""
        refused = any(option.one_of and option.one_of.of == "nil" for use in self.uses for option in use.check.options)
        return not refused and any(demand.rule.nil == "accepted" for demand in self.demands)


def blocks(want: Want, checks: Mapping[str, Check]) -> Iterator[tuple[Section, tuple[Block, ...]]]:
    """The templates of each section, in the order of the unit file. `checks` are the rulebook's."""
    for section, records in groupby(want.records, key=lambda wanted: wanted.section):
        yield section, tuple(block for names, one in _merged(records) for block in _variants(names, one, checks))


def _merged(records: Iterable[Wanted]) -> Iterator[tuple[tuple[str, ...], Wanted]]:
    """Records of a section that the same duties ask for, under all their names."""
    same: dict[tuple[str, ...], list[Wanted]] = {}
    for wanted in records:
        # Each content to be disclosed keeps a place of its own: all of them are owed.
        alone = (wanted.name or "",) if wanted.section == "disclosures" else ()
        same.setdefault((*alone, *(demand.rule.id for demand in wanted.demands)), []).append(wanted)
    for group in same.values():
        yield tuple(wanted.name for wanted in group if wanted.name is not None), group[0]


def _variants(names: tuple[str, ...], wanted: Wanted, checks: Mapping[str, Check]) -> Iterator[Block]:
    """As few templates as the duties' filters allow: two that contradict each other need a record each."""
    found: list[dict[str, str]] = []
    for demand in wanted.demands:
        filters = _filters(demand)
        fixed = next((one for one in found if _agrees(one, filters)), None)
        if fixed is None:
            found.append(fixed := {})
        fixed.update({path: values[0] for path, values in filters.items() if path not in fixed})
    for fixed in found:
        told = {wanted.key: names, **{path: (value,) for path, value in fixed.items()}}
        answered = [demand for demand in wanted.demands if _answers(fixed, demand)]
        own = [demand for demand in answered if _filters(demand)] if set(fixed) & set(_SPLITS) else answered
        judged = own if set(fixed) & set(_SPECIAL) else answered
        uses = tuple(Use(checks[how.check], how) for one in judged for how in one.rule.checks if _put(how, told))
        yield Block(wanted.section, names, fixed, tuple(own), uses, _keys(wanted.section, fixed, judged, uses))


def _filters(demand: Demand) -> dict[str, tuple[str, ...]]:
    """What its records must say besides their name."""
    chosen = demand.rule.record
    return {path: values for path, values in chosen.where.items() if path != NAMED_BY[chosen.section]}


def _agrees(fixed: Mapping[str, str], filters: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether one record can meet both; what splits must be said in both or in neither."""
    if any((path in fixed) != (path in filters) for path in _SPLITS):
        return False
    return all(fixed[path] in values for path, values in filters.items() if path in fixed)


def _answers(fixed: Mapping[str, str], demand: Demand) -> bool:
    unwanted = demand.rule.record.except_
    return all(fixed.get(path) in values for path, values in _filters(demand).items()) and not any(
        fixed.get(path) in values for path, values in unwanted.items()
    )


def _put(how: CheckUse, told: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the check is put to a record that says this; what it does not say may be either way."""
    wanted = all(set(told[path]) & set(values) for path, values in how.only.items() if told.get(path))
    return wanted and not any(set(told[path]) <= set(values) for path, values in how.except_.items() if told.get(path))


def _keys(section: Section, fixed: Iterable[str], demands: Iterable[Demand], uses: Iterable[Use]) -> frozenset[str]:
    """The paths of attributes that the duties ask for, and a day to know the record by."""
    keys = {*fixed}
    for demand in demands:
        chosen, due = demand.rule.record, demand.rule.due
        given = (chosen.subject, chosen.total, due.done if due is not None else None)
        keys.update(written(section, path) for path in given if path is not None)
    for use in uses:
        keys.update(path for path in use.how.only if path not in _FURTHER and path != NAMED_BY[section])
        keys.update(path for option in use.check.options for path in _asked(section, option))
    days = NATURAL_DATE[section]
    return frozenset(keys if keys & {*days, "count"} else {*keys, days[0]}) - {"nil", "postings.from"}


def _asked(section: Section, option: Option) -> Iterator[str]:
    """The attributes that one way to satisfy a check looks at, each as the unit file has it."""
    for model, key, value in inside.values(option):
        if isinstance(value, str) and any(isinstance(model, of) and key in keys for of, keys in _PATHS):
            yield written(section, value)
        if isinstance(model, Posted) and key == "channel":
            yield "postings"
        if isinstance(value, TermLimit):
            yield from ("term.from", "term.until")


def written(section: Section, path: str) -> str:
    """Where the official writes what a rule calls `path`: a derived day stands in a field of the record."""
    if path in DERIVED:
        return DERIVED[path].field
    shortened = path.removesuffix(".last")
    known = paths.single(section, shortened) or paths.entries(section, shortened)
    return shortened if known is not None else "count"

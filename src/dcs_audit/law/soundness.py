"""What is well written and yet cannot work: attributes that no record has, words nobody may use, times without length.

Whatever is refused here would crash an audit, or judge by nonsense without a word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import get_args

from dcs_audit.law import paths
from dcs_audit.law.basics import Parameter, Where
from dcs_audit.law.fact_sorts import strange_facts
from dcs_audit.law.loader import Pack
from dcs_audit.law.model import Rule
from dcs_audit.law.paths import Shape, Sort
from dcs_audit.law.places import Place
from dcs_audit.law.questions import Check, Option
from dcs_audit.law.times import strange_times
from dcs_audit.law.told import joined, named, told, unknown
from dcs_audit.records.slugs import BOARD_KINDS, DISCLOSURE_ITEMS, MEETING_KINDS, PETITION_KINDS, Channel

DERIVED_DAYS = {"first_posting": "disclosures", "first_sending": "documents", "sent_or_dated": "documents"}
"""Days that rules may ask for and no record holds, each of its section; `duties.attributes` finds them."""

_SCALAR: tuple[Sort, ...] = ("text", "flag", "number", "day")
_CONTRACT_KINDS = {"meetings": MEETING_KINDS, "boards": BOARD_KINDS, "petitions": PETITION_KINDS}
_WITH_TERM = ("boards", "appointments")
_WITH_KINDS = ("documents", "meetings", "boards", "petitions", "activities")

_Kinds = Mapping[str, Collection[str]]
_Told = Iterator[tuple[tuple[str | int, ...], str]]
"""Problems: where in the entry, and what."""


def unsound(packs: Sequence[Pack]) -> list[str]:
    """One line with its place for each thing that could not work in an audit. Unknown names are passed over."""
    checks = {check.name: (check, place) for pack in packs for check, place in pack.placed_checks()}
    parameters = {parameter.id: parameter for pack in packs for parameter in pack.parameters}
    rules = [placed for pack in packs for placed in pack.placed_rules()]
    kinds = _kinds(packs)
    problems: list[str] = []
    for check, place in checks.values():
        subject = told("subject.check", name=check.name)
        strange = (*strange_times(check, parameters), *_of_check(check))
        problems += [joined(place.at(*loc), subject, what) for loc, what in strange]
    for rule, place in rules:
        used = [checks[use.check][0] for use in rule.checks if use.check in checks]
        found = (*_of_rule(rule, kinds), *_of_due(rule, parameters), *_of_nil(rule, used))
        problems += [joined(place.at(*loc), told("subject.rule", name=rule.id), what) for loc, what in found]
    problems += _of_chains(rules)
    problems += strange_facts(packs)
    asked: set[tuple[str, str]] = set()
    for rule, _ in rules:
        section = "total" if rule.record.total else rule.record.section
        for use in rule.checks:
            if use.check in checks and (use.check, section) not in asked:
                asked.add((use.check, section))
                check, place = checks[use.check]
                subject = told("subject.used_by", check=check.name, rule=rule.id)
                problems += [
                    joined(place.at("options", number, *loc), subject, what)
                    for number, option in enumerate(check.options)
                    for loc, what in _of_option(option, section, kinds)
                ]
    return problems


def _kinds(packs: Sequence[Pack]) -> dict[str, frozenset[str]]:
    """By section, the kinds of records that unit files may name."""
    return {
        section: frozenset(_CONTRACT_KINDS.get(section, ())).union(
            kind for pack in packs for kind in (*getattr(pack.file.vocabulary, section), *pack.unread)
        )
        for section in _WITH_KINDS
    }


# --- attributes -----------------------------------------------------------------------------------------------------


def _single(section: str, path: str) -> Shape | None:
    if section == "total":
        return Shape("number") if path == "total" else None
    return paths.single(section, path)


def _wrong(section: str, path: str, shape: Shape | None, sorts: Sequence[Sort]) -> str | None:
    """What is wrong with an attribute that is to be of one of `sorts`."""
    if shape is None:
        if section == "total":
            return told("only_total", path=path)
        if paths.entries(section, path) is not None:
            return told("leads_through_list", path=path, section=section)
        return told("no_such_attribute", section=section, **named(path, [*paths.spellings(section)]))
    if shape.sort not in sorts:
        return told("wrong_sort", path=path, section=section, sort=shape.sort, sorts=", ".join(sorts))
    return None


def _needs(section: str, path: str, *sorts: Sort) -> Iterator[str]:
    if (wrong := _wrong(section, path, _single(section, path), sorts)) is not None:
        yield wrong


def _absent(section: str, path: str) -> str | None:
    """What is wrong with an attribute of which only its presence matters."""
    return _wrong(section, path, _single(section, path), (*_SCALAR, "period", "part", "list"))


def _strange_values(
    section: str, path: str, shape: Shape | None, values: Sequence[str], kinds: _Kinds
) -> Iterator[str]:
    """Words among `values` that the attribute can never hold."""
    if shape is None or shape.sort not in _SCALAR:
        return
    known: Collection[str] = shape.words
    if path == "kind" and section in kinds:
        known = kinds[section]
    elif (section, path) == ("attestations", "rule"):
        return  # of a rule's own id, which `attest` writes
    elif (section, path) == ("disclosures", "item"):
        known = {item for items in DISCLOSURE_ITEMS.values() for item in items}
    closed = bool(known) or (path == "kind" and section in kinds)
    for value in values:
        if closed and value not in known:
            yield told("never_word", path=path, section=section, **named(value, known))
        elif not closed and not _may_be(shape.sort, value):
            yield told("never_sort", path=path, section=section, sort=shape.sort, value=value)


def _may_be(sort: Sort, value: str) -> bool:
    if sort == "day":
        try:
            return date.fromisoformat(value).isoformat() == value
        except ValueError:
            return False
    return sort != "number" or (value.isascii() and value.isdigit())


def _of_where(section: str, where: Where, kinds: _Kinds) -> Iterator[str]:
    for path, values in where.items():
        shape = _single(section, path)
        if (wrong := _wrong(section, path, shape, _SCALAR)) is not None:
            yield wrong
        yield from _strange_values(section, path, shape, values, kinds)
        if not values:
            yield told("no_value", path=path)


# --- rules ----------------------------------------------------------------------------------------------------------


def _of_rule(rule: Rule, kinds: _Kinds) -> _Told:
    """The attributes that a rule itself names."""
    selector, section = rule.record, rule.record.section
    for key, where in (("where", selector.where), ("except", selector.except_)):
        yield from ((("record", key), what) for what in _of_where(section, where, kinds))
    yield from ((("items",), what) for what in _of_where("disclosures", {"item": rule.items}, kinds) if rule.items)
    for path in selector.open_if_absent:
        yield from ((("record", "open_if_absent"), what) for what in _needs(section, path, *_SCALAR))
    if selector.subject is not None:
        yield from ((("record", "subject"), what) for what in _needs(section, selector.subject, "text"))
    if selector.total is not None:
        yield from ((("record", "total"), what) for what in _needs(section, selector.total, "number"))
        if "." in selector.total:
            yield ("record", "total"), told("total_of_record")
    if rule.due is not None and rule.due.done is not None:
        yield from ((("due", "done"), what) for what in _done(section, rule.due.done))
    judged = "total" if selector.total else section
    for number, use in enumerate(rule.checks):
        for where in (use.only, use.except_):
            yield from ((("checks", number), what) for what in _of_where(judged, where, kinds))
        if use.since is not None and judged == "total":
            yield ("checks", number), told("since_of_total")


def _done(section: str, path: str) -> Iterator[str]:
    if path in DERIVED_DAYS:
        if section != DERIVED_DAYS[path]:
            yield told("derived_day", path=path, owner=DERIVED_DAYS[path], section=section)
    else:
        yield from _needs(section, path, "day")


def _of_due(rule: Rule, parameters: Mapping[str, Parameter]) -> _Told:
    parameter = parameters.get(rule.due.after_period or "") if rule.due is not None else None
    if parameter is None:
        return
    fitting = {"months"} if rule.every == "working_year" else {"days", "working_days", "months", "years"}
    if rule.every != "working_year" and parameter.practice:
        fitting.remove("working_days")
    if parameter.unit not in fitting:
        sort = "_of_working_year" if rule.every == "working_year" else "_of_practice" if parameter.practice else ""
        units = ", ".join(sorted(fitting))
        yield ("due", "after_period"), told(f"time{sort}", units=units, name=parameter.id, unit=parameter.unit)


def _of_nil(rule: Rule, used: Sequence[Check]) -> _Told:
    asks = any(option.one_of is not None and option.one_of.of == "nil" for check in used for option in check.options)
    if rule.nil == "refused" and not asks and len(used) == len(rule.checks):
        yield ("nil",), told("nil_not_asked")


def _of_chains(rules: Sequence[tuple[Rule, Place]]) -> Iterator[str]:
    """Rules that follow each other in a circle, or one whose periods or records are others."""
    latest: dict[str, Rule] = {}
    for rule, _ in sorted(rules, key=lambda placed: placed[0].in_force.from_):
        latest[rule.id] = rule
    for rule, place in rules:
        leader = latest.get(rule.follows or "")
        if leader is None:
            continue
        where = (place.at("follows"), told("subject.rule", name=rule.id))
        if leader.every != rule.every or leader.record.section != rule.record.section:
            yield joined(*where, told("follows_other", name=leader.id))
        if rule.per is not None or leader.per is not None:
            yield joined(*where, told("follows_with_per"))
        seen = {rule.id}
        while leader is not None and leader.id not in seen:
            seen.add(leader.id)
            leader = latest.get(leader.follows or "")
        if leader is not None:
            yield joined(*where, told("follows_forever", name=rule.follows))


# --- questions ------------------------------------------------------------------------------------------------------


def _of_check(check: Check) -> _Told:
    """What is wrong whatever record the check is put to."""
    channels = get_args(Channel)
    for number, option in enumerate(check.options):
        asked = ((("posted",), option.posted), *((("both", at), posted) for at, posted in enumerate(option.both)))
        for loc, posted in asked:
            if posted is not None and posted.channel not in channels:
                yield ("options", number, *loc, "channel"), unknown("channel", posted.channel, channels)
    yield from _same_twice(check)


def _same_twice(check: Check) -> _Told:
    """Questions that compare an attribute with itself: no record could fail them, or none could pass."""
    for number, option in enumerate(check.options):
        deadline, share, ordered, lasted = option.deadline, option.share, option.ordered, option.lasted
        pairs: list[tuple[str, tuple[str, str | None], tuple[str, str | None]]] = []
        if deadline is not None:
            other = ("after", deadline.after) if deadline.after is not None else ("before", deadline.before)
            pairs.append(("deadline", ("done", deadline.done), other))
        if share is not None:
            pairs.append(("share", ("part", share.part), ("of", share.of)))
        if ordered is not None:
            pairs.append(("ordered", ("first", ordered.first), ("then", ordered.then)))
        if lasted is not None:
            pairs.append(("lasted", ("from", lasted.from_), ("until", lasted.until)))
        for key, (one, path), (other_key, same) in pairs:
            if path == same:
                what = told("same_attribute", one=one, other=other_key, path=path)
                yield ("options", number, key, other_key), what


def _of_option(option: Option, section: str, kinds: _Kinds) -> _Told:
    """What an option asks of a record of `section` that such a record cannot answer."""
    if (deadline := option.deadline) is not None:
        anchor = deadline.after or deadline.before or ""
        settled = () if deadline.unless_given is None else _needs(section, deadline.unless_given, "day")
        for what in (*_done(section, deadline.done), *_needs(section, anchor, "day"), *settled):
            yield ("deadline",), what
    for posted in (option.posted, *option.both):
        if posted is None:
            continue
        key = "posted" if posted is option.posted else "both"
        if section != "disclosures":
            yield (key,), told("posted_elsewhere", section=section)
    if option.share is not None:
        for path in filter(None, (option.share.part, option.share.of)):
            yield from ((("share",), what) for what in _needs(section, path, "number"))
    if option.number is not None:
        yield from ((("number",), what) for what in _needs(section, option.number.of, "number"))
    if option.not_before is not None:
        yield from ((("not_before",), what) for what in _needs(section, option.not_before.of, "day"))
    if option.one_of is not None:
        one = option.one_of
        yield from ((("one_of",), what) for what in _of_where(section, {one.of: one.values}, kinds))
    if option.term is not None and section not in _WITH_TERM:
        yield ("term",), told("term_elsewhere", sections=", ".join(_WITH_TERM), section=section)
    if option.given is not None and (wrong := _absent(section, option.given.of)) is not None:
        yield ("given",), wrong
    if option.ordered is not None:
        for path in (option.ordered.first, option.ordered.then):
            yield from ((("ordered",), what) for what in _needs(section, path, "day"))
    if option.lasted is not None:
        for path in (option.lasted.from_, option.lasted.until):
            yield from ((("lasted",), what) for what in _needs(section, path, "day"))
    yield from _of_lists(option, section, kinds)


def _of_lists(option: Option, section: str, kinds: _Kinds) -> _Told:
    asked: list[tuple[str, str, tuple[str, ...]]] = []
    if (count := option.count) is not None:
        asked.append(("count", count.of, () if count.equal_to is None else (count.equal_to,)))
    asked += [(k, q.of, q.values) for k, q in (("all_of", option.all_of), ("none_of", option.none_of)) if q is not None]
    if option.represented is not None:
        asked.append(("represented", option.represented.by, ()))
    for key, path, values in asked:
        shape = None if section == "total" else paths.entries(section, path)
        sorts: tuple[Sort, ...] = ("text",) if key == "represented" or values else ("part", *_SCALAR)
        if shape is None and section != "total" and paths.single(section, path) is not None:
            yield (key,), told("no_list", path=path, section=section)
        elif (wrong := _wrong(section, path, shape, sorts)) is not None:
            yield (key,), wrong
        else:
            yield from (((key,), what) for what in _strange_values(section, path, shape, values, kinds))

"""What a unit of one type is to submit in one year: record by record, with the duties that ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dcs_audit.duties.attributes import NAMED_BY
from dcs_audit.duties.blueprint import text
from dcs_audit.duties.context import Context
from dcs_audit.duties.schedule import Scheduled, schedule
from dcs_audit.law import inside
from dcs_audit.law.facts import FACTS
from dcs_audit.law.model import Rule, Section
from dcs_audit.law.questions import Posted, Represented
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.locale.phrases import Text
from dcs_audit.records import UnitFile
from dcs_audit.verdicts.model import Citation

_OF_UNIT = "unit."


@dataclass(frozen=True, slots=True)
class Demand:
    """A duty that a record is to answer: its rule, and the last good day of each period that has one."""

    rule: Rule
    title: Text
    message: Text
    basis: tuple[Citation, ...]
    periods: tuple[tuple[str, date | None], ...]
    """Label of the period, such as `2026-Q1`, and its due date; none where records make the duty arise."""
    question: Text | None
    """What is to be attested, where the duty is a question."""


@dataclass(slots=True)
class Wanted:
    """Records of one kind in one section of the unit file, and who asks for them. `name` is the item, kind or rule."""

    section: Section
    name: str | None
    demands: list[Demand] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The attribute that holds `name`: `item`, `kind` or `rule`."""
        return NAMED_BY[self.section]


@dataclass(frozen=True, slots=True)
class Want:
    """Everything to submit: facts of the unit that decide something, and records in the order of the unit file."""

    unit_type: str
    year: int
    facts: tuple[str, ...]
    records: tuple[Wanted, ...]
    """By section, within a section in the order of the law: national texts first, then the plans."""
    hangs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By fact, the ids of the rules that ask for it."""
    working_year: bool = False
    """Whether a duty goes by the unit's own working year."""


def want(rulebook: Rulebook, unit_type: str, year: int) -> Want:
    """What the rulebook asks of units of this type over the whole of `year`."""
    unit = UnitFile.model_validate({"unit": {"name": "-", "type": unit_type}, "year": year})
    context = Context(unit, year, date(year, 12, 31), rulebook)
    found: dict[tuple[str, str | None], Wanted] = {}
    hangs: dict[str, dict[str, None]] = {}
    working_year = False
    for scheduled in schedule(rulebook.blueprint, context):
        rule = scheduled.plan.rule
        demand = _demand(scheduled)
        working_year = working_year or rule.every == "working_year"
        for fact in _facts(rulebook, rule):
            hangs.setdefault(fact, {})[rule.id] = None
        for name in _names(rule):
            found.setdefault((rule.record.section, name), Wanted(rule.record.section, name)).demands.append(demand)
    order, sources = list(NAMED_BY), list(rulebook.sources)
    records = sorted(found.values(), key=lambda one: (order.index(one.section), _place(one.demands[0], sources)))
    asked = {fact: tuple(rules) for fact, rules in hangs.items()}
    return Want(unit_type, year, tuple(asked), tuple(records), asked, working_year)


def _demand(scheduled: Scheduled) -> Demand:
    rule, plan = scheduled.plan.rule, scheduled.plan
    own = rule.per in ("record", "project")
    periods = () if own else tuple((period.span.label, period.due) for period in scheduled.periods)
    question = text(rule.attest.question) if rule.attest is not None else None
    return Demand(rule, plan.title, plan.message, plan.basis, periods, question)


def _names(rule: Rule) -> Iterator[str | None]:
    """What the records that answer the rule are called; None where any of the section will do."""
    named = rule.items or rule.record.where.get(NAMED_BY[rule.record.section])
    yield from named or (None,)


def _facts(rulebook: Rulebook, rule: Rule) -> Iterator[str]:
    """The facts of the unit that the rule's verdicts hang on."""
    models = (rule, *(rulebook.checks[use.check] for use in rule.checks))
    found = set()
    for model in models:
        for inner, key, value in inside.values(model):
            if key in ("fact", "of_fact"):  # not any word that is a fact's name: records have `households` too
                found.add(value)
            # These two look at the unit's villages without naming them.
            if (isinstance(inner, Posted) and inner.villages is not None) or isinstance(value, Represented):
                found.add("villages")
    if rule.per == "project":
        found.add("projects")
    yield from (name for name in FACTS if name in found and FACTS[name].startswith(_OF_UNIT))


def _place(demand: Demand, sources: Sequence[str]) -> tuple[int, int, str, str]:
    """Where the law speaks of it: the source, the article, the clause with numbers filled up, the point."""
    first = demand.basis[0]
    clause = (first.clause or "").zfill(4)
    return sources.index(first.source), first.article or 0, clause, (first.point or "").replace("đ", "d~")

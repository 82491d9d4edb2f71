"""Who is audited: the unit itself, its villages and its projects."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict

from dcs_audit.records.fields import Count, Day, Flag, Name, Text, YearEnd, slug
from dcs_audit.records.period import MonthDay
from dcs_audit.records.slugs import Subtype, UnitType


class Part(BaseModel):
    """Anything in the unit record: unknown keys are errors, values never change."""

    # Built at first use: a command that reads no record does not pay for two dozen schemas.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Village(Part):
    """A village or residential group of a commune, with its number of households."""

    name: Name
    households: Count = None


class Project(Part):
    """A programme or project on the commune's territory."""

    id: Name
    name: Text = None
    started_on: Day = None
    finished_on: Day = None


class Unit(Part):
    """Who is audited. `headcount` counts people, `households` those of a village."""

    name: Name
    type: Annotated[UnitType, slug(UnitType, needed=True)]
    subtype: Annotated[Subtype | None, slug(Subtype)] = None
    code: Text = None
    province: Text = None
    parent: Text = None
    headcount: Count = None
    dispersed: Flag = None
    work_year_end: YearEnd = MonthDay(12, 31)
    has_trade_union: Flag = None
    has_portal: Flag = None
    has_intranet: Flag = None
    has_loudspeaker: Flag = None
    has_council: Flag = None
    special_area: Flag = None
    state_budget_salaries: Flag = None
    special_case_without_board: Text = None
    has_convention: Flag = None
    has_spending_rule: Flag = None
    villages: tuple[Village, ...] | None = None
    households: Count = None
    projects: tuple[Project, ...] | None = None

"""The facts of a unit that a pack may ask about."""

from __future__ import annotations

FACTS: dict[str, str] = {
    "headcount": "unit.headcount",
    "dispersed": "unit.dispersed",
    "has_trade_union": "unit.has_trade_union",
    "has_portal": "unit.has_portal",
    "has_intranet": "unit.has_intranet",
    "has_loudspeaker": "unit.has_loudspeaker",
    "has_council": "unit.has_council",
    "special_area": "unit.special_area",
    "state_budget_salaries": "unit.state_budget_salaries",
    "households": "unit.households",
    "villages": "unit.villages",
    "projects": "unit.projects",
    "special_case_without_board": "unit.special_case_without_board",
    "has_convention": "unit.has_convention",
    "has_spending_rule": "unit.has_spending_rule",
    "boards": "records.boards",
    "conferences": "records.meetings",
}
"""Facts of the unit that conditions may ask about, and where the official fills them in. A list is its length.

`boards` and `conferences` are how many People's Inspection Boards, and how many ordinary staff or employee
conferences, the file records up to the day of the audit.
"""

COUNTED = ("boards", "conferences")
"""Those that no official fills in: the records are counted, so that they are always known."""

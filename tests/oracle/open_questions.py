"""Where the product differs from the oracle and somebody has to decide: known differences, each by name.

Each entry is as narrow as can be: the rules, what the oracle says, what the product says, and what in the unit file
makes them differ. When the product has been mended, or the oracle was found wrong, its entry goes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .boards import in_office
from .days import days_after, read, working_days_after
from .disclosure import AGENCY, COMMUNE, ENTERPRISE, first_posted, issued
from .papers import parts_of_the_year
from .verdict import Data, section


@dataclass(frozen=True, slots=True)
class Question:
    """A known difference: `oracle` and `product` are the statuses that may stand against each other."""

    name: str
    rules: tuple[str, ...]
    oracle: tuple[str, ...]
    product: tuple[str, ...]
    arises: Callable[[Data, date, str], bool]
    seed: int
    """A unit of `making` that shows it."""


def _item(rule: str) -> str | None:
    article, _, clause = rule.removeprefix("LDC-").partition("-K")
    if article == "D11" and clause.isdecimal():
        return COMMUNE[int(clause) - 1]
    if article == "D46":
        return AGENCY[int(clause) - 1]
    return ENTERPRISE[clause[1:]] if article == "D64" else None


def _unpublished_and_undated(file: Data, as_of: date, rule: str) -> bool:
    records = section(file, "disclosures", item=_item(rule) or "")
    return any(issued(record) is None and first_posted(record, as_of) is None for record in records)


def _a_village_is_still_to_come(file: Data, as_of: date, rule: str) -> bool:
    """Some villages have the notice, not all, and the time limit is not over."""
    known = {village["name"] for village in file["unit"].get("villages", ())}

    def short(record: Data) -> bool:
        day = issued(record)
        if day is None or as_of > max(days_after(day, 30), working_days_after(day, 5)):
            return False
        lists = [p["villages"] for p in record.get("postings", ()) if isinstance(p.get("villages"), list)]
        return bool(lists) and any(known - set(names) for names in lists)

    return any(short(record) for record in section(file, "disclosures", item=_item(rule) or ""))


_PLANS = {
    "LDC-D14-K1": "disclosure_plan",
    "N59-D14-K1": "board_programme",
    "LDC-D62-K2": "board_programme",
    "LDC-D79-K2": "board_programme",
}


def _planned_for_a_quarter(file: Data, as_of: date, rule: str) -> bool:
    return any(parts_of_the_year(file, _PLANS[rule]))


def _several_boards(file: Data, as_of: date, rule: str) -> bool:
    boards = section(file, "boards", kind="peoples_inspection")
    return sum(in_office(board, as_of) is not False for board in boards) > 1


def _elected_before_the_decree(file: Data, as_of: date, rule: str) -> bool:
    since = date(2023, 8, 15)
    return any(
        (read(board.get("elected_on")) or as_of) < since <= (read(board["term"].get("from")) or as_of)
        for board in section(file, "boards", kind="peoples_inspection")
    )


def _decree_lies_ahead(file: Data, as_of: date, rule: str) -> bool:
    return as_of < date(2026, 3, 25)


def _no_beginning(file: Data, as_of: date, rule: str) -> bool:
    return any(read(project.get("started_on")) is None for project in file["unit"]["projects"])


_CLAUSES_OF_COMMUNE = tuple(f"LDC-D11-K{clause}" for clause in range(1, 15))
_CLAUSES = (
    *_CLAUSES_OF_COMMUNE,
    *(f"LDC-D46-K{clause}" for clause in range(1, 13)),
    *(f"LDC-D64-K1{point}" for point in ENTERPRISE),
)
_MEMBERS = ("LDC-D37-K2", "N59-D13-K3", "LDC-D60-K2", "LDC-D77-K2", "N59-D21-K1", "N59-D25-K1")
_UNSURE = ("needs_review", "pending")
_ANY = ("passed", "missing", "late", "defective", "pending", "needs_review", "not_applicable")

QUESTIONS = (
    # Nothing is public yet and the day of the document is not told: its time limit may not be over.
    Question("unpublished-undated", _CLAUSES, _UNSURE, ("defective",), _unpublished_and_undated, 13),
    # Before the deadline, no village at all has it: pending. All villages but one have it: defective.
    Question(
        "village-before-deadline", _CLAUSES_OF_COMMUNE, ("pending",), ("defective",), _a_village_is_still_to_come, 176
    ),
    # The year's plan or programme is owed; one for a quarter is taken for it.
    Question("quarter-for-year", tuple(_PLANS), ("missing", "needs_review"), ("passed",), _planned_for_a_quarter, 3),
    # Of two boards in office, K1 looks at the better one and the other clauses at the newer one.
    Question("two-boards", _MEMBERS, _ANY, _ANY, _several_boards, 8),
    # NĐ 59 Điều 29 khoản 2: a board elected before 15/8/2023 goes on, even if its term began after that day.
    Question("elected-before-decree", ("LDC-D36-K1", "N59-D13-K3"), _ANY, _ANY, _elected_before_the_decree, 3249),
    # Before 25/3/2026 the third quarter's duty is not there, though Điều 11 khoản 2 asks for it all the time.
    Question("third-quarter-2026", ("LDC-D11-K2-THUCHIEN",), ("pending",), ("absent",), _decree_lies_ahead, 8),
    # Whether a project runs in the year is unknown where its beginning is.
    Question("project-without-beginning", ("LDC-D41-K1",), ("needs_review",), _ANY, _no_beginning, 69),
)


def question(file: Data, as_of: date, duty: str, oracle: str, product: str) -> str | None:
    """The name of the known difference that this one is, if it is one."""
    rule = duty.partition("@")[0].partition("#")[0]
    for known in QUESTIONS:
        differs = rule in known.rules and oracle in known.oracle and product in known.product
        if differs and known.arises(file, as_of, rule):
            return known.name
    return None

"""What the oracle knows: for each type of unit, the duties of all chapters."""

from __future__ import annotations

from datetime import date
from itertools import chain

from . import boards, disclosure, meetings, papers, petitions, village
from .verdict import Data, Duty, Verdicts

_AGENCY = (*disclosure.OF_AGENCY, *papers.OF_AGENCY, *meetings.OF_AGENCY, *boards.OF_AGENCY, *petitions.OF_AGENCY)

DUTIES: dict[str, tuple[Duty, ...]] = {
    "commune": (
        *disclosure.OF_COMMUNE,
        *papers.OF_COMMUNE,
        *meetings.OF_COMMUNE,
        *boards.OF_COMMUNE,
        *petitions.OF_COMMUNE,
    ),
    "state_agency": _AGENCY,
    "public_service_unit": _AGENCY,
    "state_owned_enterprise": (
        *disclosure.OF_ENTERPRISE,
        *papers.OF_ENTERPRISE,
        *meetings.OF_ENTERPRISE,
        *boards.OF_ENTERPRISE,
        *petitions.OF_ENTERPRISE,
    ),
    "employer": (*papers.OF_EMPLOYER, *meetings.OF_EMPLOYER),
    "village": (*meetings.OF_VILLAGE, *village.OF_VILLAGE),
}


def judge(file: Data, as_of: date) -> Verdicts:
    """The status of every duty that the oracle knows of."""
    return dict(chain.from_iterable(duty(file, as_of).items() for duty in DUTIES[file["unit"]["type"]]))

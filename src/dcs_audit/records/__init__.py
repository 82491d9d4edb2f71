"""What a unit submits: the model of its records, the readers, and what is wrong with a file that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dcs_audit.records.model import Activity as Activity
    from dcs_audit.records.model import Appointment as Appointment
    from dcs_audit.records.model import Attestation as Attestation
    from dcs_audit.records.model import Board as Board
    from dcs_audit.records.model import Consultation as Consultation
    from dcs_audit.records.model import Decision as Decision
    from dcs_audit.records.model import Disclosure as Disclosure
    from dcs_audit.records.model import Document as Document
    from dcs_audit.records.model import Meeting as Meeting
    from dcs_audit.records.model import Member as Member
    from dcs_audit.records.model import Petition as Petition
    from dcs_audit.records.model import Records as Records
    from dcs_audit.records.model import UnitFile as UnitFile
    from dcs_audit.records.model import Waiver as Waiver
    from dcs_audit.records.parts import DocumentRef as DocumentRef
    from dcs_audit.records.parts import Posted as Posted
    from dcs_audit.records.parts import Posting as Posting
    from dcs_audit.records.parts import Record as Record
    from dcs_audit.records.parts import Sent as Sent
    from dcs_audit.records.parts import Term as Term
    from dcs_audit.records.period import MonthDay as MonthDay
    from dcs_audit.records.period import Period as Period
    from dcs_audit.records.problems import Problem as Problem
    from dcs_audit.records.reader import Format as Format
    from dcs_audit.records.reader import Loaded as Loaded
    from dcs_audit.records.reader import load as load
    from dcs_audit.records.reader import load_path as load_path
    from dcs_audit.records.unit import Project as Project
    from dcs_audit.records.unit import Unit as Unit
    from dcs_audit.records.unit import Village as Village
    from dcs_audit.records.vocabulary import Vocabulary as Vocabulary

_HOMES = {
    "model": (
        "Activity",
        "Appointment",
        "Attestation",
        "Board",
        "Consultation",
        "Decision",
        "Disclosure",
        "Document",
        "Meeting",
        "Member",
        "Petition",
        "Records",
        "UnitFile",
        "Waiver",
    ),
    "parts": ("DocumentRef", "Posted", "Posting", "Record", "Sent", "Term"),
    "period": ("MonthDay", "Period"),
    "problems": ("Problem",),
    "reader": ("Format", "Loaded", "load", "load_path"),
    "unit": ("Project", "Unit", "Village"),
    "vocabulary": ("Vocabulary",),
}
"""The modules beside this one, each with what it gives to others by the name of the package."""


def __getattr__(name: str) -> object:
    """Loaded when asked for: whoever needs a parser of days does without the model."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

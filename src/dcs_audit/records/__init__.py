"""What a unit submits: the model of its records, the readers, and what is wrong with a file that cannot be read."""

from dcs_audit.records.model import (
    Activity,
    Appointment,
    Attestation,
    Board,
    Consultation,
    Decision,
    Disclosure,
    Document,
    Meeting,
    Member,
    Petition,
    Records,
    UnitFile,
    Waiver,
)
from dcs_audit.records.parts import DocumentRef, Posted, Posting, Record, Sent, Term
from dcs_audit.records.period import MonthDay, Period
from dcs_audit.records.problems import Problem
from dcs_audit.records.reader import Format, Loaded, load, load_path
from dcs_audit.records.unit import Project, Unit, Village
from dcs_audit.records.vocabulary import Vocabulary

__all__ = [
    "Activity",
    "Appointment",
    "Attestation",
    "Board",
    "Consultation",
    "Decision",
    "Disclosure",
    "Document",
    "DocumentRef",
    "Format",
    "Loaded",
    "Meeting",
    "Member",
    "MonthDay",
    "Period",
    "Petition",
    "Posted",
    "Posting",
    "Problem",
    "Project",
    "Record",
    "Records",
    "Sent",
    "Term",
    "Unit",
    "UnitFile",
    "Village",
    "Vocabulary",
    "Waiver",
    "load",
    "load_path",
]

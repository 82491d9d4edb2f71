"""The unit record: one audited unit, one year, and everything that it submits.

Every fact that the contract does not require may be None, which means unknown and never "no". A list is None too where
its absence is an unknown; where absence only means that nothing was submitted, it is empty. Lists are tuples.
What hangs on several fields at once is judged in `consistency`, so that a bad field never hides another problem.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field

from dcs_audit.records.fields import (
    Agenda,
    AuditedYear,
    Count,
    Day,
    Flag,
    InPeriod,
    LenientDay,
    Many,
    Name,
    Ordinal,
    Positions,
    PostingVillages,
    Text,
    UnreadDay,
    Year,
    slug,
    word_of,
)
from dcs_audit.records.slugs import (
    Chair,
    Channel,
    DecisionForm,
    DecisionItem,
    DecisionScope,
    MeetingMode,
    Role,
    SchemaName,
)
from dcs_audit.records.unit import Part, Unit


class DocumentRef(Part):
    """A document by its number and the day it was issued."""

    number: Text = None
    date: Day = None


class Record(Part):
    """What every submitted record may carry besides its own facts."""

    id: Text = None
    note: Text = None
    evidence: Many[Name] = ()


class Posting(Part):
    """One way a content was made public. `until` is the last day; None means still posted."""

    channel: Annotated[Channel, slug(Channel, needed=True)]
    from_: Day = Field(None, alias="from")
    until: Day = None
    place: Text = None
    url: Text = None
    villages: PostingVillages = None


class Disclosure(Record):
    """Công khai: one content made public. `nil` says that there was nothing to disclose in the year."""

    item: Name
    part: Text = None
    period: InPeriod = None
    document: DocumentRef | None = None
    postings: Many[Posting] = ()
    nil: Flag = None


class Meeting(Record):
    """Hội nghị, đối thoại, cuộc họp. `entitled`, `attended`, `in_favour` count people (or summoned delegates)."""

    kind: Annotated[str, word_of("meeting_kinds")]
    for_year: Year = None
    held_on: Day = None
    extraordinary: Flag = None
    mode: Annotated[MeetingMode | None, slug(MeetingMode)] = None
    summons: Ordinal = None
    entitled: Count = None
    attended: Count = None
    in_favour: Count = None
    chaired_by: Annotated[Chair | None, slug(Chair)] = None
    with_union: Flag = None
    agreed_with_union: Flag = None
    invited_on: Day = None
    materials_sent_on: Day = None
    agenda: Agenda = None
    minutes: DocumentRef | None = None
    resolution: DocumentRef | None = None
    announced_on: Day = None


class Term(Part):
    """A board's term of office, first and last day; `until` None means open."""

    from_: Day = Field(None, alias="from")
    until: Day = None


class Member(Part):
    """A member of a board. `positions` None: unknown which offices they hold; empty: none."""

    name: Text = None
    role: Annotated[Role | None, slug(Role)] = None
    village: Text = None
    positions: Positions = None


class Board(Record):
    """Ban Thanh tra nhân dân or Ban Giám sát đầu tư của cộng đồng (the latter for one `project` id)."""

    kind: Annotated[str, word_of("board_kinds")]
    project: Text = None
    elected_on: Day = None
    recognised_on: Day = None
    term: Term | None = None
    conference_approved_size: Flag = None
    members: tuple[Member, ...] | None = None


class Sent(Part):
    """To whom a document was sent, and on which day."""

    to: Name
    on: Day = None


class Posted(Part):
    """How long a document was on display; `until` None means still."""

    from_: Day = Field(None, alias="from")
    until: Day = None


class Document(Record):
    """Văn bản, kế hoạch, báo cáo, quy chế. `sent` None: unknown whether it was sent to anyone."""

    kind: Annotated[str, word_of("document_kinds")]
    title: Text = None
    number: Text = None
    date: Day = None
    period: InPeriod = None
    sent: tuple[Sent, ...] | None = None
    posted: Posted | None = None
    consulted_on: Day = None


class Consultation(Record):
    """Lấy ý kiến: a draft put to the people or the staff, and what came of it."""

    subject: Text = None
    item: Text = None
    plan: DocumentRef | None = None
    forms: tuple[Name, ...] | None = None
    from_: Day = Field(None, alias="from")
    until: Day = None
    decided_on: Day = None
    summary_published_on: Day = None
    explained_on: Day = None
    reported_on: Day = None


class Decision(Record):
    """What a community discussed and decided. Counts are of households, for a whole commune also of villages."""

    item: Annotated[DecisionItem, slug(DecisionItem, needed=True)]
    scope: Annotated[DecisionScope | None, slug(DecisionScope)] = None
    village: Text = None
    form: Annotated[DecisionForm | None, slug(DecisionForm)] = None
    notice_on: Day = None
    materials_sent_on: Day = None
    held_on: Day = None
    households: Count = None
    attended: Count = None
    in_favour: Count = None
    villages: Count = None
    villages_in_favour: Count = None
    sent_on: Day = None
    received_on: Day = None
    recognised_on: Day = None
    published_on: Day = None


class Petition(Record):
    """Kiến nghị, phản ánh, yêu cầu. `signatories` counts people."""

    kind: Annotated[str, word_of("petition_kinds")]
    received_on: Day = None
    answered_on: Day = None
    signatories: Count = None
    channel: Annotated[Channel | None, slug(Channel)] = None


class Activity(Record):
    """Tiếp công dân, tập huấn, kiểm tra, …: `count` times, or one on `held_on`, by whom, for how many people."""

    kind: Annotated[str, word_of("activity_kinds")]
    held_on: Day = None
    period: InPeriod = None
    by: Text = None
    count: Count = None
    participants: Count = None
    document: DocumentRef | None = None


class Records(Part):
    """All that the unit submits, by section, in the order of the file."""

    disclosures: Many[Disclosure] = ()
    meetings: Many[Meeting] = ()
    boards: Many[Board] = ()
    documents: Many[Document] = ()
    consultations: Many[Consultation] = ()
    decisions: Many[Decision] = ()
    petitions: Many[Petition] = ()
    activities: Many[Activity] = ()


class Waiver(Part):
    """A rule that the unit asks not to be judged by, up to and including `until`.

    A waiver that lacks something is read, so that the report can say what it lacks: `until_text` holds what was typed
    for `until` where that is no day.
    """

    rule: Annotated[str, word_of("rule_ids")]
    reason: Text = None
    approved_by: Text = None
    until: LenientDay = None
    until_text: UnreadDay = Field(None, validation_alias="until")


class UnitFile(Part):
    """One file: one unit, one audited calendar year."""

    schema_: Annotated[SchemaName | None, slug(SchemaName)] = Field(None, alias="schema")
    unit: Unit
    year: AuditedYear
    packs: Many[Annotated[str, word_of("pack_names")]] = ()
    records: Annotated[Records, BeforeValidator(lambda value: {} if value is None else value)] = Field(
        default_factory=Records
    )
    waivers: Many[Waiver] = ()

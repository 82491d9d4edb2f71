"""The unit record: one audited unit, one year, and everything that it submits.

Every fact that the contract does not require may be None, which means unknown and never "no". A list is None too where
its absence is an unknown; where absence only means that nothing was submitted, it is empty. Lists are tuples.
What hangs on several fields at once is judged in `consistency`, so that a bad field never hides another problem.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field

from dcs_audit.records.fields import (
    Agenda,
    Answered,
    AuditedYear,
    Count,
    Day,
    Enclosures,
    Flag,
    InPeriod,
    LenientDay,
    Many,
    Name,
    Ordinal,
    Positions,
    Signatories,
    Text,
    UnreadDay,
    Year,
    slug,
    word_of,
)
from dcs_audit.records.parts import DocumentRef, Posted, Posting, Record, Sent, Term
from dcs_audit.records.slugs import (
    AppointmentKind,
    Chair,
    Channel,
    DecisionAction,
    DecisionChair,
    DecisionForm,
    DecisionItem,
    DecisionScope,
    MeetingMode,
    Proposer,
    Represents,
    Role,
    SchemaName,
)
from dcs_audit.records.unit import Part, Unit


class Disclosure(Record):
    """Công khai: one content made public. `nil` says that there was nothing to disclose in the year."""

    item: Name
    part: Text = None
    period: InPeriod = None
    document: DocumentRef | None = None
    postings: Many[Posting] = ()
    nil: Flag = None


class Meeting(Record):
    """Hội nghị, đối thoại, cuộc họp. `entitled`, `attended`, `in_favour` count people (or summoned delegates).

    `procedure` holds the letters of the law's order of business, as `agenda` those of its contents. The delegates of
    each side are those of a workplace dialogue.
    """

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
    plan: DocumentRef | None = None
    agenda: Agenda = None
    procedure: Agenda = None
    employer_delegates: Count = None
    worker_delegates: Count = None
    signed_by_both: Flag = None
    minutes: DocumentRef | None = None
    resolution: DocumentRef | None = None
    announced_on: Day = None


class Member(Part):
    """A member of a board. `positions` None: unknown which offices they hold; empty: none.

    `represents` is for whom they sit on a board that supervises a project.
    """

    name: Text = None
    role: Annotated[Role | None, slug(Role)] = None
    village: Text = None
    positions: Positions = None
    represents: Annotated[Represents | None, slug(Represents)] = None


class Board(Record):
    """Ban Thanh tra nhân dân or Ban Giám sát đầu tư của cộng đồng (the latter for one `project` id).

    `plan` is the plan of supervision, sent to the investor on `plan_sent_on`; supervision begins on `starts_on`.
    """

    kind: Annotated[str, word_of("board_kinds")]
    project: Text = None
    elected_on: Day = None
    recognised_on: Day = None
    term: Term | None = None
    conference_approved_size: Flag = None
    plan: DocumentRef | None = None
    plan_sent_on: Day = None
    starts_on: Day = None
    members: tuple[Member, ...] | None = None


class Document(Record):
    """Văn bản, kế hoạch, báo cáo, quy chế. `sent` None: unknown whether it was sent to anyone.

    `contents` are the letters of the content points that it covers; what it plans begins on `starts_on`.
    """

    kind: Annotated[str, word_of("document_kinds")]
    title: Text = None
    number: Text = None
    date: Day = None
    period: InPeriod = None
    sent: tuple[Sent, ...] | None = None
    posted: Posted | None = None
    project: Text = None
    contents: Agenda = None
    starts_on: Day = None
    consulted_on: Day = None
    union_opinion_on: Day = None


class Consultation(Record):
    """Lấy ý kiến: a draft put to the people or the staff, and what came of it.

    `from` is the day on which what is asked was made public. `assigned` says that a superior body ordered it.
    """

    subject: Text = None
    item: Text = None
    plan: DocumentRef | None = None
    plan_sent: tuple[Sent, ...] | None = None
    assigned: Flag = None
    forms: tuple[Name, ...] | None = None
    from_: Day = Field(None, alias="from")
    until: Day = None
    decided_on: Day = None
    summary_published_on: Day = None
    explained_on: Day = None
    reported_on: Day = None
    superior_reported_on: Day = None


class Decision(Record):
    """What a community discussed and decided. Counts are of households, for a whole commune also of villages.

    `team` and `counting_team` count the people who hand out and who count the votes, `witnesses` the households that
    watch the count. `action` tells the election of a village head from a dismissal. `online_agreed` counts the
    households that agreed to vote online, `supporters` those (or the citizens) behind a proposal. A `counting_team` of
    0 says that hands were raised; ballots may follow a meeting that too few attended, on `failed_meeting_on`.
    """

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
    action: Annotated[DecisionAction | None, slug(DecisionAction)] = None
    proposed_by: Annotated[Proposer | None, slug(Proposer)] = None
    proposed_on: Day = None
    supporters: Count = None
    plan: DocumentRef | None = None
    agreed_on: Day = None
    chaired_by: Annotated[DecisionChair | None, slug(DecisionChair)] = None
    clusters: Flag = None
    clusters_approved: Flag = None
    team: Count = None
    team_led_by_front: Flag = None
    plan_sent_on: Day = None
    plan_published_on: Day = None
    failed_meeting_on: Day = None
    ballots_from: Day = None
    online_agreed: Count = None
    counting_team: Count = None
    witnesses: Count = None
    contents: Agenda = None
    signed_by: Signatories = None
    called_on: Day = None
    team_formed_on: Day = None
    notified_on: Day = None
    candidates: Count = None
    candidates_sent_on: Day = None
    draft_posted: Posted | None = None
    opinion_forms: tuple[Name, ...] | None = None
    enclosures: Enclosures = None
    sent_on: Day = None
    received_on: Day = None
    recognised_on: Day = None
    refused_on: Day = None
    forwarded_on: Day = None
    channels: tuple[Annotated[Channel, slug(Channel, needed=True)], ...] | None = None
    published_on: Day = None
    reported_on: Day = None
    council_reported_on: Day = None
    next_election_on: Day = None


class Petition(Record):
    """Kiến nghị, phản ánh, yêu cầu. `signatories` counts people or households, out of `entitled`."""

    kind: Annotated[str, word_of("petition_kinds")]
    received_on: Day = None
    answered_on: Day = None
    signatories: Count = None
    entitled: Count = None
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


class Appointment(Record):
    """A village head, or somebody who acts as one: elected or appointed, recognised, for a term."""

    kind: Annotated[AppointmentKind, slug(AppointmentKind, needed=True)]
    village: Text = None
    elected_on: Day = None
    recognised_on: Day = None
    term: Term | None = None
    decision: DocumentRef | None = None


class Attestation(Record):
    """An answer to a question that no record can settle. `none`: the matter did not arise in the year."""

    rule: Annotated[str, word_of("rule_ids")]
    answer: Answered = None
    by: Text = None
    on: Day = None
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
    appointments: Many[Appointment] = ()
    attestations: Many[Attestation] = ()


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

"""Plausible unit records for property tests: every type of unit, from empty files to full ones, odd dates included."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from dcs_audit.records.slugs import (
    BOARD_KINDS,
    DISCLOSURE_ITEMS,
    MEETING_KINDS,
    PETITION_KINDS,
    UNIT_TYPES,
)
from dcs_audit.records.vocabulary import Vocabulary

Data = dict[str, Any]

YEAR = 2026
VILLAGES = ("Thôn 1", "Thôn 2", "Khu A")
PROJECTS = ("duong", "truong")
FLAGS = (
    "dispersed", "has_trade_union", "has_portal", "has_intranet", "has_loudspeaker", "has_council", "special_area",
    "state_budget_salaries",
)  # fmt: skip
CHANNELS = (
    "notice_board", "village_notice_board", "portal", "loudspeaker", "village_heads", "intranet", "all_staff_letter",
    "conference", "other",
)  # fmt: skip
POSITIONS = (
    "unit_head", "unit_deputy", "chief_accountant", "manager", "commune_official", "part_time_official",
    "village_official",
)  # fmt: skip
PERIODS = ("2026", "2025", "2027", "2026-H1", "2026-H2", "2026-Q1", "2026-Q3", "2026-Q4", "2026-M02", "2026-M07")
PARTS = ("thuc-hien", "du-toan", "du-toan-trinh", "quyet-toan", "tam-hoan-mien", "ke-khai")

_EDGES = [date(2026, 1, 1), date(2026, 2, 28), date(2026, 6, 30), date(2026, 8, 22), date(2026, 12, 31)]
_ODD = [date(1900, 1, 1), date(2024, 2, 29), date(2200, 12, 31)]
DAYS = st.one_of(
    st.dates(date(2025, 10, 1), date(2027, 3, 31)),
    st.dates(date(2025, 10, 1), date(2027, 3, 31)),
    st.sampled_from(_EDGES),
    st.sampled_from(_ODD),
)
"""Days around the audited year, its edges, and days that only a slip of the pen gives."""
AS_OF = st.dates(date(2026, 1, 1), date(2027, 4, 30)) | st.sampled_from(_EDGES)
COUNTS = st.integers(0, 12) | st.sampled_from([0, 100, 999_999_999])


def sparse(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    """A mapping in which each field may be absent, or null."""
    return st.fixed_dictionaries({}, optional={name: st.none() | values for name, values in fields.items()})


def full(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    """A mapping with all of its fields."""
    return st.fixed_dictionaries(fields)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    """A mapping with all of its fields, or some."""
    return full(**fields) | sparse(**fields)


@st.composite
def terms(draw: st.DrawFn) -> Data:
    """A term of office, open or not; never one that ends before it begins."""
    start = draw(st.none() | DAYS)
    if start is None:
        return {"until": draw(DAYS)} if draw(st.booleans()) else {}
    length = draw(st.none() | st.integers(0, 1500))
    if length is None:
        return {"from": start}
    return {"from": start, "until": min(start + timedelta(days=length), date(2200, 12, 31))}


POSTINGS = st.builds(
    lambda channel, term, villages: {"channel": channel} | term | ({} if villages is None else {"villages": villages}),
    st.sampled_from(CHANNELS),
    terms(),
    st.none() | st.just("all") | st.lists(st.sampled_from(VILLAGES), unique=True),
)
DOCUMENTS_CITED = some(number=st.just("01/QĐ"), date=DAYS)
MEMBERS = some(
    role=st.sampled_from(["head", "deputy", "member"]),
    village=st.sampled_from(VILLAGES),
    positions=st.lists(st.sampled_from(POSITIONS), max_size=2),
)


def disclosures(items: tuple[str, ...]) -> st.SearchStrategy[Data]:
    """Disclosures of a type of unit."""
    return st.builds(
        lambda item, rest: {"item": item} | rest,
        st.sampled_from(items),
        some(
            part=st.sampled_from(PARTS),
            period=st.sampled_from(PERIODS),
            document=DOCUMENTS_CITED,
            postings=st.lists(POSTINGS, max_size=4),
            nil=st.booleans(),
        ),
    )


@st.composite
def meetings(draw: st.DrawFn) -> Data:
    """Meetings; never more people than were entitled."""
    made = draw(
        some(
            held_on=DAYS,
            extraordinary=st.booleans(),
            mode=st.sampled_from(["plenary", "delegates", "ballot"]),
            chaired_by=st.sampled_from(["head", "deputy", "union"]),
            invited_on=DAYS,
            announced_on=DAYS,
            agenda=st.lists(st.sampled_from(["a", "b", "c", "d", "dd", "e", "g"]), unique=True),
        )
    )
    people = sorted(draw(st.lists(COUNTS, min_size=3, max_size=3)))
    told = draw(st.sets(st.sampled_from(["in_favour", "attended", "entitled"])))
    counts = dict(zip(["in_favour", "attended", "entitled"], people, strict=True))
    return {"kind": draw(st.sampled_from(MEETING_KINDS))} | made | {name: counts[name] for name in sorted(told)}


BOARDS = st.builds(
    lambda kind, term, rest: {"kind": kind, "term": term} | rest,
    st.sampled_from(BOARD_KINDS),
    terms(),
    some(
        elected_on=DAYS,
        recognised_on=DAYS,
        project=st.sampled_from(PROJECTS),
        conference_approved_size=st.booleans(),
        members=st.lists(MEMBERS, max_size=7),
    ),
)
PETITIONS = st.builds(
    lambda kind, rest: {"kind": kind} | rest,
    st.sampled_from(PETITION_KINDS),
    some(received_on=DAYS, answered_on=DAYS, signatories=COUNTS),
)


# --- what a careful unit submits: nearly right, so that little decides ---------------------------------------------

IN_YEAR = st.dates(date(2025, 12, 1), date(2026, 12, 31))


@st.composite
def kept_disclosures(draw: st.DrawFn, items: tuple[str, ...]) -> Data:
    """A disclosure on every channel, a few days after its document, for about as long as is asked."""
    issued = draw(IN_YEAR)
    start = issued + timedelta(days=draw(st.integers(0, 10)))
    length = draw(st.none() | st.sampled_from([2, 3, 18, 19, 20, 28, 29, 30, 60]))
    posted: Data = {"from": start} | ({} if length is None else {"until": start + timedelta(days=length)})
    channels = draw(st.sampled_from([CHANNELS, CHANNELS, CHANNELS[:3], CHANNELS[5:]]))
    postings = [{"channel": channel, "villages": "all"} | posted for channel in channels]
    return {"item": draw(st.sampled_from(items)), "document": {"date": issued}, "postings": postings}


@st.composite
def kept_meetings(draw: st.DrawFn) -> Data:
    """A meeting with everything told, about as many people as are needed."""
    held = draw(IN_YEAR)
    entitled = draw(st.integers(6, 60))
    attended = min(entitled, entitled * 2 // 3 + draw(st.integers(0, 2)))
    return {
        "kind": draw(st.sampled_from(MEETING_KINDS)),
        "held_on": held,
        "extraordinary": draw(st.sampled_from([False, False, True])),
        "mode": "plenary",
        "chaired_by": "head",
        "invited_on": held - timedelta(days=draw(st.integers(6, 9))),
        "announced_on": held + timedelta(days=draw(st.integers(0, 12))),
        "agenda": ["a", "b", "c", "d", "dd", "e"],
        "entitled": entitled,
        "attended": attended,
        "in_favour": min(attended, attended // 2 + draw(st.integers(0, 2))),
    }


@st.composite
def kept_boards(draw: st.DrawFn) -> Data:
    """A board of about the right size, in its first two years or just after."""
    elected = draw(st.dates(date(2024, 1, 1), date(2026, 6, 30)))
    roles = ["head", "deputy", *["member"] * draw(st.integers(1, 4))]
    return {
        "kind": draw(st.sampled_from(BOARD_KINDS)),
        "elected_on": elected,
        "recognised_on": elected + timedelta(days=draw(st.integers(3, 9))),
        "project": draw(st.sampled_from(PROJECTS)),
        "term": {"from": elected, "until": elected + timedelta(days=draw(st.integers(700, 735)))},
        "members": [
            {"role": role, "village": VILLAGES[n % len(VILLAGES)], "positions": []} for n, role in enumerate(roles)
        ],
    }


KEPT_PETITIONS = st.builds(
    lambda kind, day, taken: {"kind": kind, "received_on": day, "answered_on": day + timedelta(days=taken)},
    st.sampled_from(PETITION_KINDS),
    IN_YEAR,
    st.integers(10, 20),
)


def kept_documents(kinds: list[str]) -> st.SearchStrategy[Data]:
    """A document of the year, sent to all."""
    return st.builds(
        lambda kind, day, period: {
            "kind": kind, "date": day, "sent": [{"to": to, "on": day} for to in ("council", "mttq")]
        } | ({} if period is None else {"period": period}),
        st.sampled_from(kinds),
        IN_YEAR,
        st.none() | st.sampled_from(PERIODS),
    )  # fmt: skip


def documents(kinds: list[str]) -> st.SearchStrategy[Data]:
    """Documents of the kinds that the packs know."""
    sent = st.lists(
        some(on=DAYS).flatmap(lambda m: st.sampled_from(["council", "mttq"]).map(lambda to: {"to": to} | m))
    )
    return st.builds(
        lambda kind, rest: {"kind": kind} | rest,
        st.sampled_from(kinds),
        some(date=DAYS, period=st.sampled_from(PERIODS), sent=sent, posted=terms(), consulted_on=DAYS),
    )


def activities(kinds: list[str]) -> st.SearchStrategy[Data]:
    """Activities of the kinds that the packs know."""
    return st.builds(
        lambda kind, rest: {"kind": kind} | rest,
        st.sampled_from(kinds),
        some(held_on=DAYS, period=st.sampled_from(PERIODS), by=st.sampled_from(["chairman", "deputy"]), count=COUNTS),
    )


def units(unit_type: str) -> st.SearchStrategy[Data]:
    """Who is audited, with some of the facts or all."""
    flags = {name: st.booleans() for name in FLAGS}
    facts = some(
        **flags,
        headcount=st.sampled_from([0, 5, 7, 8, 9, 10, 99, 100, 500]),
        work_year_end=st.sampled_from(["12-31", "05-31", "06-30", "11-30"]),
        special_case_without_board=st.just("12/QĐ-UBND"),
        households=COUNTS,
    )
    # Villages and projects are what records refer to: either all of them are known or none is listed.
    villages = [{"name": name} for name in VILLAGES]
    projects = st.tuples(*(terms().map(lambda t: t) for _ in PROJECTS)).map(
        lambda found: [
            {"id": name}
            | {key: term[old] for key, old in (("started_on", "from"), ("finished_on", "until")) if old in term}
            for name, term in zip(PROJECTS, found, strict=True)
        ]
    )
    lists = st.fixed_dictionaries({}, optional={"villages": st.just(villages), "projects": projects})
    return st.builds(lambda some_facts, some_lists: {"name": "Đơn vị", "type": unit_type} | some_facts | some_lists,
                     facts, lists)  # fmt: skip


@st.composite
def unit_records(draw: st.DrawFn, vocabulary: Vocabulary, most: int = 6) -> Data:
    """A whole unit file as plain data, valid under `vocabulary`, with at most so many records in each section."""
    unit_type = draw(st.sampled_from((*UNIT_TYPES, "commune", "state_agency")))
    items = DISCLOSURE_ITEMS[unit_type]
    sections: dict[str, st.SearchStrategy[Data]] = {
        "meetings": kept_meetings() | meetings(),
        "boards": kept_boards() | BOARDS,
        "petitions": KEPT_PETITIONS | PETITIONS,
    }
    if items:
        sections["disclosures"] = kept_disclosures(items) | disclosures(items)
    for name, made, kinds in (
        ("documents", lambda known: kept_documents(known) | documents(known), vocabulary.document_kinds),
        ("activities", activities, vocabulary.activity_kinds),
    ):
        if kinds:
            sections[name] = made(sorted(kinds))
    chosen = draw(st.just(set(sections)) | st.sets(st.sampled_from(sorted(sections))))
    records = {name: draw(st.lists(sections[name], max_size=most)) for name in sorted(chosen)}
    return {"unit": draw(units(unit_type)), "year": YEAR, "records": records}

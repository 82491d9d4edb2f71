"""Records as they may look: for each template a made-up one, with the attributes that its duties ask for.

Numbers and names show that they are made up, and one number stands everywhere: left as it is, it is told as odd.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, get_args

from pydantic import BaseModel

from dcs_audit.drafting.blocks import Block
from dcs_audit.duties.attributes import NAMED_BY
from dcs_audit.law import inside, paths
from dcs_audit.law.model import Section
from dcs_audit.law.periods import add_months
from dcs_audit.law.questions import AllOf, Count, NoneOf, OneOf, Option, Posted, TermLimit
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records.model import Records
from dcs_audit.records.slugs import SAMPLE_NUMBER

Sample = dict[str, Any]
"""A record by the keys of the unit file; days are texts dd/mm/yyyy."""

VILLAGES = ("Thôn A", "Thôn B")
PROJECT = "DA-01"
_PEOPLE = {
    **{"Nguyễn Văn A": "head", "Trần Thị B": "deputy"},
    **{"Lê Văn C": "member", "Phạm Thị D": "member", "Hoàng Văn E": "member"},
}
"""The members of a board, each with the role."""
_CHANNELS = ("village_notice_board", "loudspeaker", "village_heads")
_SPARE_DAYS = 4
"""Days that a sample leaves open before or after what the law asks for."""
_ITEM_OF_ANY = "tu-quan"

_ANCHORS: dict[str, tuple[int, int]] = {"decisions": (18, 5), "boards": (9, 3)}
_ANCHOR = (6, 4)
"""Day and month of a record that has no due date; the days around it are counted from there."""

_AWAY: dict[str, dict[str, int]] = {
    "meetings": {"plan": -28, "materials_sent_on": -12, "invited_on": -10, "announced_on": 2},
    "boards": {"recognised_on": 4, "term": 6, "plan": 7, "plan_sent_on": 8, "starts_on": 60},
    "documents": {"consulted_on": -35, "union_opinion_on": -7, "starts_on": 14, "sent": 1, "posted": 1},
    "consultations": {
        **{"plan": -6, "plan_sent": -4, "until": 25, "explained_on": 29, "summary_published_on": 31},
        **{"superior_reported_on": 29, "decided_on": 38, "reported_on": 45},
    },
    "decisions": {
        **{"proposed_on": -55, "called_on": -52, "agreed_on": -50, "team_formed_on": -48, "draft_posted": -45},
        **{"plan": -22, "plan_sent_on": -21, "candidates_sent_on": -21, "notified_on": -16, "failed_meeting_on": -10},
        **{"plan_published_on": -9, "notice_on": -6, "materials_sent_on": -5, "ballots_from": -5},
        **{"published_on": 1, "sent_on": 3, "received_on": 4, "recognised_on": 7, "forwarded_on": 9},
        **{"reported_on": 40, "council_reported_on": 40, "next_election_on": 50},
    },
    "petitions": {"answered_on": 2},
    "appointments": {"recognised_on": 3, "term": 4, "decision": 3},
}
"""By section, how many days before (-) or after the record's own day each thing is done; 0 where none is named."""

_NUMBERS = {
    **{"entitled": 40, "attended": 36, "in_favour": 34, "summons": 2, "count": 4, "participants": 30},
    **{"employer_delegates": 3, "worker_delegates": 3, "signatories": 20},
    **{"households": 100, "villages": 2, "villages_in_favour": 2, "supporters": 20, "online_agreed": 60},
    **{"team": 3, "counting_team": 3, "witnesses": 2, "candidates": 2},
}
_NUMBERS_OF = {("decisions", "attended"): 80, ("decisions", "in_favour"): 75}
_TERM_MONTHS = 24
_WORDS = {("petitions", "channel"): "letter"}
# One of two that exclude each other, and what a record says only where all went wrong.
_LEFT_OUT = {"decisions": frozenset({"refused_on"})}


class Sampler:
    """Makes up records of one audited year."""

    def __init__(self, rulebook: Rulebook, unit_type: str, year: int) -> None:
        self._book, self._type, self._year = rulebook, unit_type, year

    def record(self, block: Block) -> Sample:
        """A record of the template, its keys in the order of the model."""
        keys = block.keys - _LEFT_OUT.get(block.section, frozenset())
        heads = {path.partition(".")[0] for path in keys} | {NAMED_BY[block.section]}
        period = self._period(block)
        if period is not None:
            heads.add("period")
        if block.section == "documents":
            heads.add("number")
        values = {head: self._value(block, head, keys, period) for head in heads}
        order = [field.alias or name for name, field in _model(block.section).model_fields.items()]
        return {head: values[head] for head in order if values.get(head) is not None}

    def _value(self, block: Block, head: str, keys: frozenset[str], period: str | None) -> Any:
        section, below = block.section, sorted(path for path in keys if path.startswith(f"{head}."))
        if head == NAMED_BY[section]:
            return block.names[0] if block.names else (_ITEM_OF_ANY if section == "decisions" else None)
        if head == "period":
            return period
        if head in block.where:
            value = block.where[head]
            return value == "true" if value in ("true", "false") else value
        if head in ("project", "number"):
            return PROJECT if head == "project" else SAMPLE_NUMBER
        shape = paths.single(section, head)
        if shape is None:
            return None
        if shape.sort == "list":
            return self._list(block, head, below)
        if shape.sort == "part":
            return self._part(block, head, below)
        if shape.sort == "day":
            return self._day(block, _AWAY.get(section, {}).get(head, 0))
        if shape.sort == "number":
            return self._year if head == "for_year" else _NUMBERS_OF.get((section, head), _NUMBERS.get(head, 1))
        if shape.sort == "flag":
            return next(iter(_values(block, head)), "true") == "true"
        if (section, head) in _WORDS:
            return _WORDS[section, head]
        return next(iter(_values(block, head)), None) or (shape.words[0] if shape.words else "…")

    def _part(self, block: Block, head: str, below: list[str]) -> Sample | None:
        day = self._day(block, _AWAY.get(block.section, {}).get(head, 0))
        shape = paths.single(block.section, head)
        if shape is not None and shape.part is not None and "number" in shape.part.model_fields:
            return {"number": SAMPLE_NUMBER, "date": day}
        made = {"from": day}
        if f"{head}.until" in below:
            made["until"] = self._term_end(block) if head == "term" else self._day(block, -5)
        return made

    def _term_end(self, block: Block) -> str:
        """The last day of the longest usual term: a whole number of years, or the months where it is less."""
        start = self._on(block) + timedelta(days=_AWAY[block.section]["term"])
        longest = [self._months(one.at_most) for one in _questions(block) if isinstance(one, TermLimit)]
        months = min(longest, default=_TERM_MONTHS)
        return _written(add_months(start, months - months % 12 if months > 12 else months) - timedelta(days=1))

    def _months(self, parameter: str) -> int:
        limit = self._book.parameters[parameter]
        value = limit.on(date(self._year, 12, 31)).value
        return value * 12 if limit.unit == "years" else value

    def _list(self, block: Block, head: str, below: list[str]) -> list[Any] | None:
        if head == "postings":
            return list(self._postings(block))
        if head == "members":
            return list(_members(block, below))
        if head in ("sent", "plan_sent"):
            day = self._day(block, _AWAY[block.section][head])
            receivers = list(_values(block, f"{head}.to")) or ["ubnd" if self._type == "village" else "mttq"]
            return [{"to": to, "on": day} for to in receivers]
        if head in ("forms", "opinion_forms"):
            return ["Hội nghị", "Phiếu lấy ý kiến"]
        if head == "channels":
            return list(_CHANNELS)
        needed = list(_values(block, head))
        counted = [one.equal_to for one in _questions(block) if isinstance(one, Count) and one.of == head]
        shape = paths.entries(block.section, head)
        needed += [value for value in counted for _ in range(2) if value is not None]
        return needed or list(shape.words[:2] if shape is not None else ())

    def _postings(self, block: Block) -> Iterator[Sample]:
        """The ways that the checks name first, each as long as it is to last."""
        seen: set[str] = set()
        for posted in first_postings(block):
            if posted.channel in seen:
                continue
            seen.add(posted.channel)
            made: Sample = {"channel": posted.channel, "from": self._day(block, 2)}
            if posted.for_ is not None:
                days = self._book.parameters[posted.for_].on(date(self._year, 12, 31)).value
                made["until"] = self._day(block, 2 + days + _SPARE_DAYS)
            if posted.villages is not None:
                made["villages"] = posted.villages
            yield made

    def _period(self, block: Block) -> str | None:
        """The period to name: a part of the year, or the year itself where the record may come after its end."""
        if "period" not in _model(block.section).model_fields:
            return None
        labels = [period for demand in block.demands for period in demand.periods if demand.rule.every != "standing"]
        parts = [label for label, _ in labels if "-" in label]
        if parts:
            return parts[0]
        after = any(due is not None and due.year > self._year for _, due in labels)
        return str(self._year) if after or "period.last" in block.keys else None

    def _on(self, block: Block) -> date:
        """The record's own day: shortly before it is due."""
        dues = [due for demand in block.demands for _, due in demand.periods[:1] if due is not None]
        inside_year = [due for due in dues if due.year == self._year]
        if inside_year:
            return max(min(inside_year) - timedelta(days=_SPARE_DAYS), date(self._year, 1, 5))
        day, month = _ANCHORS.get(block.section, _ANCHOR)
        return date(self._year, month, day)

    def _day(self, block: Block, away: int) -> str:
        first, last = date(self._year, 1, 2), date(self._year, 12, 31)
        return _written(min(max(self._on(block) + timedelta(days=away), first), last))


def first_postings(block: Block) -> Iterator[Posted]:
    """The postings of the first way to satisfy each check."""
    for use in block.uses:
        yield from (posted for posted in (use.check.options[0].posted, *use.check.options[0].both) if posted)


def other_postings(block: Block) -> Iterator[Posted]:
    """The postings of all further ways."""
    for use in block.uses:
        for option in use.check.options[1:]:
            yield from (posted for posted in (option.posted, *option.both) if posted)


def _members(block: Block, below: list[str]) -> Iterator[Sample]:
    represented = list(_values(block, "members.represents")) or ["front"]
    for place, (name, role) in enumerate(_PEOPLE.items()):
        made: Sample = {"name": name, "role": role}
        if "members.village" in below:
            made["village"] = VILLAGES[place % len(VILLAGES)]
        if "members.positions" in below:
            made["positions"] = []
        if "members.represents" in below:
            made["represents"] = represented[min(place, len(represented) - 1)]
        yield made


def _questions(block: Block) -> Iterator[Any]:
    """Every question that the checks ask, of the first way to satisfy each."""
    for use in block.uses:
        option: Option = use.check.options[0]
        yield from (value for _, _, value in inside.values(option) if not isinstance(value, (str, int, date)))


def _values(block: Block, path: str) -> Iterator[str]:
    """The values that the checks want at `path`: all of a list's, or what one attribute may be."""
    found: dict[str, None] = {}
    for question in _questions(block):
        if isinstance(question, (AllOf, OneOf)) and question.of == path:
            found.update(dict.fromkeys(question.values))
    refused = {value for one in _questions(block) if isinstance(one, NoneOf) and one.of == path for value in one.values}
    yield from (value for value in found if value not in refused)


def _model(section: Section) -> type[BaseModel]:
    of: type[BaseModel] = get_args(Records.model_fields[section].annotation)[0]
    return of


def _written(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"

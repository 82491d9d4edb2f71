"""What stands where in a bundle for the inspection team: each file once, under the clause that it proves first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dcs_audit.evidence.names import steps_to
from dcs_audit.evidence.safe_names import Shelves
from dcs_audit.verdicts.model import Citation, DutyResult, EvidenceNote, Report

CONTENTS, INDEX = "MUC-LUC.md", "index.json"
RECORD_FOLDER, REPORT_FOLDER, EVIDENCE_FOLDER = "ho-so", "bao-cao", "minh-chung"
_ELSEWHERE = "khac"


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of the bundle: its size in bytes and SHA-256 in hexadecimal digits."""

    path: str
    size: int
    sha256: str


class Clause(NamedTuple):
    """A place in the law, and the duties that rest on it and on records with evidence."""

    place: Citation
    duties: tuple[DutyResult, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """`stored` is where in the bundle a piece of evidence stands, by what records call it; `copies` the way to each.

    Several names may lead to one file, which is stored once.
    """

    stored: Mapping[str, str]
    copies: Mapping[str, str]
    clauses: tuple[Clause, ...]

    def place(self, note: EvidenceNote) -> str | None:
        """Where the piece stands, None for one that is not in the bundle."""
        return self.stored.get(note.path) if note.size is not None else None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the index of a bundle tells: the report, where things stand, every file but the index itself.

    `left_out` are report formats that could not be written, each with the library that is not installed.
    """

    report: Report
    layout: Layout
    files: tuple[Packed, ...]
    left_out: tuple[tuple[str, str], ...] = ()


def lay_out(report: Report, real: Mapping[str, str], shelves: Shelves) -> Layout:
    """Where the evidence of a report goes; `real` are the ways to the files by what records call them."""
    places: dict[str, str] = {}
    stored: dict[str, str] = {}
    for folders, note in _in_order(report):
        if note.size is None or note.path in stored:
            continue
        way, steps = real[note.path], steps_to(note.path)
        assert isinstance(steps, tuple)
        if way not in places:
            places[way] = shelves.place(EVIDENCE_FOLDER, *folders, *steps)
        stored[note.path] = places[way]
    return Layout(stored, {path: way for way, path in places.items()}, tuple(_clauses(report)))


def _in_order(report: Report) -> Iterator[tuple[tuple[str, ...], EvidenceNote]]:
    """Every piece with the folders of its clause, in the order of the rulebook; last what proves no duty."""
    for result in report.results:
        for note in result.evidence:
            yield clause_folders(result.basis[0]) if result.basis else (_ELSEWHERE,), note
    for note in report.evidence.notes if report.evidence is not None else ():
        yield (_ELSEWHERE,), note


def _clauses(report: Report) -> Iterator[Clause]:
    found: dict[Citation, list[DutyResult]] = {}
    for result in report.results:
        for place in result.basis if result.evidence else ():
            duties = found.setdefault(place, [])
            if result not in duties[-1:]:
                duties.append(result)
    for place, duties in found.items():
        yield Clause(place, tuple(duties))


def clause_folders(place: Citation) -> tuple[str, ...]:
    """The folders of a place in the law: the text, then "Dieu-11-khoan-2-diem-c", without marks on the letters."""
    numbers = (("Dieu", place.article), ("khoan", place.clause), ("diem", place.point))
    steps = [f"{word}-{number}" for word, number in numbers if number is not None]
    if place.section is not None:
        steps.append(place.section.replace(" ", "-"))
    told = "-".join(steps).replace("đ", "dd")
    return (place.source, told) if told else (place.source,)

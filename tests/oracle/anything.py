"""Units that may say anything a unit file can say: for the engines to agree on, not to be judged by hand.

Three sorts, all seeded: files drawn from the models of the unit record, so that a new section or field is drawn as
soon as it is there; the oracle's edge cases; and the samples with entries left out and moved in time. The words
that the rules look for (kinds, parts, recipients …) are taken from the rulebook, as random text would match nothing.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Annotated, Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel

from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records import Period, Posting, Project, Records, Unit, Village
from dcs_audit.records.slugs import DISCLOSURE_ITEMS, UNIT_TYPES
from dcs_audit.records.vocabulary import Vocabulary

from .making import Maker
from .verdict import Data

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
_VILLAGES = ("Thôn 1", "Thôn 2", "Khu A", "Khu B", "Xóm Lẻ")
_PROJECTS = ("duong", "truong", "cau")
_AT_MOST = {
    "attended": "entitled", "in_favour": "attended", "villages_in_favour": "villages", "online_agreed": "households",
}  # fmt: skip
_TEXTS = {
    "village": _VILLAGES,
    "villages": _VILLAGES,
    "project": _PROJECTS,
    "work_year_end": ("12-31", "05-31", "06-30", "11-30", "02-28"),
}
_PARTS = ("", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", "-M01", "-M06", "-M11")
_KINDS = {
    ("Meeting", "kind"): "meeting_kinds",
    ("Board", "kind"): "board_kinds",
    ("Document", "kind"): "document_kinds",
    ("Petition", "kind"): "petition_kinds",
    ("Activity", "kind"): "activity_kinds",
    ("Attestation", "rule"): "rule_ids",
}
"""The fields whose words the packs settle, and where a vocabulary has them."""
_SECTIONS = {
    "meeting_kinds": "meetings",
    "board_kinds": "boards",
    "document_kinds": "documents",
    "petition_kinds": "petitions",
    "activity_kinds": "activities",
    "rule_ids": "attestations",
}


class Anything:
    """Draws unit files that are valid under a rulebook; the same for the same seed."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._vocabulary = rulebook.vocabulary
        self._words = _words(rulebook)
        paths = [path for path in sorted(SAMPLES.rglob("*.yaml")) if path.stem != "loi-dinh-dang"]
        self._samples = [_sample(path, rulebook.vocabulary) for path in paths]

    def draw(self, seed: int) -> tuple[Data, date]:
        """A unit file and the day of its audit."""
        random = Random(f"anything {seed}")
        sort = seed % 5
        if sort < 2:
            return _Drawing(random, self._vocabulary, self._words).file()
        if sort == 2:
            maker = Maker(seed)
            return maker.file(), maker.as_of
        return _aged(random, random.choice(self._samples))


# --- from the models ------------------------------------------------------------------------------------------------


class _Drawing:
    def __init__(self, random: Random, vocabulary: Vocabulary, words: Mapping[str, list[str]]) -> None:
        self.random = random
        self.vocabulary = vocabulary
        self.words = words
        self.year = random.choice((2024, 2025, 2026, 2026, 2026))
        self.density = random.choice((0.15, 0.5, 0.85, 1.0))
        self.most = random.choice((1, 3, 8))
        self.type = random.choice(UNIT_TYPES)

    def file(self) -> tuple[Data, date]:
        unit = self.part(Unit) | {"name": "Đơn vị", "type": self.type}
        if self.type != "commune":
            unit.pop("subtype", None)
        for key, part, name, all_of in (
            ("villages", Village, "name", _VILLAGES),
            ("projects", Project, "id", _PROJECTS),
        ):
            if unit.get(key) is not None:
                # What records refer to must be listed, once.
                unit[key] = [self.part(part) | {name: each} for each in all_of]
        records = self.part(Records)
        if self.type == "village":
            records.pop("disclosures", None)
        file = {"unit": unit, "year": self.year, "records": records}
        _put_right(file, self.type, self.random)
        return file, date(self.year, 1, 1) + timedelta(days=self.random.randint(0, 480))

    def part(self, model: type[BaseModel]) -> Data:
        """A part of the file with some of its fields, those that it needs among them."""
        return {
            field.alias or name: self.value(model, field.alias or name, field.annotation)
            for name, field in model.model_fields.items()
            if field.is_required() or self.random.random() < self.density
        }

    def value(self, model: type[BaseModel], key: str, annotation: Any) -> Any:
        """A value of a field's type; where there are several, of the first that is not None."""
        if sort := _KINDS.get((model.__name__, key)):
            return self.word(key, sorted(getattr(self.vocabulary, sort)))
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is tuple:
            return self.many(model, key, inner[0])
        if origin is Literal:
            return self.word(key, list(inner))
        if origin is Annotated:
            return self.value(model, key, inner[0])
        if inner:
            if model is Posting and key == "villages" and self.random.random() < 0.5:
                return "all"
            return self.value(model, key, next(each for each in inner if each is not type(None)))
        if issubclass(annotation, BaseModel):
            return self.part(annotation)
        return self.plain(key, annotation)

    def many(self, model: type[BaseModel], key: str, annotation: Any) -> list[Any]:
        found = [self.value(model, key, annotation) for _ in range(self.random.randint(0, self.most))]
        if all(isinstance(one, str) for one in found) and key != "signed_by":
            return list(dict.fromkeys(found))
        return found

    def word(self, key: str, known: list[str]) -> str:
        """One of the known words, most often one that a rule looks for."""
        wanted = [word for word in self.words.get(key, ()) if word in known]
        return self.random.choice(wanted if wanted and self.random.random() < 0.8 else known)

    def plain(self, key: str, annotation: type) -> Any:
        if annotation is date:
            return self.day()
        if annotation is bool:
            return self.random.random() < 0.6
        if annotation is int:
            return self.number(key)
        if annotation is Period:
            return f"{self.random.choice((self.year, self.year, self.year - 1))}{self.random.choice(_PARTS)}"
        return self.random.choice(self.words.get(key) or _TEXTS.get(key, ("văn bản", "12/QĐ-UBND", "“nháy” & \\ dấu")))

    def number(self, key: str) -> int:
        if key == "for_year":
            return self.random.choice((self.year - 1, self.year))
        found = self.random.choice((0, 1, 2, 3, 5, 9, 10, 30, 100, 999_999_999))
        return max(1, found) if key == "summons" else found

    def day(self) -> str:
        if self.random.random() < 0.02:
            return self.random.choice(("1900-01-01", "29/02/2024", "31/12/2200"))
        first = date(self.year - 1, 10, 1)
        return (first + timedelta(days=self.random.randint(0, 540))).isoformat()


def _put_right(file: Data, unit_type: str, random: Random) -> None:
    """Takes back what no unit file may say: more than all, an end before the beginning, an item of other units."""
    for section, found in file["records"].items():
        for number, record in enumerate(found):
            record["id"] = f"{section}-{number}"
            if section == "disclosures":
                record["item"] = random.choice(DISCLOSURE_ITEMS[unit_type])
    for each in _mappings(file):
        for part, whole in _AT_MOST.items():
            # Where households are counted, those who attend and those in favour are both parts of them.
            of_all = "households" in each and part in ("attended", "in_favour")
            few, many = each.get(part), each.get("households" if of_all else whole)
            if isinstance(few, int) and isinstance(many, int) and few > many:
                each[part] = many
        for first, last in (("from", "until"), ("started_on", "finished_on")):
            if isinstance(each.get(first), str) and isinstance(each.get(last), str):
                days = sorted((each[first], each[last]), key=_iso)
                each[first], each[last] = days


def _mappings(value: Any) -> Iterator[Data]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _mappings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _mappings(inner)


def _iso(day: str) -> str:
    return "-".join(reversed(day.split("/"))) if "/" in day else day


# --- from the rulebook and the samples ------------------------------------------------------------------------------


def _words(rulebook: Rulebook) -> dict[str, list[str]]:
    """By field, the texts that rules and checks look for in it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in (*rulebook.rules, *(check for pack in rulebook.packs for check in pack.checks)):
        for mapping in _inside(each.model_dump()):
            for key in ("where", "except_", "only"):
                for field, values in (mapping.get(key) or {}).items():
                    found[field.rpartition(".")[2]].update(values)
            if isinstance(mapping.get("of"), str):
                values = mapping.get("values") or [mapping.get("equal_to")]
                found[mapping["of"].rpartition(".")[2]].update(value for value in values if isinstance(value, str))
    return {field: sorted(values) for field, values in found.items()}


def _inside(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    for each in inner:
        yield from _inside(each)


def _sample(path: Path, vocabulary: Vocabulary) -> Data:
    """A sample without what only another pack knows."""
    data: Data = yaml.load(path.read_bytes(), yaml.BaseLoader)
    for key in ("packs", "waivers"):
        data.pop(key, None)
    records = data.get("records") or {}
    for (_, key), sort in _KINDS.items():
        section = _SECTIONS[sort]
        known = getattr(vocabulary, sort)
        records[section] = [entry for entry in records.get(section) or () if entry[key] in known]
    data["records"] = records
    return data


def _aged(random: Random, sample: Data) -> tuple[Data, date]:
    """A sample with some entries and fields left out and some entries a few days earlier or later."""
    file = copy.deepcopy(sample)
    share = random.choice((0.0, 0.1, 0.4))
    file["records"] = {
        section: [
            _moved(entry, random.randint(-4, 9)) if random.random() < 0.3 else entry
            for entry in entries
            if random.random() >= share
        ]
        for section, entries in file["records"].items()
    }
    for key in [key for key in file["unit"] if key not in ("name", "type", "villages", "projects")]:
        if random.random() < share / 2:
            del file["unit"][key]
    year = int(file["year"])
    return file, date(year, 1, 1) + timedelta(days=random.randint(20, 450))


def _moved(value: Any, days: int) -> Any:
    """Every day in it so many days later, so that no two of them change their order."""
    if isinstance(value, dict):
        return {key: _moved(inner, days) for key, inner in value.items()}
    if isinstance(value, list):
        return [_moved(inner, days) for inner in value]
    parts = _iso(value).split("-") if isinstance(value, str) else []
    if len(parts) == 3 and all(part.isdecimal() for part in parts) and len(parts[0]) == 4:
        return (date(*map(int, parts)) + timedelta(days=days)).isoformat()
    return value

"""Unit records made up from the JSON Schema of unit files, so that nothing in the contract can be forgotten here."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from random import Random
from typing import Any

from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records.schema import json_schema
from dcs_audit.records.slugs import DISCLOSURE_ITEMS, UNIT_TYPES

VILLAGES = ("Thôn Một", "Tổ dân phố số 2", "Bản Ba")
PROJECTS = ("DA-1", "DA-2")
PACKS = ("my-hao-2024", "diem-he-2026", "binh-giang-2026")
WORDS = (
    "Xã Phú Hòa Đông",
    "12/QĐ-UBND",
    "council",
    "district_committee",
    "a",
    "=1+1",
    "<b>",
    "…",
    "Ông Đỗ",
    "\u1ea1\u0301",
)
NASTY = (
    *(
        "",
        " ",
        "\x1b[31m",
        "\u202e",
        "\x00",
        "\ud800",
        "-1",
        "1e999",
        "NaN",
        "31/02/2026",
        "2026-13-01",
        "=cmd|' /C'!A1",
    ),
    *(None, True, False, 0, -1, 10**18, 1.5, [], {}, [[]], {"x": 1}, ["a", None], "x" * 3000, "2026-W01", "all"),
)


class Maker:
    """Makes records for one rulebook. All that it does hangs on `random` alone."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._random = Random(0)

    @cached_property
    def _schema(self) -> dict[str, Any]:
        return json_schema(self._rulebook.vocabulary)

    def record(self, random: Random) -> dict[str, Any]:
        """A record that the contract allows in shape; most of them make sense too."""
        self._random = random
        unit_type = random.choice(UNIT_TYPES)
        made = self._object("UnitFile", self._schema, 0.7)
        made["unit"]["type"] = unit_type
        made["unit"]["villages"] = [{"name": name, "households": random.randint(0, 300)} for name in VILLAGES]
        made["unit"]["projects"] = [{"id": name} for name in PROJECTS]
        if unit_type != "commune":
            made["unit"].pop("subtype", None)
        made["year"] = random.choice((2023, 2025, 2026, 2026, 2026))
        made["packs"] = random.sample(PACKS, random.choice((0, 0, 0, 1)))
        made.pop("schema", None)
        records = made.get("records") or {}
        items = DISCLOSURE_ITEMS[unit_type]
        for entry in records.get("disclosures") or ():
            entry["item"] = random.choice(items or ("noi-dung-khac",))
        if not items:
            records.pop("disclosures", None)
        self._distinct(made)
        return made

    def broken(self, random: Random) -> Any:
        """A record with some values replaced by what does not belong there, keys renamed, or parts doubled."""
        made: Any = self.record(random)
        for _ in range(random.randint(1, 4)):
            made = self._spoiled(made, random)
        return made

    def _distinct(self, made: dict[str, Any]) -> None:
        """Counts that do not contradict each other, waivers and answers once for each rule."""
        for section in (made.get("records") or {}).values():
            for entry in section or ():
                whole = entry.get("entitled", entry.get("households"))
                if isinstance(whole, int):
                    for part in ("attended", "in_favour", "signatories"):
                        if isinstance(entry.get(part), int):
                            entry[part] = min(entry[part], whole)
                            whole = entry[part] if part == "attended" else whole
                else:
                    entry.pop("in_favour", None)
        for holder, key in ((made, "waivers"), (made.get("records") or {}, "attestations")):
            if holder.get(key):
                holder[key] = list({entry["rule"]: entry for entry in holder[key]}.values())

    def _spoiled(self, made: Any, random: Random) -> Any:
        places = list(_places(made))
        if not places:
            return random.choice(NASTY)
        holder, key = random.choice(places)
        what = random.random()
        if what < 0.6:
            holder[key] = random.choice(NASTY)
        elif what < 0.75 and isinstance(holder, dict):
            holder[f"{key}{random.choice(('s', ' ', '_', 'ạ'))}"] = holder.pop(key)
        elif what < 0.9 and isinstance(holder, list):
            holder.extend(holder[:3])
        else:
            del holder[key]
        return made

    def _object(self, name: str, shape: dict[str, Any], chance: float) -> dict[str, Any]:
        needed = set(shape.get("required", ()))
        return {
            key: self._value(f"{name}.{key}", inner, chance)
            for key, inner in shape["properties"].items()
            if key in needed or self._random.random() < chance
        }

    def _value(self, place: str, shape: dict[str, Any], chance: float) -> Any:
        random = self._random
        key = place.rpartition(".")[2]
        if key in ("village", "villages"):
            return self._village(place, shape)
        if key == "project":
            return random.choice(PROJECTS)
        if "$ref" in shape:
            name = shape["$ref"].rpartition("/")[2]
            if hasattr(self, f"_{name}"):
                return getattr(self, f"_{name}")()
            inner = self._schema["$defs"][name]
            return self._object(name, inner, 0.45) if "properties" in inner else self._value(name, inner, chance)
        if "enum" in shape:
            return random.choice(shape["enum"])
        if "const" in shape:
            return shape["const"]
        if "anyOf" in shape:
            options = [option for option in shape["anyOf"] if option != {"type": "null"} or random.random() < 0.1]
            return self._value(place, random.choice(options), chance)
        if "items" in shape:
            return [self._value(place, shape["items"], chance) for _ in range(random.choice((0, 1, 1, 2, 3)))]
        return None

    def _village(self, place: str, shape: dict[str, Any]) -> Any:
        if place in ("Unit.villages", "Decision.villages"):
            return self._Count()
        if place == "Posting.villages":
            return self._random.choice(("all", list(VILLAGES), [VILLAGES[0]], None))
        return self._random.choice(VILLAGES)

    # Single values, by their names in the schema.

    def _Day(self) -> Any:
        day = date(2026, 1, 1) + timedelta(days=self._random.randint(-250, 550))
        return self._random.choice((day.isoformat(), f"{day.day}/{day.month}/{day.year}", day.isoformat(), None))

    def _Text(self) -> Any:
        return self._random.choice((*WORDS, None, 7, ""))

    def _RequiredText(self) -> Any:
        return self._random.choice(WORDS)

    def _Count(self) -> Any:
        return self._random.choice((None, 0, 1, 3, 7, 66, 99, "100", 999_999_999))

    def _Ordinal(self) -> Any:
        return self._random.choice((None, 1, 2, 3))

    def _Flag(self) -> Any:
        return self._random.choice((None, True, True, False, "true"))

    def _Year(self) -> Any:
        return self._random.choice((None, 2025, 2026, "2026"))

    def _AuditedYear(self) -> Any:
        return 2026

    def _DayOfYear(self) -> Any:
        return self._random.choice((None, "12-31", "05-31", "02-28"))

    def _Period(self) -> Any:
        return self._random.choice((None, 2026, "2026", "2026-H1", "2026-H2", "2026-Q1", "2026-Q4", "2026-M03", "2025"))


def _places(made: Any) -> Any:
    """Every value inside, as what holds it and the key."""
    entries = list(made.items()) if isinstance(made, dict) else list(enumerate(made)) if isinstance(made, list) else []
    for key, value in entries:
        yield made, key
        yield from _places(value)

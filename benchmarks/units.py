"""Any number of plausible units, the same for the same seed: the samples with records left out, moved and renamed."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
_SHARES = (
    ("truong-hoc", 35),
    ("thon-tot", 20),
    ("co-quan", 15),
    ("nguoi-su-dung-lao-dong-tot", 15),
    ("thon-nhieu-ton-tai", 5),
    ("xa-gan-dat", 3),
    ("nguoi-su-dung-lao-dong-nhieu-ton-tai", 3),
    ("doanh-nghiep-nha-nuoc-tot", 2),
    ("xa-nhieu-ton-tai", 1),
    ("xa-trong", 1),
)
"""Samples and their weights, roughly as units of these types stand in the country; the communes are the largest."""

_PROVINCES = ("An Giang", "Đắk Lắk", "Hà Tĩnh", "Hưng Yên", "Lâm Đồng", "Phú Thọ", "Quảng Trị", "Tây Ninh")
_LEFT_OUT = 0.12
_MOVED = 0.25


def plausible(number: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """`number` unit records as plain data, one at a time."""
    drawn = Random(seed)
    names, weights = zip(*_SHARES, strict=True)
    models = {name: yaml.load((SAMPLES / f"{name}.yaml").read_bytes(), yaml.BaseLoader) for name in names}
    for count in range(number):
        record = copy.deepcopy(models[drawn.choices(names, weights)[0]])
        unit = record["unit"]
        unit["name"] = f"{unit['name']} {count + 1}"
        unit["code"] = f"{count + 1:06d}"
        unit["province"] = drawn.choice(_PROVINCES)
        unit["parent"] = f"Xã số {count % 40 + 1}, {unit['province']}"
        sections = record.get("records") or {}
        record["records"] = {section: _thinned(entries, drawn) for section, entries in sections.items()}
        record.pop("waivers", None)
        yield record


def _thinned(entries: list[Any], drawn: Random) -> list[Any]:
    """Some entries left out, some of the others a few days later."""
    kept = [entry for entry in entries if drawn.random() >= _LEFT_OUT]
    return [_moved(entry, drawn.randint(-3, 9)) if drawn.random() < _MOVED else entry for entry in kept]


def _moved(value: Any, days: int) -> Any:
    """Every day in it so many days later, so that no two of them change their order."""
    if isinstance(value, dict):
        return {key: _moved(item, days) for key, item in value.items()}
    if isinstance(value, list):
        return [_moved(item, days) for item in value]
    return _later(value, days)


def _later(value: Any, days: int) -> Any:
    if not isinstance(value, str):
        return value
    for parts in (value.split("-"), list(reversed(value.split("/")))):
        if len(parts) == 3 and all(part.isdecimal() for part in parts) and len(parts[0]) == 4:
            return (date(*map(int, parts)) + timedelta(days=days)).isoformat()
    return value

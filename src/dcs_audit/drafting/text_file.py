"""A unit file as YAML or JSON text, from its model: what is unknown is left out, a list known to be empty is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import BaseModel

from dcs_audit.records import UnitFile
from dcs_audit.records.model import Waiver
from dcs_audit.records.period import MonthDay, Period
from dcs_audit.records.xlsx_layout import written

_WIDEST = 1 << 30  # no line is broken: the reader of a diff sees one value on one line


def as_json(unit: UnitFile) -> str:
    """The unit file as JSON, days as year-month-day."""
    return json.dumps(_plain(unit, date.isoformat), ensure_ascii=False, indent=2) + "\n"


def as_yaml(unit: UnitFile) -> str:
    """The unit file as YAML, days as day/month/year."""
    import yaml

    content = _plain(unit, lambda day: f"{day:%d/%m/}{day.year:04d}")
    text: str = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=_WIDEST, indent=2)
    return text


def _plain(value: Any, day: Callable[[date], str]) -> Any:
    match value:
        case BaseModel():
            return {key: _plain(inner, day) for key, inner in _said(value)}
        case tuple():
            return [_plain(entry, day) for entry in value]
        case date():
            return day(value)
        case Period() | MonthDay():
            return value.label
    return value


def _said(model: BaseModel) -> list[tuple[str, Any]]:
    """The keys under which a model says something other than what their absence says."""
    found: dict[str, Any] = {}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if value != info.get_default(call_default_factory=True):
            found.setdefault(written(name, info), value)
    if isinstance(model, Waiver) and model.until is None and model.until_text is not None:
        found["until"] = model.until_text
    return list(found.items())

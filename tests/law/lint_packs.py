"""A pack without fault, to be spoilt in one place, and what lint says of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from tiny_packs import CITE, SOURCES, check, parameter, rule, write_pack

from dcs_audit.auditor import Auditor
from dcs_audit.law.lint import Verdict, lint
from dcs_audit.law.loader import read_pack

Data = dict[str, Any]

OTHER_SOURCE = SOURCES[0] | {"id": "nghi-dinh", "in_force": {"from": "2024-01-01", "to": "2025-12-31"}}
UNREAD = SOURCES[0] | {"id": "thong-tu", "text": "not_read"}
VOCABULARY = {"documents": ["democracy_regulation"]}
BASES = {"so": {"as_of": "2026-06-15", "year": 2026, "unit": {"name": "Sở A", "type": "state_agency"}}}


def both(vi: str, en: str) -> Data:
    """A sentence in each language."""
    return {"vi": vi, "en": en}


def good_rule(rule_id: str = "QC-D1", **over: Any) -> Data:
    """A rule without fault: an agency has a democracy regulation of 2023 or later."""
    said = {
        "title": both(f"Quy chế dân chủ {rule_id}", f"Democracy regulation {rule_id}"),
        "message": both("Cơ quan phải ban hành quy chế.", "An agency must issue a regulation."),
        "remedy": both("Ban hành quy chế.", "Issue a regulation."),
        "checks": ["con-moi"],
    }
    return rule(rule_id, **{**said, **over})


def good_check(name: str = "con-moi", *options: Data, **over: Any) -> Data:
    """A check without fault: the document is of 2023 or later."""
    asked = options or ({"not_before": {"of": "date", "day": "2023-07-01"}},)
    return check(name, *asked, **{"title": both(f"Tiêu chí {name}", f"Check {name}"), **over})


def good_parameter(name: str, value: int = 5, unit: str = "days", **over: Any) -> Data:
    """A parameter without fault."""
    values = [{"from": "2020-01-01", "value": value, "basis": CITE}]
    told = {"title": both(f"Tham số {name}", f"Number {name}"), "values": values}
    return parameter(name, unit, value, **{**told, **over})


def case(expect: str = "passed", rule_id: str = "QC-D1", **over: Any) -> Data:
    """A case of a rule: its document is new where it passes, old where it is defective."""
    dates = {"passed": "2025-01-01", "defective": "2022-01-01"}
    documents = [{"kind": "democracy_regulation", "date": dates[expect]}] if expect in dates else []
    told = {"rule": rule_id, "name": expect, "base": "so", "records": {"documents": documents}, "expect": expect}
    return told | over


def good_cases(rule_id: str = "QC-D1") -> list[Data]:
    """A case that passes and one that does not."""
    return [case("passed", rule_id), case("defective", rule_id)]


def pack(
    folder: Path,
    rules: list[Data] | None = None,
    checks: list[Data] | None = None,
    parameters: list[Data] | None = None,
    cases: list[Data] | None = None,
    sources: list[Data] | None = None,
    coverage: list[Data] | None = None,
    informational: list[Data] | None = None,
    **about: Any,
) -> Path:
    """A pack without fault but for what is given."""
    rules = [good_rule()] if rules is None else rules
    checks = [good_check()] if checks is None else checks
    write_pack(folder, rules, checks, parameters or (), **{"vocabulary": VOCABULARY, **about})
    for path in folder.iterdir():
        _write(path, json.loads(path.read_text(encoding="utf-8")))
    if informational is not None:
        _write(folder / "b.yaml", {"informational": informational})
    if sources is not None:
        _write(folder / "sources.yaml", {"sources": sources})
    if coverage is not None:
        _write(folder / "coverage.yaml", {"sources": coverage})
    told = [one for each in rules for one in good_cases(each["id"])] if cases is None else cases
    _write(folder / "a.test.yaml", {"bases": BASES, "cases": told})
    return folder


def _write(path: Path, content: Data) -> None:
    own = json.loads(json.dumps(content))  # without what is shared, which would be written once only
    path.write_text(yaml.safe_dump(own, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def linted(*folders: Path) -> Verdict:
    """What lint finds in packs, the first of which stands for the national one."""
    packs = [read_pack(str(folder)) for folder in folders]
    return lint(packs, lambda rulebook: Auditor(rulebook, "reference"))


def faults(*folders: Path) -> list[tuple[str, str, str]]:
    """Code, file and what stands on the line of each fault, in order."""
    found = []
    for fault in linted(*folders).faults:
        folder = next(folder for folder in folders if fault.file.startswith(f"{folder.name}/"))
        name = fault.file.removeprefix(f"{folder.name}/")
        line = (folder / name).read_text(encoding="utf-8").splitlines()[fault.line - 1]
        found.append((fault.code, name, line.strip().removeprefix("- ").replace("'", "")))
    return found

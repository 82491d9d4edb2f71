"""A command line whose law, auditor, clock and streams are stand-ins; files and arguments are real."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from report.builders import duty, report_on

from dcs_audit.cli.main import main
from dcs_audit.law.basics import Window
from dcs_audit.law.loader import PackError
from dcs_audit.law.model import Rule
from dcs_audit.law.questions import Check
from dcs_audit.locale.phrases import Text
from dcs_audit.records import Vocabulary
from dcs_audit.verdicts.model import AuditError, Citation, DutyResult, Group, Report, Severity, Status

TODAY = date(2026, 11, 20)
PASSED = duty("LDC-D11-K1", Status.PASSED, Text("Công khai", "Disclosure"))
UNIT = "unit: {{name: {name}, type: commune}}\nyear: 2026\n"


@dataclass
class Ran:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


@dataclass
class Bench:
    """What stand-ins saw, and what they are to answer."""

    results: tuple[DutyResult, ...] = (PASSED,)
    packs: list[tuple[str, ...]] = field(default_factory=list)
    audits: list[dict[str, Any]] = field(default_factory=list)
    fail: Callable[[str], None] = lambda name: None
    stdin: str = ""

    def run(self, *argv: str) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        code = main(argv, io.StringIO(self.stdin), out, err, lambda: TODAY)
        return Ran(code, out.getvalue(), err.getvalue())

    def rulebook(self, names: Sequence[str] = ()) -> Any:
        self.packs.append(tuple(names))
        if "hong" in names:
            raise PackError(("hong/pack.yaml:3:1: name: is missing", "hong/a.yaml:1:1: rules: is missing"))
        local = "binh-giang-2026" in names
        packs = [SimpleNamespace(name=name) for name in ("quoc-gia", *names)]
        rules = _rules()
        return SimpleNamespace(
            packs=packs,
            digest="sha256:00",
            rules=rules,
            targets=(),
            blueprint=None,
            checks={"han": _check()},
            parameters={},
            rule_ids=frozenset({"LDC-D11-K1", "LDC-D36-K1", *(["BG-BC-01"] if local else [])}),
            groups=(Group("cong-khai", Text("Công khai", "Disclosure")), Group("giam-sat", Text("Giám sát", "Watch"))),
            cite=lambda cite: Citation(
                cite.source, Text("Luật 10/2022/QH15", "Law 10/2022/QH15"), cite.article, cite.clause, cite.point
            ),
            vocabulary=Vocabulary(
                document_kinds=frozenset({"report_of_the_pack"} if local else ()),
                pack_names=frozenset({"quoc-gia", "binh-giang-2026", "hong"}),
            ),
        )

    def auditor(self, rulebook: Any, engine: str = "both", *, fresh: bool = False) -> Any:
        def audit(loaded: Any, as_of: date, year: int | None = None, evidence: Any = None) -> Report:
            name = loaded.unit.unit.name
            seen = {"unit": name, "as_of": as_of, "year": year, "engine": engine, "fresh": fresh}
            self.audits.append({**seen, "packs": [pack.name for pack in rulebook.packs]})
            self.fail(name)
            report = report_on({"name": name, "type": "commune"}, self.results)
            return replace(report, as_of=as_of, input_path=loaded.name)

        return SimpleNamespace(audit=audit)


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    for name in ("DCS_AUDIT_LANG", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    stand_in = Bench()
    monkeypatch.setattr("dcs_audit.law.rulebook.load_rulebook", stand_in.rulebook)
    monkeypatch.setattr("dcs_audit.auditor.Auditor", stand_in.auditor)
    # With an engine in C each record would be audited in a process that cannot tell the stand-ins what it saw.
    monkeypatch.setattr("dcs_audit.engine.native.installed", lambda: False)
    yield stand_in


@pytest.fixture
def unit_file(tmp_path: Any) -> Callable[..., str]:
    """Writes a unit file and gives its path."""

    def write(name: str = "xa.yaml", more: str = "", unit: str = "Xã A") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(UNIT.format(name=unit) + more, encoding="utf-8")
        return str(path)

    return write


def violation(rule: str = "LDC-D11-K1", severity: Severity = Severity.CRITICAL, group: str = "cong-khai") -> DutyResult:
    return duty(rule, Status.MISSING, Text("Thiếu", "Lacking"), severity=severity, group=group)


def other(status: Status) -> DutyResult:
    return duty("LDC-D11-K2", status, Text("Khác", "Other"))


def audit_error(*names: str) -> Callable[[str], None]:
    """An engine that fails on these units."""

    def fail(name: str) -> None:
        if name in names:
            raise AuditError("the engines disagree")

    return fail


def _rules() -> tuple[Rule, ...]:
    def rule(rule_id: str, **more: Any) -> Rule:
        plain: dict[str, Any] = {
            "id": rule_id,
            "title": {"vi": f"Tên {rule_id}", "en": f"Title {rule_id}"},
            "message": {"vi": "Phải làm.", "en": "To be done."},
            "remedy": {"vi": "Làm đi.", "en": "Do it."},
            "basis": {"source": "luat", "article": 11, "clause": 1},
            "group": "cong-khai",
            "severity": "critical",
            "applies_to": "commune",
            "in_force": {"from": "2023-07-01"},
            "record": {"section": "disclosures"},
            "checks": ["han"],
            "verified": True,
        }
        return Rule.model_validate({**plain, **more})

    return (
        rule("LDC-D36-K1", group="giam-sat", severity="major", applies_to=["commune", "village"], verified=False),
        rule("LDC-D11-K1", in_force=Window.model_validate({"from": date(2023, 7, 1), "to": date(2025, 6, 30)})),
        rule("LDC-D11-K1", in_force={"from": "2025-07-01"}, every="quarter", note={"vi": "Đã sửa.", "en": "Amended."}),
    )


def _check() -> Check:
    return Check.model_validate(
        {
            "name": "han",
            "id": "han-cong-khai",
            "title": {"vi": "Đúng hạn", "en": "In time"},
            "basis": {"source": "luat", "article": 12, "clause": 3},
            "options": [{"fact": {"fact": "has_portal", "is": True}}],
        }
    )

"""`audit_many`: bad records become failures; what goes in and what comes out can travel."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date

import pytest

import dcs_audit
from dcs_audit import Failure, audit_many, load_rulebook
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.records.reader import load
from dcs_audit.verdicts.model import Report

AS_OF = date(2026, 11, 20)
GOOD = {"unit": {"name": "Thôn Một", "type": "village", "households": 120}, "year": 2026}
BYTES = b'{"unit": {"name": "Th\xc3\xb4n Hai", "type": "village"}, "year": 2026}'
YAML = "unit: {name: Thôn Ba, type: village}\nyear: 2026\n".encode()


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


def test_each_record_gives_a_report_or_a_failure_in_order(rulebook: Rulebook) -> None:
    loaded = load(BYTES, "a.json", rulebook.vocabulary, "json")
    records = [GOOD, b"{", BYTES, {"unit": 3}, YAML, {"unit": object()}, loaded, [GOOD]]
    found = list(audit_many(records, rulebook, AS_OF, engine="reference"))  # type: ignore[arg-type]
    assert [type(entry) for entry in found] == [Report, Failure, Report, Failure, Report, Failure, Report, Failure]
    names = [entry.unit["name"] for entry in found if isinstance(entry, Report)]
    assert names == ["Thôn Một", "Thôn Hai", "Thôn Ba", "Thôn Hai"]
    assert all(entry.lines("vi") and entry.lines("en") for entry in found if isinstance(entry, Failure))
    assert [entry.name for entry in found if isinstance(entry, Failure)] == ["<2>", "<4>", "<6>", "<8>"]


def test_what_comes_out_can_be_pickled(rulebook: Rulebook) -> None:
    found = list(audit_many([GOOD, b"{"], rulebook, AS_OF, engine="reference"))
    assert pickle.loads(pickle.dumps(found)) == found


def test_records_are_taken_one_at_a_time(rulebook: Rulebook) -> None:
    taken = []

    def records() -> Iterator[bytes]:
        for number in range(3):
            taken.append(number)
            yield BYTES

    found = audit_many(records(), rulebook, AS_OF, engine="reference")
    assert taken == []
    next(found)
    assert taken == [0]


def test_a_bug_costs_the_record_that_met_it(rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    from dcs_audit.auditor import Auditor

    real = Auditor.audit

    def audit(self: Auditor, loaded: object, **more: object) -> Report:
        if loaded.name == "<1>":  # type: ignore[attr-defined]
            raise ZeroDivisionError("division by zero")
        return real(self, loaded, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Auditor, "audit", audit)
    first, second = audit_many([BYTES, BYTES], rulebook, AS_OF, engine="reference")
    assert isinstance(first, Failure) and first.bug and "ZeroDivisionError" in first.lines("vi")[0]
    assert isinstance(second, Report)


def test_a_pack_that_the_rulebook_does_not_hold_is_a_failure(rulebook: Rulebook) -> None:
    others = sorted(rulebook.vocabulary.pack_names - {"quoc-gia"})
    if not others:
        pytest.skip("no local pack is shipped")
    (found,) = audit_many([{**GOOD, "packs": others[:1]}], rulebook, AS_OF, engine="reference")
    assert isinstance(found, Failure) and others[0] in found.reason


def test_there_is_nothing_else_under_the_name_of_the_package() -> None:
    with pytest.raises(AttributeError):
        dcs_audit.nothing_of_the_kind  # noqa: B018

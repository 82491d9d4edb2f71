"""The sum over a fleet, and the report on it."""

from __future__ import annotations

import json

from report.builders import agency, commune, fleet_of, report_on

from dcs_audit.fleet.failure import Failure
from dcs_audit.fleet.share import share_of
from dcs_audit.fleet.tally import MOST_NAMED, MOST_PROBLEMS, Tally, largest, merged
from dcs_audit.records.problems import Problem
from dcs_audit.report.interface import Options
from dcs_audit.verdicts.model import Report, Severity

from .test_goals import MISSING, PASSED, A, B, goal, result, unit


def tally_of(*reports: Report) -> Tally:
    tally = Tally()
    for report in reports:
        tally.add(share_of(report, [goal()]))
    return tally


def placed(number: int, parent: str | None, *results: object) -> Report:
    return report_on({"name": f"Đơn vị {number}", "type": "commune", "parent": parent}, results)  # type: ignore[arg-type]


def test_sums() -> None:
    tally = tally_of(commune(), agency())
    assert (tally.units, tally.duties) == (2, 15)
    assert sum(tally.counts.values()) == 15
    assert [tally.violations[level] for level in Severity] == [4, 1, 0]
    assert [(name, rating.units) for name, rating in tally.rated] == [("tot", 1), ("chua-dat", 1)]
    assert {name: (part.units, part.faulty) for name, part in tally.provinces.items()} == {
        "Đồng Tháp": (1, 1),
        None: (1, 0),
    }
    assert dict(tally.types["commune"].groups) == {"cong-khai": 2, "giam-sat": 3}


def test_a_rule_counts_once_for_a_unit_however_many_duties_it_has() -> None:
    rules = dict(tally_of(commune()).frequent)
    assert (rules["LTCD-D15-K2"].units, rules["LTCD-D15-K2"].duties) == (1, 2)


def test_the_most_frequent_come_first() -> None:
    tally = tally_of(unit("a", result(B, MISSING)), unit("b", result(B, MISSING), result(A, MISSING)))
    assert [rule for rule, _ in tally.frequent] == [B, A]


def test_the_worst_are_kept_in_order_and_equal_ones_as_they_came() -> None:
    units = [unit(f"{n}", *[result(A, MISSING)] * (n % 3)) for n in range(90)]
    worst = tally_of(*units).worst
    assert [share.name for share in worst] == [str(n) for n in range(90) if n % 3 == 2][:MOST_NAMED]
    assert tally_of(unit("a", result(A, PASSED))).worst == []


def test_what_is_kept_does_not_grow_with_the_units() -> None:
    tally = tally_of(*(placed(n, f"Cấp trên {n % 7}", result(A, MISSING)) for n in range(500)))
    assert len(tally.worst) == MOST_NAMED
    assert (len(tally.parents), len(tally.rules), len(tally.ratings)) == (7, 1, 1)


def test_the_largest_and_the_others_add_up_to_all() -> None:
    tally = tally_of(*(placed(n, f"P{n % 30:02d}", result(A, MISSING)) for n in range(40)))
    shown, more = largest(tally.parents, 20)
    assert (len(shown), more) == (20, 10)
    assert [name for name, part in shown[:2]] == ["P00", "P01"]
    assert merged(list(tally.parents.values())).units == 40


def test_text_of_many_units_is_short_and_of_few_holds_each() -> None:
    many = [placed(n, f"Cấp trên {n}", result(A, MISSING)) for n in range(300)]
    shown = fleet_of("text", many, Options("vi"), [f"hong-{n}.yaml" for n in range(90)], [goal()])
    assert len(shown.splitlines()) < 250
    for words in (
        "300 đơn vị",
        "Khác (280)",
        "0 / 300 đơn vị (0,0 %)",
        "… và 280 đơn vị khác",
        "… và 70 tệp hồ sơ khác",
    ):
        assert words in shown
    assert "KẾT QUẢ TỰ KIỂM TRA" not in shown
    few = fleet_of("text", many[:10], Options("vi"))
    assert few.count("KẾT QUẢ TỰ KIỂM TRA") == 10
    assert fleet_of("text", many[:10], Options("vi", summary=True)).count("KẾT QUẢ TỰ KIỂM TRA") == 0
    assert fleet_of("text", many[:10], Options("vi"), ["hong.yaml"]).count("KẾT QUẢ TỰ KIỂM TRA") == 0


def test_of_many_bad_files_all_are_named_and_the_first_explained() -> None:
    tally, problem = Tally(), Problem("a", 1, 1, "", "tab")
    for number in range(3000):
        tally.fail(Failure(str(number), (problem,) * 3))
    assert (len(tally.not_audited), len(tally.failures), tally.kept) == (3000, MOST_PROBLEMS // 3, 999)
    assert [failure.name for failure in tally.failures] == tally.not_audited[: MOST_PROBLEMS // 3]


def test_json() -> None:
    data = json.loads(fleet_of("json", [commune(), agency()], None, ["hong.yaml"], [goal()]))
    assert list(data) == ["schema", "units", "targets", "summary", "notices", "not_audited", "problems"]
    assert [entry["unit"]["type"] for entry in data["units"]] == ["commune", "state_agency"]
    assert data["targets"][0]["counts"]["exempt"] == 1
    assert (data["summary"]["units"], data["summary"]["complete"]) == (2, True)
    assert data["not_audited"] == ["hong.yaml"]
    assert [entry["input"] for entry in data["problems"]] == [{"path": "hong.yaml"}]
    text = fleet_of("json", [commune()], None, (), [goal()])
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_json_of_no_unit_and_of_a_run_broken_off() -> None:
    data = json.loads(fleet_of("json", [], None, ["hong.yaml"], complete=False))
    assert (data["units"], data["summary"]["complete"]) == ([], False)
    assert "dừng giữa chừng" in fleet_of("text", [agency()], None, complete=False)

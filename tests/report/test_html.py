"""The report as one HTML file: well formed, complete, self-contained, and harmless."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest

from dcs_audit.fleet.goals import Goal
from dcs_audit.locale.phrases import LANGS, Lang, Text
from dcs_audit.report import html
from dcs_audit.report.interface import FORMATS, Options
from dcs_audit.report.roster import Roster
from dcs_audit.report.words import plain
from dcs_audit.verdicts.model import VIOLATIONS, RecordRef, Report, Status

from .builders import BUDGET, cite, duty, fleet_of
from .page_reader import Node, read

HOSTILE = "x\n</title><script>alert(1)</script> \" onload='y' &lt; {{ 7 * 7 }}\x1b[31m\u202e"
GOAL = Goal("CT-1", Text("Tất cả đều công khai", "All disclose"), (cite(11),), ("LDC-D11-K1",), ("commune",), 100)


def told(report: Report, **options: object) -> str:
    content = FORMATS["html"]().alone(report, Options(**options))  # type: ignore[arg-type]
    assert isinstance(content, str)
    return content


def page(report: Report, **options: object) -> Node:
    return read(told(report, **options))


def section(tree: Node, id: str) -> Node:
    (found,) = tree.all("section", id=id)
    return found


@pytest.fixture
def pages(commune: Report, agency: Report) -> list[str]:
    """A page of each kind, in both languages."""
    alone = [told(report, lang=lang) for report in (commune, agency) for lang in LANGS]
    fleets = [fleet_of("html", [commune, agency], Options(lang=lang), ["a.yaml"], [GOAL]) for lang in LANGS]
    return [*alone, *fleets]


def test_pages_are_well_formed_and_need_nothing_but_themselves(pages: list[str]) -> None:
    for content in pages:
        tree = read(content)
        nodes = tree.all()
        ids = [node.attributes["id"] for node in nodes if "id" in node.attributes]
        assert len(ids) == len(set(ids))
        for node in nodes:
            assert not {"src", "style", "srcset", "action"} & set(node.attributes), node.tag
            assert not [name for name in node.attributes if name.startswith("on")]
            assert node.attributes.get("href", "#")[0] == "#"
            assert node.attributes.get("href", "#").removeprefix("#") in {"", *ids}
        assert not tree.all("link") and not tree.all("img") and not tree.all("iframe")
        assert not re.search(r"url\(|@import|https?://", content)


def test_the_policy_forbids_everything_but_the_page_s_own_style_and_script(pages: list[str]) -> None:
    for content in pages:
        tree = read(content)
        (policy,) = [node for node in tree.all("meta") if node.attributes.get("http-equiv")]
        rules = dict(rule.split(" ", 1) for rule in policy.attributes["content"].split("; "))
        assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
        for name in ("style", "script"):
            (own,) = re.findall(f"<{name}>(.*?)</{name}>", content, re.DOTALL)
            assert rules[f"{name}-src"] == f"'sha256-{b64encode(sha256(own.encode()).digest()).decode()}'"


def test_pages_can_be_read_without_seeing_them(pages: list[str]) -> None:
    for content in pages:
        tree = read(content)
        (root,) = tree.all("html")
        assert root.attributes["lang"] in LANGS
        assert tree.all("title")[0].text
        levels = [int(node.tag[1]) for node in tree.all() if re.fullmatch(r"h[1-6]", node.tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        for table in tree.all("table"):
            heads = table.all("thead")[0].all("th")
            assert heads and all(head.attributes["scope"] == "col" and head.text for head in heads)
            assert all(row.all("th", scope="row") for row in table.all("tbody")[0].all("tr"))
        for field in [*tree.all("select"), *tree.all("input")]:
            assert any(field in label.all() for label in tree.all("label"))
        assert all(drawn.attributes["aria-hidden"] == "true" for drawn in tree.all("svg"))


def test_every_duty_is_there_once_under_its_status(commune: Report) -> None:
    found: Counter[str] = Counter()
    for node in page(commune).all("article"):
        found[node.attributes["data-status"]] += int(node.attributes["data-duties"])
    assert found == Counter({str(status): number for status, number in commune.summary.counts.items() if number})


def test_the_chart_has_the_counts_in_numbers_words_and_bars(commune: Report) -> None:
    (chart,) = page(commune).all("table", **{"class": "chart"})
    rows = {row.all("th")[0].text: row for row in chart.all("tbody")[0].all("tr")}
    assert {word: int(row.all("td")[0].text) for word, row in rows.items()} == {
        "thiếu": 3,
        "trễ hạn": 1,
        "chưa đúng quy định": 1,
        "đạt": 1,
        "chưa đến hạn": 2,
        "cần xem lại": 2,
        "không áp dụng": 1,
        "được miễn trừ": 1,
    }
    assert rows["thiếu"].all("rect")[1].attributes["width"] == "25.0"


def test_sections_come_in_the_order_in_which_they_are_needed(commune: Report) -> None:
    ids = [node.attributes.get("id", "") for node in page(commune).all("section")]
    assert [id for id in ids if id] == [
        "numbers",
        "to-do",
        "violations",
        "pending",
        "needs_review",
        "waived",
        "passed",
        "not_applicable",
        "notices",
        "not-checked",
        "trust",
    ]


def test_a_task_says_what_by_when_and_by_which_clause(commune: Report) -> None:
    items = section(page(commune), "to-do").all("li")
    (budget,) = [item for item in items if "Niêm yết lại đủ 30 ngày" in item.text]
    assert "19/01/2026, trễ 4 ngày" in budget.text
    assert "khoản 2 Điều 11 Luật 10/2022/QH15" in budget.text
    assert "nghiêm trọng" in budget.text
    (goal,) = budget.all("a")
    (entry,) = page(commune).all("article", id=goal.attributes["href"][1:])
    assert "LDC-D11-K2" in entry.text


def test_a_finding_shows_each_open_check(commune: Report) -> None:
    (budget,) = [
        node for node in section(page(commune), "violations").all("article") if "LDC-D11-K2" in node.text.split()
    ]
    assert "Yêu cầu 30 ngày liên tục" in budget.text
    assert "Thực tế 17 ngày; thiếu thôn Thượng, thôn Hạ" in budget.text
    assert "records.disclosures[1].postings[0], dòng 61" in budget.text
    assert "chưa đối chiếu văn bản hợp nhất" in budget.text


def test_months_of_one_remedy_are_told_together(commune: Report) -> None:
    (entry,) = [node for node in page(commune).all("article") if "LTCD-D15-K2" in node.text]
    assert entry.attributes["data-duties"] == "2"
    assert "tháng 01/2026 thời hạn 28/01/2026, quá hạn 296 ngày" in entry.text


def test_findings_with_records_of_their_own_are_told_apart(commune: Report) -> None:
    twice = tuple(replace(BUDGET, period=f"2026-Q{quarter}") for quarter in (1, 2))
    entries = section(page(replace(commune, results=twice)), "violations").all("article")
    assert [entry.attributes["data-duties"] for entry in entries] == ["1", "1"]
    assert all(entry.text.count("records.disclosures[1], dòng 57") == 1 for entry in entries)


def test_what_is_undecided_never_stands_among_what_is_passed(commune: Report) -> None:
    asked = duty(
        "LDC-D8-K3",
        Status.NEEDS_REVIEW,
        Text("Công khai", "Disclosure"),
        attested=True,
        facts=("records.attestations",),
        reason=Text("Có công khai hay không?", "Was it disclosed?"),
    )
    answered = duty(
        "LDC-D8-K5",
        Status.PASSED,
        Text("Bố trí", "Provide"),
        attested=True,
        records=(RecordRef("records.attestations[0]", 9),),
    )
    tree = page(replace(commune, results=(*commune.results, asked, answered)))
    assert "Có công khai hay không?" in section(tree, "unanswered").text
    assert "LDC-D8-K3" not in section(tree, "needs_review").text
    passed = section(tree, "passed")
    assert {node.attributes["data-status"] for node in passed.all("article")} == {"passed"}
    assert "theo xác nhận của đơn vị" in passed.text
    assert "thiếu, nếu không có miễn trừ" in section(tree, "waived").text


def test_only_what_asks_for_nothing_is_folded(commune: Report) -> None:
    tree = page(commune)
    assert [node.attributes["id"] for node in tree.all("section") if node.all("details")][-2:] == [
        "passed",
        "not_applicable",
    ]
    statuses = {node.attributes["data-status"] for fold in tree.all("details") for node in fold.all("article")}
    assert not statuses & {*map(str, VIOLATIONS), "pending", "needs_review", "waived"}


def test_without_a_script_everything_is_there_and_no_dead_control(pages: list[str]) -> None:
    for content in pages:
        tree = read(content)
        assert [node.tag for node in tree.all() if "hidden" in node.attributes] == ["div"]
        (bar,) = tree.all("div", id="filter")
        controls = [*tree.all("select"), *tree.all("input"), *tree.all("button")]
        assert controls and all(control in bar.all() for control in controls)


def test_one_can_choose_the_statuses_and_groups_that_are_there(commune: Report) -> None:
    tree = page(commune)
    chosen = {
        field.attributes["name"]: [option.attributes["value"] for option in field.all("option")]
        for field in tree.all("select")
    }
    assert set(chosen["status"]) == {"", *(str(result.status) for result in commune.results)}
    assert set(chosen["group"]) == {"", "cong-khai", "giam-sat"}
    assert chosen["level"] == ["", "critical", "major", "minor"]


def test_hostile_text_stays_text(commune: Report) -> None:
    results = tuple(replace(result, subject=HOSTILE) for result in commune.results)
    report = replace(commune, unit={**commune.unit, "name": HOSTILE}, results=results, input_path=HOSTILE)
    for content in (told(report), fleet_of("html", [report], not_audited=[HOSTILE])):
        tree = read(content)
        assert len(tree.all("script")) == len(tree.all("style")) == len(tree.all("title")) == 1
        assert " ".join(plain(HOSTILE).split()) in tree.text
        assert "\x1b" not in content and "\u202e" not in content


def test_filters_are_said_and_an_empty_list_does_not_sound_clean(agency: Report) -> None:
    tree = page(agency, filters=(Text("Chỉ một phần.", "Only a part."),))
    assert "Chỉ một phần." in section(tree, "numbers").text
    assert "Trong phần được hiển thị không có tồn tại nào." in section(tree, "violations").text
    assert "Trong phần được hiển thị không có tồn tại phải khắc phục." in section(tree, "to-do").text


def test_trust_marks_are_in_full(commune: Report) -> None:
    trust = section(page(commune), "trust").text
    assert commune.rulebook_digest in trust and commune.input_digest in trust
    assert "LDC-D36-K1" in trust
    assert "hai bộ suy luận độc lập cho cùng kết quả" in trust


def test_a_fleet_names_its_units_the_worst_first(commune: Report, agency: Report) -> None:
    tree = read(fleet_of("html", [agency, commune], Options(), ["hong.yaml"], [GOAL]))
    rows = section(tree, "units").all("tbody")[0].all("tr")
    assert [row.all("th")[0].text for row in rows] == ["Ủy ban nhân dân xã An Bình", "Sở Tài chính tỉnh Đồng Tháp"]
    heads = [head.text for head in section(tree, "units").all("thead")[0].all("th")]
    cells = [cell.text for cell in rows[0].all("td")]
    line = dict(zip(heads[1:], cells, strict=True))
    assert (line["nghiêm trọng"], line["lớn"], line["cần xem lại"], line["Điểm"]) == ("4", "1", "2", "49,9")
    assert "hong.yaml" in section(tree, "not-audited").text
    target = section(tree, "targets").text
    assert "0 / 1 đơn vị" in target and "chưa đạt chỉ tiêu 100 %" in target
    assert "Ủy ban nhân dân xã An Bình" in target


def test_a_large_fleet_says_how_many_units_it_does_not_name(
    commune: Report, agency: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "Roster", lambda: Roster(most=1))
    tree = read(fleet_of("html", [agency, commune, agency]))
    units = section(tree, "units")
    assert len(units.all("tbody")[0].all("tr")) == 1
    assert "còn 2 đơn vị khác không ghi ở đây" in units.text


def test_a_matrix_adds_up(commune: Report, agency: Report) -> None:
    tree = read(fleet_of("html", [commune, agency]))
    rows = section(tree, "matrix").all("tbody")[0].all("tr")
    for row in rows:
        *numbers, total = [int(cell.text) for cell in row.all("td")]
        assert sum(numbers) == total
    assert sum(int(row.all("td")[-1].text) for row in rows) == 5


def test_a_fleet_says_what_its_packs_leave_out_and_what_is_undecided(commune: Report) -> None:
    gap = Text("Quân đội có quy định riêng.", "The army has rules of its own.")
    packs = tuple(replace(pack, not_checked=(gap,)) for pack in commune.packs)
    told = section(read(fleet_of("html", [replace(commune, packs=packs)])), "not-checked").text
    assert gap.vi in told
    assert "2 nghĩa vụ cần xem lại và 2 nghĩa vụ chưa đến hạn không được coi là đạt." in told


def test_a_fleet_without_a_unit_or_broken_off(commune: Report) -> None:
    empty = read(fleet_of("html", [], not_audited=["a.yaml"]))
    assert not empty.all("table") and "a.yaml" in empty.text
    assert "bị dừng giữa chừng" in read(fleet_of("html", [commune], complete=False)).text


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_report_gives_the_same_bytes(commune: Report, lang: Lang) -> None:
    assert told(commune, lang=lang) == told(commune, lang=lang)
    assert ("Việc cần làm" in told(commune, lang=lang)) == (lang == "vi")


def _schemes() -> list[dict[str, str]]:
    """The colours for a light screen, a dark one and paper."""
    style = html._asset("page.css")
    first, *others = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})", block))
        for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ]
    return [first, *({**first, **other} for other in others)]


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_words_stand_out_from_every_ground_in_light_in_dark_and_on_paper() -> None:
    schemes = _schemes()
    assert len(schemes) == 3
    for scheme in schemes:
        grounds = {name for name in scheme if name in ("paper", "soft")}
        words = {*scheme} - grounds - {"line", "warn_soft"} - {name for name in scheme if name.startswith("shade")}
        for word in words:
            for ground in grounds:
                assert _contrast(scheme[word], scheme[ground]) >= 4.5, (word, ground)
        for ground in (name for name in scheme if name.startswith("shade")):
            assert _contrast(scheme["ink"], scheme[ground]) >= 4.5, ground

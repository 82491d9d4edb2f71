"""What a legal officer may do wrong in a pack: told in both languages, where it stands, with what would be right."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ValidationError
from tiny_packs import SCORING, check, write_pack

import dcs_audit.law
from dcs_audit.law.cases import CaseFile, read_cases
from dcs_audit.law.coverage import CoverageFile
from dcs_audit.law.loader import PackError, read_pack
from dcs_audit.law.model import RuleFile, SourceFile
from dcs_audit.law.packs import CalendarFile, PackFile
from dcs_audit.law.rulebook import assemble
from dcs_audit.law.shapes import CODES, at, fields, findings, models_in
from dcs_audit.law.told import Told
from dcs_audit.locale.problems import PROBLEMS

MODELS: tuple[type[BaseModel], ...] = (RuleFile, SourceFile, PackFile, CalendarFile, CoverageFile, CaseFile)

GOOD = """\
parameters:
  - id: han
    title: {vi: Thời hạn, en: Time}
    unit: days
    values: [{from: 2026-01-01, value: 5, basis: {source: luat, article: 1}}]
checks:
  - name: dung-han
    id: dung-han
    title: {vi: Đúng hạn, en: In time}
    options: [{deadline: {done: first_posting, after: document.date, within: han}}]
  - name: du-nguoi
    id: du-nguoi
    title: {vi: Đủ người, en: Enough}
    options: [{share: {part: participants, of_fact: headcount, at_least: [80, 100]}}]
rules:
  - id: R-1
    title: {vi: Niêm yết, en: Posting}
    message: {vi: Phải niêm yết., en: It must be posted.}
    remedy: {vi: Niêm yết., en: Post it.}
    basis: {source: luat, article: 1}
    group: g
    severity: major
    applies_to: commune
    in_force: {from: 2026-01-01}
    every: half
    record: {section: disclosures}
    checks: [dung-han]
    verified: true
  - id: R-2
    title: {vi: Tập huấn, en: Training}
    message: {vi: Phải tập huấn., en: It must be done.}
    remedy: {vi: Tập huấn., en: Do it.}
    basis: {source: luat, article: 1}
    group: g
    severity: minor
    applies_to: [state_agency]
    in_force: {from: 2026-01-01}
    record: {section: activities, where: {kind: training}}
    exempt:
      - when: {fact: headcount, less_than: 10}
        reason: {vi: Ít người., en: Few.}
    due: {before: "11-15"}
    checks: du-nguoi
    verified: true
"""
TARGET = [{"id": "T", "title": {"vi": "a", "en": "b"}, "basis": {"source": "luat"}, "rules": "R-2",
           "applies_to": "commune", "percent": 80}]  # fmt: skip


def told(tmp_path: Path, text: str, **about: Any) -> tuple[str, ...]:
    """What is said about a pack with this rule file, and a target that names R-2."""
    folder = write_pack(tmp_path / "p", **{"targets": TARGET, **about})
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    try:
        assemble((read_pack(str(folder)),))
    except PackError as error:
        return error.problems
    return ()


def test_the_pack_has_no_fault(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD) == ()


@pytest.mark.parametrize(
    ("old", "new", "mark", "en", "vi"),
    [
        ("severity: minor", "serverity: minor", "serverity",
         "rule R-2: serverity: there is no key `serverity` here: did you mean `severity`?",
         "quy định R-2: serverity: không có khóa `serverity` ở đây: có phải muốn ghi `severity`?"),
        ("    severity: minor\n", "", "id: R-2", "rule R-2: severity: missing: this must be given: "
         "write `severity: critical | major | minor`", "quy định R-2: severity: thiếu: phải ghi giá trị này"),
        ("in_force: {from: 2026-01-01}", "in_force: {from: 01/02/2026}", "01/02",
         "`01/02/2026` is not a date as packs write it: write year-month-day, e.g. `2026-01-31`: "
         "did you mean `2026-02-01`?", "không phải ngày theo cách ghi của bộ quy định"),
        ("in_force: {from: 2026-01-01}", "in_force: {from: 2026-02-31}", "2026-02-31",
         "there is no day 31/02/2026", "không có ngày 31/02/2026"),
        ("in_force: {from: 2026-01-01}", "in_force: {from: 2026-02-01T08:00}", "2026-02-01T",
         "did you mean `2026-02-01`?", "có cả giờ"),
        ("at_least: [80, 100]", "at_least: 80 %", "80 %", "write `[80, 100]`", "ghi `[80, 100]`"),
        ("at_least: [80, 100]", "at_least: 66.5%", "66.5%", "write `[665, 1000]`", "ghi `[665, 1000]`"),
        ("at_least: [80, 100]", "at_least: 2/3", "2/3", "write `[2, 3]`", "ghi `[2, 3]`"),
        ("at_least: [80, 100]", "at_least: 0.8", "0.8", "write `[8, 10]`", "ghi `[8, 10]`"),
        ("at_least: [80, 100]", "at_least: [80]", "at_least: [80]", "is no fraction", "không phải phân số"),
        ("at_least: [80, 100]", "at_least: [1, 2, 3]", "at_least: [1", "is no fraction", "không phải phân số"),
        ("at_least: [80, 100]", "at_least: [100, 80]", "share:", "above 0 and at most 1", "không quá 1"),
        ("vi: Niêm yết, en", "vi: Niêm yết, lấy ý kiến, đúng hạn, en", "lấy ý kiến",
         'put all of it in quotes: write `vi: "Niêm yết, lấy ý kiến, đúng hạn"`', "đặt cả câu trong dấu nháy: ghi"),
        ("applies_to: commune", "applies_to: thôn", "thôn", "write `village`: use one of: village, commune,",
         "ghi `village`"),
        ("applies_to: [state_agency]", "applies_to: [state_agencies]", "state_agencies",
         "did you mean `state_agency`?: use one of: state_agency, commune", "có phải muốn ghi `state_agency`?"),
        ("severity: minor", "severity: nghiêm trọng", "nghiêm", "write `critical`", "ghi `critical`"),
        ("every: half", "every: nửa năm", "nửa", "write `half`", "ghi `half`"),
        ("every: half", "every: [H3]", "H3", "`H3` is not in the list", "`H3` không có trong danh mục"),
        (", en: It must be done.}", "}", "message: {vi: Phải tập huấn.}", "rule R-2: message.en: `en` is missing",
         "thiếu `en`: mỗi câu ghi bằng cả hai thứ tiếng"),
        ("en: Training", 'en: ""', '""', "`en` is missing", "thiếu `en`"),
        ("title: {vi: Tập huấn, en: Training}", "title: Tập huấn", "Tập huấn\n",
         "must be a group of `key: value`: write `title: {vi: …, en: …}`", "phải là nhóm `khóa: giá trị`"),
        ("{deadline: {", "{deadlin: {", "deadlin:", "check dung-han: options[0].deadlin: there is no key `deadlin` "
         "here: did you mean `deadline`?", "tiêu chí dung-han"),
        ("value: 5", "value: hai", "hai", "parameter han: values[0].value: `hai` is not a whole number",
         "tham số han: values[0].value: `hai` không phải số nguyên"),
        ("value: 5", "value: -5", "-5", "`-5` is too small: write 0 or more", "`-5` quá nhỏ: ghi số từ 0 trở lên"),
        ("group: g\n    severity: minor", "group: [g]\n    severity: minor", "group: [g]", "must be one value",
         "phải là một giá trị"),
        ("verified: true\n  - id: R-2", "verified: có\n  - id: R-2", "có\n", "`có` is not `true` (yes) or `false` (no)",
         "`có` không phải `true` (có) hoặc `false` (không)"),
        ("before: \"11-15\"", "before: 15/11", "15/11", 'did you mean `"11-15"`?', 'có phải muốn ghi `"11-15"`?'),
        ("fact: headcount, less_than", "fact: headcuont, less_than", "headcuont, less",
         "rule R-2: unknown fact `headcuont`: did you mean `headcount`?", "không có thông tin đơn vị `headcuont`"),
        ("checks: du-nguoi", "checks: du-nguoii", "du-nguoii", "unknown check `du-nguoii`: did you mean `du-nguoi`?",
         "không có tiêu chí `du-nguoii`"),
        ("within: han", "within: hann", "hann", "unknown parameter `hann`: did you mean `han`?",
         "không có tham số `hann`"),
        ("part: participants", "part: participant", "share:", "activities have no such attribute: `participant`",
         "hồ sơ activities không có thuộc tính `participant`: có phải muốn ghi `participants`?"),
        ("kind: training", "kind: trainin", "where:", "`kind` of activities is never `trainin`",
         "`kind` của activities không bao giờ là `trainin`: có phải muốn ghi `training`?"),
        ("id: R-2", "id: R-1", "in_force: {from: 2026-01-01}\n    record: {section: act", "two versions are in force",
         "hai phiên bản cùng có hiệu lực"),
        ("  - id: R-2", "\t- id: R-2", "\t- id", "indented with a tab", "thụt dòng bằng phím Tab"),
    ],
)  # fmt: skip
def test_one_mistake(tmp_path: Path, old: str, new: str, mark: str, en: str, vi: str) -> None:
    assert GOOD.count(old) >= 1
    head, _, tail = GOOD.rpartition(old) if GOOD.count(old) > 1 else GOOD.partition(old)
    text = head + new + tail
    about: dict[str, Any] = {"targets": []} if new == "id: R-1" else {}
    (found,) = told(tmp_path, text, **about)
    assert isinstance(found, Told)
    line = text[: text.index(mark)].count("\n") + 1
    assert found.startswith(f"p/a.yaml:{line}:") and found.vi.startswith(f"p/a.yaml:{line}:")
    assert en in found
    assert vi in found.vi
    assert not re.search("Input should|Field required|Extra inputs|Value error|valid ", found)


def test_all_at_once_and_no_more(tmp_path: Path) -> None:
    text = GOOD.replace("severity: minor", "severity: grave").replace("at_least: [80, 100]", "at_least: [150, 100]")
    text = text.replace("section: disclosures", "section: disclosure").replace(
        "group: g\n    severity: major", "group: x"
    )
    text = text.replace("after: document.date", "after: document.dat")
    other = check("kenh", {"posted": {"channel": "portel"}})
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "b.yaml").write_text(yaml.safe_dump({"checks": [other]}), encoding="utf-8")
    found = told(tmp_path, text, scoring={**SCORING, "critical_cap": "nhiều"})
    for piece in ("`grave`", "at most 1", "`disclosure`", "severity: missing", "unknown channel `portel`", "`nhiều`"):
        assert sum(piece in line for line in found) == 1, piece
    assert len(found) == 6, found


@pytest.mark.parametrize("broken", ["rules: [", "rules: [{id: R-2, x: {{}]", "\trules:\n- id: R-2"])
def test_names_in_a_file_that_cannot_be_read_are_not_called_unknown(tmp_path: Path, broken: str) -> None:
    text = GOOD.replace("group: g", "group: g", 1)
    assert len(told(tmp_path, text + broken)) == 1


def test_bytes_of_another_encoding_are_told_with_their_line(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p", targets=TARGET)
    (folder / "a.yaml").write_bytes(GOOD.encode().replace(b"major", b"maj\xe1r"))
    with pytest.raises(PackError) as caught:
        assemble((read_pack(str(folder)),))
    (found,) = caught.value.problems
    line = GOOD[: GOOD.index("major")].count("\n") + 1
    assert found.startswith(f"p/a.yaml:{line}:") and "UTF-8" in found
    assert isinstance(found, Told) and "hãy chuyển mã sang UTF-8" in found.vi


def test_an_empty_rule_file_needs_rules_and_no_unit(tmp_path: Path) -> None:
    found = told(tmp_path, "", targets=[])
    assert "`rules:`" in found[0] and "unit" not in found[0]


def test_a_pack_that_is_not_there_is_told_in_both_languages() -> None:
    with pytest.raises(PackError) as caught:
        read_pack("binh-gian-2026")
    (found,) = caught.value.problems
    assert isinstance(found, Told)
    assert "did you mean `binh-giang-2026`?" in found and "không có bộ quy định này" in found.vi


# --- no sentence of pydantic's --------------------------------------------------------------------------------------

GIVES = {
    "str": {"string_type", "string_unicode"},
    "str:min_length": {"string_too_short"},
    "int": {"int_type", "int_parsing", "int_parsing_size", "int_from_float"},
    "int:ge": {"greater_than_equal"},
    "int:le": {"less_than_equal"},
    "float": {"float_type", "float_parsing", "finite_number"},
    "bool": {"bool_type", "bool_parsing"},
    "date": {"date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"},
    "literal": {"literal_error"},
    "enum": {"enum"},
    "tuple": {"tuple_type", "too_long", "missing"},
    "tuple:min_length": {"too_short"},
    "dict": {"dict_type"},
    "dict:min_length": {"too_short"},
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden", "model_type"},
}
"""What pydantic can find wrong, by the kinds of schema that our models are made of."""
SILENT = {"model-field", "default", "nullable", "definition-ref", "function-before", "function-after", "definitions",
          "union", "any", "no-info"}  # fmt: skip
"""Kinds that find nothing wrong by themselves, or only what our own code says."""
BOUNDS = ("min_length", "max_length", "ge", "gt", "le", "lt", "multiple_of", "pattern")


def kinds(schema: object) -> Iterator[str]:
    """The kinds of schema in a core schema, and the bounds that they set."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema["type"]
            yield from (f"{schema['type']}:{bound}" for bound in BOUNDS if bound in schema)
        for inner in schema.values():
            yield from kinds(inner)
    elif isinstance(schema, (list, tuple)):
        for inner in schema:
            yield from kinds(inner)


@pytest.mark.parametrize("model", MODELS)
def test_every_error_that_a_model_can_give_is_said_by_us(model: type[BaseModel]) -> None:
    model.model_rebuild(force=True)
    found = set(kinds(model.__pydantic_core_schema__)) - SILENT
    assert found <= GIVES.keys()
    for kind in found:
        assert GIVES[kind] <= CODES.keys(), kind
    assert set(CODES.values()) <= PROBLEMS.keys()


def ways(kind: Any, seen: set[type[BaseModel]], way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each key of each model, the first time that the model comes up."""
    for inner in models_in(kind):
        if inner not in seen:
            seen.add(inner)
            for name, annotation in fields(inner).items():
                yield (*way, name)
                yield from ways(annotation, seen, (*way, name, 0))


WRONG: tuple[Any, ...] = ("zzz", "", None, [], ["zzz"], {"zzz": "zzz"}, "-1", "1.5", "2026-01-01T10:00:01")


@pytest.mark.parametrize("model", MODELS)
def test_whatever_is_wrong_no_sentence_is_pydantics(model: type[BaseModel]) -> None:
    for way in ways(model, set()):
        for wrong in WRONG:
            data: Any = wrong
            for step in reversed(way):
                data = [data] if isinstance(step, int) else {step: data}
            try:
                model.model_validate(data)
            except ValidationError as error:
                errors = error.errors(include_url=False)
                found = findings(errors, data, model)
                assert found, (way, wrong)
                codes = {one.code for one in found}
                assert codes <= PROBLEMS.keys() - {"said", "strange_value"}, (way, wrong, errors)
                for one in found:  # what is missing is told where it should be
                    assert one.code == "missing" or at(data, one.loc[:-1]) is not None or len(one.loc) < 2


def test_no_model_refuses_with_a_bare_sentence() -> None:
    folder = Path(dcs_audit.law.__file__).parent
    for name in ("basics", "cases", "coverage", "model", "packs", "questions"):
        for node in ast.walk(ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                assert getattr(node.exc.func, "id", "") != "ValueError", f"{name}.py:{node.lineno}"


def test_every_mistake_of_a_case_file_is_told_and_bases_that_were_left_out_are_not_missed(tmp_path: Path) -> None:
    path = tmp_path / "a.test.yaml"
    path.write_text(
        "bases:\n"
        "  so: {as_of: 20/11/2026, year: 2026, unit: {name: Sở A, type: state_agency}}\n"
        "  xa: {as_of: 2026-11-20, year: 2026, unit: {name: Xã A, type: commune}}\n"
        "cases:\n"
        "  - {rule: R, name: một, base: so, expect: passed}\n"
        "  - {rule: R, name: hai, base: xa, expect: pasd}\n"
        "  - {rule: R, name: ba, base: xaa, expect: passed}\n",
        encoding="utf-8",
    )
    with pytest.raises(PackError) as caught:
        read_cases(path)
    found = caught.value.problems
    assert [int(line.split(":")[1]) for line in found] == [2, 6], found
    assert "did you mean `2026-11-20`?" in found[0] and "case hai: expect: no such status `pasd`" in found[1]
    path.write_text(path.read_text(encoding="utf-8").replace("20/11/2026", "2026-11-20"), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_cases(path)
    assert [int(line.split(":")[1]) for line in caught.value.problems] == [6, 7]

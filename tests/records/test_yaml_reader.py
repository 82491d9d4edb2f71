"""YAML: nothing changes its meaning, everything knows its place, nothing hostile gets through."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from dcs_audit.records import yaml_reader
from dcs_audit.records.yaml_reader import read_yaml

UNIT = "unit: {name: A, type: commune}\nyear: 2026\n"


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yaml_reader, "_LOADER", getattr(yaml, request.param))


@pytest.mark.usefixtures("each_parser")
def test_plain_words_stay_text() -> None:
    text = "[no, yes, on, 12:30, 010, 1_000, 3.10, 2026-04-08, 0x1F, .inf, =, '', 'null', \"~\", null, ~, Null, ]"
    assert read_yaml(text).data == [
        *("no", "yes", "on", "12:30", "010", "1_000", "3.10", "2026-04-08", "0x1F", ".inf", "=", "", "null", "~"),
        *(None, None, None),
    ]


@pytest.mark.usefixtures("each_parser")
def test_keys_are_text_in_nfc() -> None:
    assert read_yaml("no: 1\non: 2\n010: 3\n~: 4\nghi chu\u0301: 5\n").data == {
        "no": "1", "on": "2", "010": "3", "~": "4", "ghi chú": "5",
    }  # fmt: skip


def test_text_fields_keep_what_was_typed(accept: Any) -> None:
    file = accept(
        "unit: {name: no, type: commune, code: 010}\nyear: 2026\nrecords:\n"
        "  documents: [{kind: board_report, number: 12:30, title: 3.10}, {kind: board_report, number: true}]\n"
    )
    first, second = file.records.documents
    assert (file.unit.name, file.unit.code, first.number, first.title, second.number) == (
        *("no", "010", "12:30", "3.10", "true"),
    )


def test_nfd_and_nfc_give_the_same_record(accept: Any) -> None:
    import unicodedata

    text = "unit: {name: Hội nghị Đông, type: commune, villages: [{name: Thôn Đoài}]}\nyear: 2026\n"
    assert accept(unicodedata.normalize("NFD", text)) == accept(text)


def test_block_text_and_windows_line_ends(accept: Any) -> None:
    text = UNIT + "records:\n  meetings:\n    - kind: people_dialogue\n      note: |\n        một\n        hai\n"
    file = accept(text)
    assert file.records.meetings[0].note == "một\nhai"
    assert accept(text.replace("\n", "\r\n")) == file


def test_aliases_repeat_a_value(accept: Any, refuse: Any) -> None:
    file = accept(
        UNIT + "records:\n  disclosures:\n    - {item: ngan-sach, document: &d {number: 1, date: 2026-01-01}}\n"
        "    - {item: lay-y-kien, document: *d}\n"
    )
    first, second = file.records.disclosures
    assert first.document == second.document
    assert refuse("unit: {name: A, type: commune, parent: &p [x]}\nyear: *p\n") == [
        "1:32 not_text unit.parent",
        "2:1 not_text year",
    ]


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1 empty_file"),
        ("# chỉ có ghi chú\n", "1:1 empty_file"),
        ("---\n", "1:1 empty_file"),
        ("a: 1\n---\nb: 2\n", "2:1 several_documents"),
        ("a: &a {b: 1}\nc:\n  <<: *a\n", "3:3 merge_key"),
        ("? [a]\n: b\n", "1:3 complex_key"),
        ("a: &a b\n*a : c\n", "2:1 complex_key"),
        ("a: *b\n", "1:4 unknown_alias"),
        ("a: &a [1, *a]\n", "1:11 cyclic_alias"),
        ("a: \x07\n", "1:4 control_character"),
        ("a: \ufeffb\n", "1:4 control_character"),
        ("unit:\n\tname: A\n", "2:1 tab"),
        ("unit:\n  name: A\n\ttype: B\n", "3:1 tab"),
        ("unit:\n  name:A\n  type: B\n", "2:3 missing_space"),
        ("unit:\n  name: A\n  type:B\n", "3:3 missing_space"),
        ("year:2026\nunit:\n  name: A\n", "1:1 missing_space"),
        ("a: Quyết định: 12/QĐ\n", "1:14 colon_in_text"),
        ("unit:\n  name: A\n   type: B\n", "3:4 indent_too_deep"),
        ("unit:\n  name: A\n type: B\n", "3:2 bad_indent"),
        ("a:\n  - b: 1\n    c: 2\n   d: 3\n", "4:4 bad_indent"),
        ("a:\n  - b: 1\n - c: 2\n", "3:2 bad_indent"),
        ("a: b\nchữ không có khóa\nc: d\n", "2:1 no_colon"),
        ("a: [1, 2\nb: 3\n", "1:4 unclosed_bracket"),
        ("a: {b: 1", "1:4 unclosed_bracket"),
        ('a: "abc\nb: c\n', "1:4 unclosed_quote"),
        ("a: 'abc\n", "1:4 unclosed_quote"),
        ('a: "b" c\n', "1:8 text_after_quote"),
        ("a: @x\n", "1:4 bad_start"),
        ("a: `x\n", "1:4 bad_start"),
        ("a: %x\n", "1:4 bad_start"),
        ("a: & x\n", "1:4 bad_start"),
        ("a: *\n", "1:4 bad_start"),
        ("a: |x\n", "1:4 bad_start"),
        ("a: - b\n", "1:4 dash_in_value"),
        ("a: ]\n", "1:4 stray_bracket"),
        ("a: [1, 2]]\n", "1:10 stray_bracket"),
        ("a: {b: 1 c: 2}\n", "1:11 missing_comma"),
        ("a: 1\nb\uff1a2\nc: 3\n", "2:2 wide_colon"),
        ("a:\n  - b: 1\n  c: 2\n", "3:3 dash_missing"),
        ("a:\n  - b: 1\n  -c: 2\n", "3:3 no_dash_space"),
        ("a:\n\u00a0\u00a0b: 1\n  c: 2\n", "2:1 odd_space"),
        ("a:\n  - {b: 1, c: #12, d: 2}\n  - {b: 2}\n", "2:15 hash_value"),
        ("a: {b: 1, c: #12}\nd: 1\n", "1:14 hash_value"),
        ("a:\n  - {b: #12/QĐ}\n", "2:9 hash_value"),
    ],
)
def test_notation(refuse: Any, text: str, expected: str) -> None:
    assert refuse(text) == [expected]


NUMBERED = UNIT + "records:\n  documents:\n    - kind: board_report\n      number:%\n      date: 2026-01-02\n"


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize(
    ("typed", "column"), [(" #12", 15), ("   #12/QĐ-UBND", 17), (" #08/04/2026 ", 15), (" #12 về quy chế", 15)]
)
def test_a_number_typed_behind_a_hash_is_not_lost(refuse: Any, typed: str, column: int) -> None:
    assert refuse(NUMBERED.replace("%", typed)) == [f"6:{column} hash_value records.documents[0].number"]


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize("typed", [" # 12", " #chưa rõ", "", " #", " 12 #13", ' "#12"', "\n        #12\n        12"])
def test_a_comment_is_a_comment(accept: Any, typed: str) -> None:
    accept(NUMBERED.replace("%", typed))


def test_bad_escape(refuse: Any) -> None:
    assert refuse('a: "\\q"\n') == ["1:5 bad_escape"]


def test_a_mapping_whose_colons_lack_spaces(load_as: Any) -> None:
    (problem,) = load_as("unit:\n  type:commune\nyear: 2026\n").problems
    assert problem.render("vi") == "u.yaml:2:3: unit: thiếu dấu cách sau dấu hai chấm của `type`: ghi `type: commune`"


def test_duplicates_and_tags_do_not_hide_other_problems(refuse: Any) -> None:
    assert refuse(
        "unit:\n  name: !!python/object:os.system A\n  type: commune\n  na\u0301: 1\n  n\u00e1: 2\n  type: x\nyear: z\n"
    ) == [
        "2:9 yaml_tag unit.name",
        "4:3 unknown_key unit.ná",
        "5:3 duplicate_key unit.ná",
        "6:3 duplicate_key unit.type",
        "7:7 not_whole_number year",
    ]


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_deep_nesting(refuse: Any, opening: str) -> None:
    (problem,) = refuse(opening * 20_000)
    assert problem.split()[1] in ("too_deep", "complex_key")


def test_depth_counts_what_aliases_bring(refuse: Any) -> None:
    chain = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 40))
    assert refuse(chain)[0].endswith("too_deep")


def test_alias_bomb(refuse: Any) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))
    (problem,) = refuse(bomb)
    assert problem.endswith("too_many_values")

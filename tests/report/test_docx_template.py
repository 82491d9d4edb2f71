"""Templates that offices bring along: filled in where they are right, refused in one sentence where they are not."""

from __future__ import annotations

import io
import runpy
import zipfile
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from dcs_audit.report.docx.content import Content
from dcs_audit.report.docx.render import render
from dcs_audit.report.docx.sandbox import FILTERS, Environment
from dcs_audit.report.docx.template import REQUIRED, check_template
from dcs_audit.report.interface import BadTemplate, Options
from dcs_audit.verdicts.model import Report

from .builders import commune
from .test_docx_fleet import fleet

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "reports" / "mau-bao-cao.docx"
NEEDED = [f"{{%p for item in {name} %}}|{{{{ item }}}}|{{%p endfor %}}" for name in REQUIRED]


def template(*lines: str, whole: bool = True, head: str = "{{ unit }}") -> bytes:
    """A Word file of these paragraphs, with what a template must say unless told otherwise; `|` divides paragraphs."""
    document = docx.Document()
    for line in (head, *lines, *(NEEDED if whole else [])):
        for text in line.split("|") if line in NEEDED else [line]:
            document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def texts(data: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(data)).element.body
    return ["".join(node.text or "" for node in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def with_entries(data: bytes, **entries: bytes) -> bytes:
    """The same zip file with entries added or replaced; `__` in a name stands for a slash, `_dot_` for a full stop."""
    named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in entries.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.infolist():
            if entry.filename not in named:
                archive.writestr(entry, source.read(entry))
        for name, content in named.items():
            archive.writestr(name, content)
    return target.getvalue()


def told(data: bytes, **more: object) -> str:
    with pytest.raises(BadTemplate) as caught:
        check_template(data, **more)  # type: ignore[arg-type]
    reason = caught.value.told("vi")
    assert "\n" not in reason and caught.value.told("en") != reason
    return reason


def test_everything_is_filled_in(commune: Report) -> None:
    data = template(
        "Năm {{ year }}, tính đến {{ as_of }}",
        "{%p for group in groups %}",
        "{{ group.title }}: {{ group.number }}",
        "{%p endfor %}",
    )
    check_template(data, fleet=False)
    shown = texts(render(commune, Options(template=data)))
    assert shown[:4] == [
        "Ủy ban nhân dân xã An Bình",
        "Năm 2026, tính đến ngày 20 tháng 11 năm 2026",
        "Công khai thông tin: 2",
        "Kiểm tra, giám sát của Nhân dân: 3",
    ]


def test_english_goes_into_a_template_too(commune: Report) -> None:
    shown = texts(render(commune, Options("en", template=template("{{ groups[0].title }}"))))
    assert shown[1] == "Disclosure (công khai)"


def test_headers_and_rows_are_filled_in(commune: Report) -> None:
    document = docx.Document(io.BytesIO(template()))
    document.sections[0].header.paragraphs[0].text = "{{ unit }}"
    table = document.add_table(rows=3, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("{%tr for task in tasks %}", "", "{{ loop.index }}", "{{ task.remedy }}", "{%tr endfor %}", ""),
        strict=True,
    ):
        cell.text = text
    target = io.BytesIO()
    document.save(target)
    check_template(target.getvalue())
    shown = docx.Document(io.BytesIO(render(commune, Options(template=target.getvalue()))))
    assert shown.sections[0].header.paragraphs[0].text == "Ủy ban nhân dân xã An Bình"
    assert [row.cells[0].text for row in shown.tables[0].rows] == ["1", "2", "3", "4"]


def test_the_sample_is_what_its_script_makes_and_works(commune: Report) -> None:
    made = runpy.run_path(str(ROOT / "examples" / "mau_bao_cao.py"))["template"]()
    assert made == SAMPLE.read_bytes()
    check_template(made, fleet=False)
    shown = "\n".join(texts(render(commune, Options(template=made))))
    for words in (
        "ỦY BAN NHÂN DÂN XÃ AN BÌNH",
        "1. Công khai thông tin (2 tồn tại)",
        "cần xem lại",
        commune.input_digest,
    ):
        assert words in shown
    assert "{" not in shown


def test_same_bytes(commune: Report) -> None:
    options = Options(template=SAMPLE.read_bytes())
    data = render(commune, options)
    assert data == render(commune, options)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_fleet_has_templates_of_its_own() -> None:
    data = template("{%p for table in slices %}", "{{ table.title }}", "{%p endfor %}", head="{{ units }}")
    check_template(data, fleet=True)
    check_template(data)
    assert texts(fleet([commune()], Options(as_of=date(2026, 11, 20), template=data)))[:2] == [
        "Tổng hợp 1 đơn vị",
        "Theo loại hình",
    ]
    assert "units" in told(data, fleet=False)
    assert "units" in told(template(), fleet=True)
    with pytest.raises(BadTemplate):
        fleet([commune()], Options(template=template()))
    with pytest.raises(BadTemplate):
        render(commune(), Options(template=data))


@pytest.mark.parametrize(
    "name", ["<w:p><w:r/></w:p>", "a & b", "{{ 7*7 }}", "{% for x in y %}", "x\ny\x1b\u202e", "]]>"]
)
def test_hostile_names_stay_words(commune: Report, name: str) -> None:
    shown = texts(render(replace(commune, unit={"name": name, "type": "commune"}), Options(template=template())))
    assert shown[0] == name.replace("\n", " ").replace("\x1b", "\\x1b").replace("\u202e", "")


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"PK\x03\x04" + b"\x00" * 40, b"\xd0\xcf\x11\xe0" * 9, SAMPLE.read_bytes()[:9000]]
)
def test_what_is_no_word_file(data: bytes) -> None:
    assert "không phải tệp Word" in told(data)


def test_a_zip_file_of_another_kind() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert "không phải tệp Word" in told(target.getvalue())
    assert "không phải tệp Word" in told(with_entries(template(), word__document_dot_xml=b"<broken"))
    assert "không phải tệp Word" in told(with_entries(template(), word__document_dot_xml=b"<x/>"))


def test_bombs() -> None:
    assert "quá lớn" in told(with_entries(template(), word__media__a_dot_png=b"\x00" * (51 * 1024 * 1024)))
    assert "quá lớn" in told(with_entries(template(), word__extra_dot_xml=b"<a>" + b" " * (5 * 1024 * 1024) + b"</a>"))
    assert "quá lớn" in told(with_entries(template(), **{f"e{number}": b"" for number in range(2_001)}))


def test_macros_and_entities() -> None:
    assert "macro" in told(with_entries(template(), word__vbaProject_dot_bin=b"x"))
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert "DTD" in told(with_entries(template(), word__extra_dot_xml=laughs))
    assert "DTD" in told(with_entries(template(), word__extra_dot_xml=laughs.decode().encode("utf-16")))


@pytest.mark.parametrize(
    ("line", "name"),
    [("{{ unti }}", "unti"), ("{% if false %}{{ secret }}{% endif %}", "secret"), ("{{ groups[0].titel }}", "titel"),
     ("{% for t in tasks %}{{ t.remdy }}{% endfor %}", "remdy"), ("{{ year.real }}", "real"), ("{{ range }}", "range")],
)  # fmt: skip
def test_a_name_that_does_not_exist(line: str, name: str) -> None:
    assert name in told(template(line))


def test_what_a_template_must_not_leave_out() -> None:
    reason = told(template("{{ year }}", whole=False))
    assert all(name in reason for name in REQUIRED)
    assert "unit" in told(template(head="x"))
    assert "units" in told(template("nothing", whole=False, head="x")) or "unit" in told(
        template(whole=False, head="x")
    )


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ unit.__class__ }}",
        "{{ unit.upper() }}",
        "{{ unit.upper }}",
        "{{ groups.append }}",
        "{{ loop }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 10 ** 1000000 }}",
        "{{ '%1000000000d' % 1 }}",
        "{% for a in range(9) %}{% endfor %}",
        "{% set a = unit %}",
        "{% macro m() %}{% endmacro %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% with a = 1 %}{% endwith %}",
        "{{ unit|safe }}",
        "{{ unit|attr('x') }}",
        "{{ unit|center(1000000000) }}",
        "{{ unit|map('upper') }}",
        "{{ lipsum(1000) }}",
        "{{ self }}",
        "{% for g in groups recursive %}{% endfor %}",
        "{% raw %}",
        "{% if %}{% endif %}",
        "{% for x in %}{% endfor %}",
        "{% endfor %}",
        "{{ unit",
        "{{ {{ unit }} }}",
        "{{ unit|nosuchfilter }}",
        "{{ unit is nosuchtest }}",
    ],
)
def test_what_the_language_does_not_have(line: str) -> None:
    assert told(template(line))


def test_a_loop_without_end() -> None:
    nested = "".join(f"{{% for a{n} in 'abcdefghijklmnopqrstuvwxyz' %}}" for n in range(8)) + "x" + "{% endfor %}" * 8
    assert "lặp quá nhiều" in told(template(nested))


def test_tags_that_are_never_closed_do_not_take_for_ever() -> None:
    assert "chưa được đóng" in told(template("{{p " * 100_000))


def test_a_condition_torn_over_a_table_loses_no_line() -> None:
    document = docx.Document(io.BytesIO(template("{% if violations == 99 %}")))
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "b{% endif %}"
    target = io.BytesIO()
    document.save(target)
    assert "{%tr" in told(target.getvalue())


def test_only_what_was_given_can_be_reached() -> None:
    environment = Environment()
    assert environment.globals == {}
    assert set(environment.filters) == set(FILTERS)
    assert {field.name for field in fields(Content)} >= {*REQUIRED, "unit"}

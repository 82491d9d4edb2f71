"""Texts of a unit file that would be a formula, a script, a link or a command somewhere: in every format, only text."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from dcs_audit.auditor import Auditor
from dcs_audit.fleet.share import share_of
from dcs_audit.fleet.tally import Tally
from dcs_audit.law import load_rulebook
from dcs_audit.records import load
from dcs_audit.report.interface import FORMATS, Content, Options, style
from dcs_audit.verdicts.model import Report

HOSTILE = (
    '=HYPERLINK("http://x.example","y")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\n=1+1",
    "＝1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</style></title></script><b>x</b>",
    "]]><x/><![CDATA[",
    "<!-- x --> &lt;script&gt; &#27;[31m",
    "[x](javascript:alert(1)) ![y](http://x.example/z)",
    "| a | b |\n| - | - |",
    "# x\n\n---\n\n```\n<i>",
    "{{ 7 * 7 }} {% for x in y %} ${x} %s {0}",
    "javascript:alert(1)",
    "\\u001b[31m \\x1b]0;x\\x07 \\",
    "a\u200bb\u200ec\ufeffd",
    "x" * 5000,
)
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _record(text: str) -> bytes:
    record = {
        "unit": {
            "name": text,
            "type": "commune",
            "province": text,
            "parent": text,
            "code": text,
            "villages": [{"name": text}],
            "projects": [{"id": text, "name": text}],
        },
        "year": 2026,
        "records": {
            "documents": [{"kind": "democracy_regulation", "title": text, "number": text, "date": "2026-01-05"}],
            "petitions": [{"kind": "board_recommendation", "id": text, "received_on": "2026-01-05", "note": text}],
            "disclosures": [
                {
                    "item": "ngan-sach",
                    "part": text,
                    "document": {"number": text, "date": "2026-01-05"},
                    "postings": [{"channel": "portal", "from": "2026-03-05", "url": text, "place": text}],
                    "evidence": [text],
                }
            ],
            "attestations": [{"rule": "LDC-D8-K3", "answer": "yes", "by": text, "on": "2026-01-05"}],
        },
        "waivers": [{"rule": "LDC-D36-K1", "reason": text, "approved_by": text, "until": "2026-12-31"}],
    }
    return json.dumps(record).encode()


@cache
def _auditor() -> Auditor:
    return Auditor(load_rulebook(), "reference")


@cache
def _report(text: str) -> Report:
    loaded = load(_record(text), f"{text[:50]}.yaml", _auditor().rulebook.vocabulary, "json")
    assert loaded.problems == ()
    return _auditor().audit(loaded, date(2026, 11, 20))


def _alone(name: str, text: str) -> Content:
    return style(name).alone(_report(text), Options())


def _fleet(name: str, texts: tuple[str, ...]) -> Content:
    form, options = style(name), Options(as_of=date(2026, 11, 20))
    frame, tally = form.frame(options), Tally()
    pieces = [frame.begin()]
    for text in texts:
        report = _report(text)
        share = share_of(report, ())
        tally.add(share)
        part = form.part(report, options) if form.most is None or form.most > 0 else None
        pieces.append(frame.unit(part, share))
    pieces.append(frame.end(tally))
    whole = b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    return whole if form.binary else whole.decode()


class _Page(HTMLParser):
    """What a page is made of: its elements and the addresses and handlers they carry, and none of its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.made: list[tuple[object, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.made.append((tag, *(name for name, _ in attrs)))
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name)
            if name in ("href", "src", "action"):
                assert (value or "").startswith(("#", "data:", "mailto:")) or not value, (tag, value)

    def handle_comment(self, data: str) -> None:
        self.made.append(("comment",))

    def unknown_decl(self, data: str) -> None:
        self.made.append(("declaration",))


def _page(text: str) -> Counter[tuple[object, ...]]:
    page = _Page()
    page.feed(text)
    return Counter(
        entry for entry in page.made if entry[0] in ("script", "style", "img", "svg", "iframe", "b", "x", "a")
    )


def _text(content: Content, harmless: Content) -> None:
    assert isinstance(content, str)
    assert not OBEYED.search(content)


def _json(content: Content, harmless: Content) -> None:
    _text(content, harmless)
    json.loads(str(content))


def _jsonl(content: Content, harmless: Content) -> None:
    _text(content, harmless)
    for line in str(content).removesuffix("\n").split("\n"):
        json.loads(line)


def _csv(content: Content, harmless: Content) -> None:
    text = str(content).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in text.split("\n")[0] else ","))
    assert len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "@", "\t", "\r", "＝"))] == []
    assert [cell for row in rows for cell in row if re.match(r"-[^\d]|-\d+[^\d.,]", cell)] == []
    assert not OBEYED.search(text.replace("\r\n", "\n"))


def _html(content: Content, harmless: Content) -> None:
    _text(content, harmless)
    assert _page(str(content)) == _page(str(harmless))


def _md(content: Content, harmless: Content) -> None:
    from markdown_it import MarkdownIt

    _text(content, harmless)
    shown = [MarkdownIt("commonmark", {"html": True}).enable("table").render(str(text)) for text in (content, harmless)]
    assert _page(shown[0]) == _page(shown[1])
    blocks = [Counter(re.findall("<(h[1-6]|table|pre|hr)", page)) for page in shown]
    assert blocks[0] == blocks[1]


def _xml(content: Content, harmless: Content) -> None:
    _text(content, harmless)
    tags = [Counter(entry.tag for entry in ElementTree.fromstring(str(text)).iter()) for text in (content, harmless)]
    assert tags[0].keys() == tags[1].keys()


def _xlsx(content: Content, harmless: Content) -> None:
    from openpyxl import load_workbook

    def formulas(data: Content) -> set[str]:
        assert isinstance(data, bytes)
        book = load_workbook(io.BytesIO(data))
        return {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}

    assert formulas(content) <= formulas(harmless)
    _parts(content, harmless)


def _docx(content: Content, harmless: Content) -> None:
    _parts(content, harmless)


def _parts(content: Content, harmless: Content) -> None:
    """The same parts in the file, each well-formed, and no link to anywhere that was not there before."""
    assert isinstance(content, bytes) and isinstance(harmless, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as file, zipfile.ZipFile(io.BytesIO(harmless)) as other:
        assert file.namelist() == other.namelist()
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(file.read(name))
            if name.endswith(".rels"):
                assert file.read(name).count(b"External") == other.read(name).count(b"External"), name


EXAMINED: dict[str, Callable[[Content, Content], None]] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "md": _md,
    "html": _html,
    "docx": _docx,
    "xlsx": _xlsx,
    "csv": _csv,
    "sarif": _json,
    "junit": _xml,
}


def test_every_format_is_examined() -> None:
    assert set(FORMATS) == set(EXAMINED)


@pytest.mark.parametrize("name", EXAMINED)
def test_a_hostile_text_is_only_text_in_the_report_on_a_unit(name: str) -> None:
    harmless = _alone(name, "Xã A")
    for text in HOSTILE if name not in ("docx", "xlsx") else HOSTILE[::3]:
        EXAMINED[name](_alone(name, text), harmless)


@pytest.mark.parametrize("name", EXAMINED)
def test_a_hostile_text_is_only_text_in_the_report_on_a_fleet(name: str) -> None:
    harmless = _fleet(name, tuple(f"Xã {number}" for number in range(len(HOSTILE))))
    EXAMINED[name](_fleet(name, HOSTILE), harmless)

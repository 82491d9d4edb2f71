"""The coverage of the law in each format, over a small law with one leaf of each standing."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
from rich.cells import cell_len

from dcs_audit.law.accounting import Account, Answer, ArticleAccount, Standing
from dcs_audit.law.basics import Words
from dcs_audit.law.coverage import Article, Note
from dcs_audit.report import coverage_json, coverage_md, coverage_text
from dcs_audit.report.coverage_words import span


def words(vi: str, en: str) -> Words:
    return Words(vi=vi, en=en)


def note(kind: str, vi: str, en: str) -> Note:
    return Note.model_validate({"as": kind, "reason": {"vi": vi, "en": en}})


LONG = Article.model_validate(
    {
        "article": 9,
        "title": {"vi": "Những việc phải làm", "en": "What to do"},
        "clauses": "6",
        "points": {"2": "a b c d", "5": "a b"},
    }
)
SHORT = Article(article=10, title=words("Hiệu lực", "Entry into force"))
TOLD = SimpleNamespace(
    id="TT-1", title=words("Việc của tỉnh", "For the province"), text=words("Tỉnh phải lo.", "The province sees to it.")
)
BOOK: Any = SimpleNamespace(
    packs=(
        SimpleNamespace(
            name="thu",
            file=SimpleNamespace(title=words("Bộ *thử*", "*Trial* pack")),
            informational=(TOLD,),
        ),
    ),
    digest="sha256:00",
    sources={"luat": SimpleNamespace(title=words("Luật Thử nghiệm", "Trial Law"), short=words("Luật 1", "Law 1"))},
    rules=(
        SimpleNamespace(id="R-1", title=words("Họp | bàn", "Meet")),
        SimpleNamespace(id="R-2", title=words("Báo cáo", "Report")),
        SimpleNamespace(id="R-3", title=words("Không dùng", "Unused")),
    ),
)
RULES = Answer(rules=("R-1",), notes=(note("not_checkable", "Không đo được.", "Not measured."),))
ANSWERS = [
    Answer(informational=("TT-1",)),
    *[RULES] * 2,
    *[Answer()] * 2,
    Answer(attests=("R-2",)),
    Answer(attests=("R-2",)),
    *[Answer(notes=(note("informational", "Quyền của <công dân>.", "A right of <citizens>."),))] * 3,
]


def account_of() -> Account:
    articles = ((LONG, ANSWERS), (SHORT, [Answer(rules=("R-1",))]))
    return Account(
        tuple(
            ArticleAccount("luat", article, tuple(zip(article.leaves("luat"), answers, strict=True)))
            for article, answers in articles
        )
    )


TEXT = """\
Các khoản, điểm của luật và quy định kiểm tra
Bộ quy định  thu

Luật 1: 11 khoản, điểm
    3 kiểm tra, 2 xác nhận, 4 thông tin, 0 ngoài hồ sơ, 2 chưa tính đến

kiểm tra       có quy định kiểm tra hồ sơ dẫn khoản, điểm này
xác nhận       đơn vị phải trả lời câu hỏi, vì không hồ sơ nào tự chứng minh
thông tin      không đặt nghĩa vụ cho đơn vị được kiểm tra
ngoài hồ sơ    là nghĩa vụ nhưng không hồ sơ nào chứng minh hay bác bỏ được
chưa tính đến  chưa có quy định, câu hỏi hay lý do

Chưa được tính đến (2)
────────────────────────────────────────────────────────────────────────────────
Luật 1
  Điều 9       điểm c, d khoản 2

Luật Thử nghiệm
────────────────────────────────────────────────────────────────────────────────
Điều 9. Những việc phải làm
  khoản 1              thông tin: TT-1: Tỉnh phải lo.
  điểm a, b khoản 2    kiểm tra: R-1
                       ngoài hồ sơ: Không đo được.
  điểm c, d khoản 2    chưa tính đến
  khoản 3, 4           xác nhận: R-2
  khoản 5, 6           thông tin: Quyền của <công dân>.

Điều 10. Hiệu lực
  toàn bộ              kiểm tra: R-1
"""


def test_text() -> None:
    assert coverage_text.render(account_of(), BOOK, "vi", 80, False) == TEXT


@pytest.mark.parametrize("width", [40, 63, 64, 80, 120])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_text_keeps_to_the_width(width: int, lang: Any) -> None:
    shown = coverage_text.render(account_of(), BOOK, lang, width, False)
    assert all(cell_len(line) <= width for line in shown.splitlines())
    assert "R-1" in shown and "R-2" in shown


def test_text_puts_answers_beneath_on_a_narrow_page() -> None:
    lines = coverage_text.render(account_of(), BOOK, "en", 50, False).splitlines()
    place = lines.index("  clause 2, points a, b")
    assert lines[place + 1 : place + 3] == ["    checked: R-1", "    not checkable: Not measured."]


def test_nothing_left() -> None:
    whole = account_of().narrowed(None, 10)
    assert "Không còn khoản, điểm nào chưa được tính đến." in coverage_text.render(whole, BOOK, "vi", 80, False)
    assert "Every clause and point is accounted for." in coverage_md.render(whole, BOOK, "en")
    assert "Chưa được tính đến" not in coverage_text.render(whole, BOOK, "vi", 80, False)


@pytest.mark.parametrize(
    ("start", "end", "vi", "en"),
    [
        (0, 1, "khoản 1", "clause 1"),
        (0, 5, "khoản 1, 2", "clauses 1, 2"),
        (0, 3, "khoản 1; điểm a, b khoản 2", "clause 1; clause 2, points a, b"),
        (1, 4, "điểm a–c khoản 2", "clause 2, points a–c"),
        (4, 7, "điểm d khoản 2; khoản 3, 4", "clause 2, point d; clauses 3, 4"),
        (5, 9, "khoản 3–5", "clauses 3–5"),
        (0, 10, "toàn bộ", "all"),
    ],
)
def test_spans(start: int, end: int, vi: str, en: str) -> None:
    leaves = LONG.leaves("luat")[start:end]
    assert (span(leaves, LONG, "vi"), span(leaves, LONG, "en")) == (vi, en)


def test_markdown() -> None:
    shown = coverage_md.render(account_of(), BOOK, "vi")
    assert shown.startswith("# Các khoản, điểm của luật và quy định kiểm tra\n\nBộ quy định: Bộ \\*thử\\* (thu)\n")
    lines = shown.splitlines()
    assert "| Luật 1 | 11 | 3 | 2 | 4 | 0 | 2 |" in lines
    assert "- Luật 1, Điều 9: điểm c, d khoản 2" in lines
    start = lines.index("### Điều 9. Những việc phải làm")
    assert lines[start + 2 : start + 10] == [
        "| Khoản, điểm | Cách tính | Quy định kiểm tra, hoặc lý do |",
        "| --- | --- | --- |",
        "| khoản 1 | thông tin | TT-1: Tỉnh phải lo. |",
        "| điểm a, b khoản 2 | kiểm tra | R-1 |",
        "|  | ngoài hồ sơ | Không đo được. |",
        "| điểm c, d khoản 2 | **chưa tính đến** |  |",
        "| khoản 3, 4 | xác nhận | R-2 |",
        "| khoản 5, 6 | thông tin | Quyền của \\<công dân\\>. |",
    ]
    assert lines[-3:] == ["| R-1 | Họp \\| bàn |", "| R-2 | Báo cáo |", "| TT-1 | Việc của tỉnh |"]


def test_json() -> None:
    data = json.loads(coverage_json.render(account_of(), BOOK))
    assert list(data) == ["schema", "packs", "digest", "summary", "unaccounted", "articles"]
    assert data["schema"] == "dcs-audit/coverage@1"
    (summary,) = data["summary"]
    assert summary["leaves"] == 11 == sum(summary["counts"].values())
    assert list(summary["counts"]) == [str(standing) for standing in Standing]
    assert data["unaccounted"] == ["Điều 9 khoản 2 điểm c Luật 1", "Điều 9 khoản 2 điểm d Luật 1"]
    assert [len(one["leaves"]) for one in data["articles"]] == [10, 1]
    assert data["articles"][0]["leaves"][1] == {
        "clause": "2",
        "point": "a",
        "label": "Điều 9 khoản 2 điểm a Luật 1",
        "standing": "encoded",
        "rules": ["R-1"],
        "attests": [],
        "informational": [],
        "notes": [{"as": "not_checkable", "reason": {"vi": "Không đo được.", "en": "Not measured."}}],
    }

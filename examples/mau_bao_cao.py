"""Makes the example of an office's own Word template.

    python examples/mau_bao_cao.py samples/reports/mau-bao-cao.docx

An office makes its own in Word: any .docx will do, with variables between double braces. `{%p … %}` alone in a
paragraph repeats or drops paragraphs, `{%tr … %}` alone in a table's row repeats rows.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from dcs_audit.report.docx import letter
from dcs_audit.report.docx.ooxml import Piece
from dcs_audit.report.docx.paper import Paper


def template() -> bytes:
    """A short báo cáo: figures, violations, what to do, what is open, what was not checked."""
    paper = Paper("vi", "Mẫu báo cáo tự kiểm tra", date(2026, 1, 1))
    letter.head(paper, [Piece("{{ parent|upper or '[CƠ QUAN CHỦ QUẢN]' }}")], [Piece("{{ unit|upper }}")])
    letter.title(paper, "BÁO CÁO", "Kết quả tự kiểm tra việc thực hiện dân chủ ở cơ sở năm {{ year }}")
    paper.text("{{ unit }} báo cáo kết quả tự kiểm tra, tính đến {{ as_of }}, như sau:")
    _results(paper)
    _violations(paper)
    _tasks(paper)
    _open(paper)
    paper.part("Nội dung chưa kiểm tra, cơ sở của báo cáo")
    _each(paper, "not_checked", "- {{ item }}")
    _each(paper, "trust", "- {{ item.label }}: {{ item.value }}")
    letter.closing(paper)
    return paper.file()


def _each(paper: Paper, items: str, line: str) -> None:
    paper.text(f"{{%p for item in {items} %}}")
    paper.text(line)
    paper.text("{%p endfor %}")


def _results(paper: Paper) -> None:
    paper.part("Kết quả chung")
    _each(paper, "filters", "Lưu ý: {{ item }}")
    paper.text("Đã xem xét {{ duties }} nghĩa vụ, có {{ violations }} tồn tại. Điểm {{ score or 'không tính' }}.")
    rows = [["{%tr for item in counts %}", ""], ["{{ item.label }}", "{{ item.number }}"], ["{%tr endfor %}", ""]]
    paper.table(["Kết luận", "Số nghĩa vụ"], (125, 40), rows)


def _violations(paper: Paper) -> None:
    paper.part("Tồn tại")
    paper.text("{%p for group in groups %}")
    paper.text(Piece("{{ loop.index }}. {{ group.title }} ({{ group.number }} tồn tại)", bold=True), keep_next=True)
    paper.text("{%p for entry in group.violations %}")
    paper.text(
        "- {{ entry.title }}: {{ entry.status }}, mức {{ entry.severity }}. {{ entry.text }} Căn cứ: {{ entry.basis }}."
    )
    paper.text("{%p for case in entry.cases %}")
    paper.text("+ {{ case }}.")
    paper.text("{%p endfor %}")
    paper.text("{%p endfor %}")
    paper.text("{%p endfor %}")


def _tasks(paper: Paper) -> None:
    paper.part("Việc cần làm")
    blank = [[Piece("[…]", blank=True)]]
    rows = [
        ["{%tr for task in tasks %}", "", "", ""],
        ["{{ loop.index }}", "{{ task.remedy }} ({{ task.duties }})", blank, blank],
        ["{%tr endfor %}", "", "", ""],
    ]
    paper.table(["TT", "Việc cần làm", "Người chịu trách nhiệm", "Hạn"], (12, 103, 28, 22), rows)


def _open(paper: Paper) -> None:
    paper.part("Nội dung cần xem lại, chờ xác nhận, chưa đến hạn, được miễn trừ")
    for items in ("to_fill_in", "to_look_at", "questions", "pending", "waived"):
        _each(
            paper,
            items,
            "- {{ item.title }} ({{ item.status }}{% if item.when %}, {{ item.when }}{% endif %}): {{ item.basis }}",
        )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(template())

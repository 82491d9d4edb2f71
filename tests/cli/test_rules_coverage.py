"""`rules coverage` over tiny packs: what it shows, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from law.tiny_packs import rule, words, write_pack

from dcs_audit.law.loader import read_pack
from dcs_audit.law.rulebook import assemble

from .conftest import Bench, Ran

Data = dict[str, Any]
CITED = rule("R-1", basis={"source": "luat", "article": 1, "clause": 1})
FIRST = {"article": 1, "title": words("một"), "clauses": 2}
NOTE = {"at": "2", "as": "informational", "reason": {"vi": "Quyền của dân.", "en": "A right."}}

Run = Callable[..., Ran]


@pytest.fixture
def run(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command on a pack with these articles and rules."""

    def go(articles: list[Data] | None, *argv: str, rules: tuple[Data, ...] = (CITED,)) -> Ran:
        folder = write_pack(tmp_path / "thu", rules)
        if articles is not None:
            texts = {"sources": [{"source": "luat", "articles": articles}]}
            (folder / "coverage.yaml").write_text(json.dumps(texts), encoding="utf-8")
        monkeypatch.setattr("dcs_audit.law.rulebook.load_rulebook", lambda _: assemble((read_pack(str(folder)),)))
        return bench.run("rules", "coverage", *argv)

    return go


def test_all_accounted_for(run: Run) -> None:
    ran = run([{**FIRST, "notes": [NOTE]}])
    assert (ran.code, ran.err) == (0, "")
    assert "  khoản 1              kiểm tra: R-1\n  khoản 2              thông tin: Quyền của dân.\n" in ran.out


def test_something_left(run: Run) -> None:
    ran = run([FIRST], "--lang", "en")
    assert (ran.code, ran.err) == (1, "Not accounted for: 1 clause or point.\n")
    assert "Not accounted for (1)" in ran.out


def test_only_what_is_shown_counts(run: Run) -> None:
    articles = [{**FIRST, "notes": [NOTE]}, {"article": 2, "title": words("hai")}]
    assert run(articles).code == 1
    ran = run(articles, "--article", "1", "--source", "luat")
    assert ran.code == 0 and "Điều 2" not in ran.out


@pytest.mark.parametrize(("form", "start"), [("json", '{\n  "schema": "dcs-audit/coverage@1"'), ("md", "# Các khoản")])
def test_formats(run: Run, form: str, start: str) -> None:
    ran = run([FIRST], "--format", form)
    assert ran.code == 1 and ran.out.startswith(start)


@pytest.mark.parametrize(
    ("argv", "what"),
    [
        (("--article", "7"), "không có Điều 7"),
        (("--article", "bảy"), "không có Điều bảy"),
        (("--source", "luatt"), "có phải ý bạn là `luat`?"),
        (("--format", "html"), "html"),
    ],
)
def test_what_is_not_there(run: Run, argv: tuple[str, ...], what: str) -> None:
    ran = run([FIRST], *argv)
    assert (ran.code, ran.out) == (2, "")
    assert what in ran.err


def test_no_inventory(run: Run) -> None:
    ran = run(None)
    assert (ran.code, ran.out) == (2, "")
    assert "coverage.yaml" in ran.err


def test_faults_of_the_inventory(run: Run) -> None:
    ran = run([FIRST, FIRST])
    assert (ran.code, ran.out) == (2, "")
    assert "thu/coverage.yaml:1:" in ran.err and "Điều 1 có hai lần: bỏ một" in ran.err


def test_a_rule_that_cites_what_is_not_there(run: Run) -> None:
    ran = run([FIRST], rules=(rule("R-1", basis={"source": "luat", "article": 1, "clause": 3}),))
    assert (ran.code, ran.out) == (2, "")
    assert "thu/a.yaml:" in ran.err and "R-1: Điều 1 khoản 3 không có trong bản kê của `luat`" in ran.err

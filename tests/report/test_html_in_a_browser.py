"""The page at work in Chromium, where it is installed: its own policy lets the script run, and the script is right."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from dcs_audit.locale.phrases import Text
from dcs_audit.report.interface import FORMATS, Options
from dcs_audit.verdicts.model import Report, Status

from .builders import duty, fleet_of

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here")

WRAPPER = """<!DOCTYPE html><meta charset="utf-8"><iframe src="page.html"></iframe><p id="out"></p><script>
addEventListener("load", () => {
  const page = document.querySelector("iframe").contentDocument;
  const all = query => [...page.querySelectorAll(query)];
  const seen = query => all(query).filter(node => node.checkVisibility());
  const put = (query, value) => {
    const field = page.querySelector(query);
    field.value = value;
    field.dispatchEvent(new Event("input"));
  };
  document.getElementById("out").textContent = JSON.stringify((() => { STEPS })());
});
</script>"""


def run(folder: Path, page: str, steps: str) -> object:
    """What `steps` return when carried out on the page."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "wrapper.html").write_text(WRAPPER.replace("STEPS", steps), encoding="utf-8")
    done = subprocess.run(
        [
            str(BROWSER),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--allow-file-access-from-files",
            f"--user-data-dir={folder / 'profile'}",
            "--dump-dom",
            (folder / "wrapper.html").as_uri(),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    (told,) = re.findall(r'<p id="out">(.*?)</p>', done.stdout, re.DOTALL)
    return json.loads(unescape(told))


def page_of(report: Report) -> str:
    content = FORMATS["html"]().alone(report, Options())
    assert isinstance(content, str)
    return content


def test_the_reader_filters_by_status_weight_group_and_words(commune: Report, tmp_path: Path) -> None:
    steps = """
      const rules = () => seen("article").map(node => node.querySelector(".id").textContent);
      const told = () => page.querySelector("#filter [role=status]").textContent;
      const out = {bar: !page.getElementById("filter").hidden, first: rules()};
      put("select[name=status]", "late"); out.late = rules(); out.told = told(); out.tasks = seen("#to-do li").length;
      put("select[name=status]", ""); put("select[name=level]", "major"); out.major = rules();
      put("select[name=level]", ""); put("select[name=group]", "giam-sat"); out.group = rules();
      put("select[name=group]", ""); put("input", "thu tuc hanh chinh"); out.words = rules();
      put("input", "không có gì như thế"); out.none = [rules(), told()];
      page.querySelector("#filter button").click(); out.cleared = [rules().length === out.first.length, told()];
      return out;"""
    out = run(tmp_path, page_of(commune), steps)
    assert isinstance(out, dict)
    folded = {"LDC-D11-K13", "LDC-D41-K1"}
    assert out["bar"] and not folded & set(out["first"]) and len(out["first"]) == 9
    assert out["late"] == ["LDC-D11-K2"] and out["tasks"] == 1
    assert out["told"] == "Đang hiện 1/12 nghĩa vụ. Bản in luôn có đủ."
    assert out["major"] == ["LDC-D36-K1"]
    assert out["group"] == ["LDC-D36-K1", "LTCD-D15-K2", "LDC-D41-K1"], "a folded section opens for what it holds"
    assert out["words"] == ["LDC-D11-K13"]
    assert out["none"] == [[], "Không có nội dung nào khớp với bộ lọc."]
    assert out["cleared"] == [True, ""]


def test_a_table_of_units_is_sorted_by_any_column(commune: Report, agency: Report, tmp_path: Path) -> None:
    units = [
        replace(report, unit={**report.unit, "name": name}, summary=replace(report.summary, score=score))
        for report, name, score in (
            (commune, "Đông", 9.5),
            (commune, "Dân", 49.9),
            (agency, "Ân", None),
            (agency, "An", 100.0),
        )
    ]
    steps = """
      const names = () => all("#units tbody th").map(node => node.textContent);
      const press = number => all("#units thead button")[number].click();
      const out = {given: names()};
      press(0); out.names = names(); press(0); out.reversed = names();
      press(7); out.scores = names(); out.said = all("#units thead th")[7].getAttribute("aria-sort");
      put("input", "dan"); out.found = seen("#units tbody tr").length;
      return out;"""
    assert run(tmp_path, fleet_of("html", units), steps) == {
        "given": ["Đông", "Dân", "Ân", "An"],
        "names": ["An", "Ân", "Dân", "Đông"],
        "reversed": ["Đông", "Dân", "Ân", "An"],
        "scores": ["An", "Dân", "Đông", "Ân"],
        "said": "descending",
        "found": 1,
    }


def test_hostile_text_does_not_run_and_a_narrow_screen_needs_no_sideways_scrolling(
    commune: Report, tmp_path: Path
) -> None:
    bad = "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>" + "x" * 200
    extra = duty("X-1", Status.MISSING, Text(bad, bad), subject=bad)
    page = page_of(replace(commune, unit={"name": bad}, results=(*commune.results, extra)))
    steps = "return [page.title.startsWith('<img'), all('img').length, page.documentElement.scrollWidth];"
    # A frame is 300 pixels wide unless told otherwise.
    title, images, width = run(tmp_path, page, steps)  # type: ignore[misc]
    assert title and images == 0 and width <= 300

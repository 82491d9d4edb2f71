"""The README's tutorial, tried: its files as printed are a pack without a fault whose cases hold."""

from __future__ import annotations

import re
import textwrap
from functools import partial
from pathlib import Path

from dcs_audit.auditor import Auditor
from dcs_audit.law import load_rulebook
from dcs_audit.law.casebook import collect
from dcs_audit.law.lint import lint
from dcs_audit.law.trials import run_trial

README = Path(__file__).resolve().parents[1] / "README.md"


def write_out(folder: Path) -> Path:
    """The files that the tutorial prints, each under the name in its first line."""
    blocks = re.findall(r"^ *```yaml\n(.*?)^ *```", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    named = [
        (found[1], block) for block in map(textwrap.dedent, blocks) if (found := re.match(r"# (my-plan/\S+)", block))
    ]
    for name, block in named:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(block, encoding="utf-8")
    assert len(named) == 4
    return folder / "my-plan"


def test_the_tutorial_makes_a_pack_without_a_fault(tmp_path: Path) -> None:
    book = load_rulebook([str(write_out(tmp_path))])
    faults = [
        fault for fault in lint(book.packs, partial(Auditor, engine="reference")).faults if "my-plan" in fault.file
    ]
    assert faults == []


def test_the_cases_of_the_tutorial_hold(tmp_path: Path) -> None:
    book = load_rulebook([str(write_out(tmp_path))])
    trials = [trial for trial in collect(book).trials if trial.label.startswith("MAU")]
    auditor = Auditor(book)
    assert len(trials) == 5
    assert [run_trial(trial, auditor).differences for trial in trials] == [()] * 5

"""Faults of rule packs, one on a line or as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dcs_audit.locale.phrases import Lang, both, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.words import plain

if TYPE_CHECKING:
    from dcs_audit.law.lint import Verdict


def as_text(verdict: Verdict, lang: Lang) -> str:
    """`PACK/FILE:LINE:COL: CODE: message` for each fault; one line of counts where there is none."""
    if not verdict.faults:
        return screen("lint.clean", lang, **verdict.counts) + "\n"
    lines = (f"{f.file}:{f.line}:{f.column}: {f.code}: {say(f.message, lang)}" for f in verdict.faults)
    return "".join(f"{plain(line)}\n" for line in lines)


def as_json(verdict: Verdict) -> str:
    """A list of `{file, line, column, code, message: {vi, en}}`, empty where there is no fault."""
    data = [
        {"file": f.file, "line": f.line, "column": f.column, "code": f.code, "message": dict(both(f.message))}
        for f in verdict.faults
    ]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

"""Which mutants of the rules no case noticed, for people to read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from dcs_audit.law.basics import Model
from dcs_audit.law.mutants import Mutant
from dcs_audit.law.mutation import Toll
from dcs_audit.locale.phrases import Lang
from dcs_audit.records.positions import path_text
from dcs_audit.report.page import STRONG, Page
from dcs_audit.report.words import counted

_LONGEST = 90
_INDENT = 4


def render_mutation(files: Mapping[str, Toll], lang: Lang, width: int, colour: bool) -> str:
    """For each rule file how many mutants were killed, then every survivor: where it is and what was changed."""
    page = Page(lang, width, colour)
    if not files:
        page.paragraph(page.word("mutants.none"))
        return page.text()
    for file, toll in files.items():
        page.paragraph((file, STRONG), f": {_number(page, toll.mutants)}; {_outcome(page, toll)}")
    survivors = [mutant for toll in files.values() for mutant in toll.survivors]
    if survivors:
        page.heading(page.word("mutants.survivors"))
        for mutant in survivors:
            named = page.word(f"mutants.{mutant.kind}", name=mutant.name)
            page.paragraph(f"{place_of(mutant)} ", (named, STRONG))
            page.paragraph(_changed(page, mutant), indent=_INDENT)
    page.blank()
    whole = Toll(sum(toll.mutants for toll in files.values()), tuple(survivors))
    page.paragraph(page.word("mutants.total", number=_number(page, whole.mutants), outcome=_outcome(page, whole)))
    return page.text()


def place_of(mutant: Mutant) -> str:
    """`pack/file.yaml:LINE:COLUMN` of what was changed."""
    return mutant.place.at(*mutant.edit.loc)


def in_short(value: Any) -> str:
    """A value of the rule language on a part of a line."""
    text = value if isinstance(value, str) else json.dumps(as_data(value), ensure_ascii=False).replace('"', "")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def as_data(value: Any) -> Any:
    """A value of the rule language as JSON has it."""
    if isinstance(value, Model):
        return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: as_data(part) for key, part in value.items()}
    return [as_data(part) for part in value] if isinstance(value, tuple) else value


def _number(page: Page, number: int) -> str:
    return counted("mutant", number, page.lang)


def _outcome(page: Page, toll: Toll) -> str:
    killed = page.word("mutants.killed", number=toll.killed)
    return f"{killed}, {page.word('mutants.survived', number=len(toll.survivors))}" if toll.survivors else killed


def _changed(page: Page, mutant: Mutant) -> str:
    edit = mutant.edit
    path = path_text(edit.loc)
    if edit.operator == "drop":
        return page.word("mutants.dropped", path=path, old=in_short(edit.old))
    key = "mutants.compared" if edit.operator == "comparison" else "mutants.changed"
    return page.word(key, path=path, old=in_short(edit.old), new=in_short(edit.new))

"""Rules as data: what the pack says, and how its citations read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dcs_audit.report.words import article_first

if TYPE_CHECKING:
    from dcs_audit.law.model import Rule
    from dcs_audit.law.rulebook import Rulebook

SCHEMA = "dcs-audit/rules@1"


def render(rules: Iterable[Rule], rulebook: Rulebook) -> str:
    """The rules in the order given, each as its pack has it, without what the pack leaves out."""
    data = {
        "schema": SCHEMA,
        "packs": [pack.name for pack in rulebook.packs],
        "digest": rulebook.digest,
        "rules": [_rule(rule, rulebook) for rule in rules],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, rulebook: Rulebook) -> dict[str, Any]:
    data = rule.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for place, cite in zip(data["basis"], rule.basis, strict=True):
        place["label"] = article_first(rulebook.cite(cite))
    return data

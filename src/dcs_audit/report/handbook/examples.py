"""Records that satisfy a rule, taken from the cases beside it: real ones, which the tests judge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from dcs_audit.law.cases import Placed
    from dcs_audit.law.model import Rule

_PLAIN_WORD = re.compile(r"(0|[1-9][0-9]*|true|false|[0-9]{4}-[0-9]{2}-[0-9]{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Example:
    """Records of a case that passes, as a piece of a unit file; the case's name, its file and its day of audit."""

    name: str
    file: str
    as_of: date
    yaml: str


def example_of(rule: Rule, cases: Iterable[Placed]) -> Example | None:
    """The first case in which every duty of the rule passes while this version is in force; None without one."""
    for placed in cases:
        case = placed.case
        as_of = case.as_of or placed.base.as_of
        statuses = {case.expect} if isinstance(case.expect, str) else {*case.expect.values()}
        fits = case.rule == rule.id and rule.in_force.holds_on(as_of) and not case.waivers
        if fits and statuses == {"passed"} and case.records:
            return Example(case.name, placed.file, as_of, as_yaml({"records": case.records}))
    return None


def as_yaml(content: Mapping[str, Any]) -> str:
    """A piece of a unit file. Numbers, days and flags stand without quotes, as people write them."""
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=88)


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, and repeats what occurs twice instead of naming it."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    # Unit files are read as they are typed: without quotes, a number or a day is the same text.
    if _PLAIN_WORD.fullmatch(value):
        tag = next(tag for tag, of in dumper.yaml_implicit_resolvers[value[0]] if of.match(value))
        return dumper.represent_scalar(tag, value)
    return dumper.represent_scalar("tag:yaml.org,2002:str", value)


_Dumper.add_representer(str, _text)

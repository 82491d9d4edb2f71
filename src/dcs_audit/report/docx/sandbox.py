"""The closed language of templates: variables, if, for, a few filters. A template comes from elsewhere, so it can call
nothing, reach nothing that was not given to it, and neither run nor grow without end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

from dcs_audit.report.interface import BadTemplate

FILTERS = ("join", "upper", "lower", "capitalize", "length", "count", "first", "last", "default", "trim", "escape", "e")
"""None of them makes more of a text than was put in."""

_TESTS = ("defined", "undefined", "none", "eq", "ne", "equalto", "lt", "le", "gt", "ge", "odd", "even", "in")
_LOOP = ("index", "index0", "first", "last", "length")
_INNER = ("self", "super", "caller", "varargs", "kwargs")
"""Names with a meaning of their own to the library."""

_NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Concat,
    nodes.Keyword,
)
_MOST_OUTPUT = 50_000_000
"""Characters that loops may write; a report of 500 duties in an ordinary template has fewer than three million."""
_VALUE = 200
"""What a variable in a loop is counted for."""


class Environment(SandboxedEnvironment):
    """Raises BadTemplate for what the language does not have."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in _TESTS}
        self._written = 0

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Of a loop its counters, else what was given under that name; never what Python has on the object."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An entry of a list or of what was given."""
        if isinstance(obj, Mapping):
            return self.getattr(obj, str(argument))
        if isinstance(obj, (list, tuple)) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=obj, name=argument)

    def turn(self, weight: int) -> None:
        """Counts a turn of a loop and about how much it writes."""
        self._written += weight
        if self._written > _MOST_OUTPUT:
            raise BadTemplate("docx.template.endless")

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed = super()._parse(source, name, filename)
        for node in _below(parsed):
            if not isinstance(node, _NODES) or (isinstance(node, nodes.For) and node.recursive):
                raise BadTemplate("docx.template.forbidden", what=type(node).__name__)
            if isinstance(node, nodes.Name) and node.name in _INNER:
                raise BadTemplate("docx.template.forbidden", what=node.name)
            if isinstance(node, nodes.Filter) and node.name not in FILTERS:
                raise BadTemplate("docx.template.forbidden", what=f"|{node.name}")
        for loop in parsed.find_all(nodes.For):
            call = nodes.Call(nodes.EnvironmentAttribute("turn"), [nodes.Const(_weight(loop))], [], None, None)
            loop.body.insert(0, nodes.ExprStmt(call, lineno=loop.lineno))
        return parsed


def _below(node: nodes.Node) -> list[nodes.Node]:
    found: list[nodes.Node] = [node]
    for parent in found:  # grows while it is read
        found.extend(parent.iter_child_nodes())
    return found


def _weight(loop: nodes.For) -> int:
    """About how many characters one turn writes, loops within counted once."""
    texts = sum(len(data.data) for data in loop.find_all(nodes.TemplateData))
    return texts + _VALUE * sum(len(output.nodes) for output in loop.find_all(nodes.Output)) + _VALUE

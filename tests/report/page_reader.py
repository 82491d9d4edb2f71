"""Reads a page of HTML with nothing of ours, and refuses what is not well formed."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "input", "link", "img", "hr"})


@dataclass
class Node:
    tag: str
    attributes: dict[str, str]
    parts: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(part if isinstance(part, str) else f" {part.text} " for part in self.parts).split())

    def all(self, tag: str = "", **attributes: str) -> list[Node]:
        """Every element below of that name and with these attributes, in order."""
        found: list[Node] = []
        for part in self.parts:
            if isinstance(part, Node):
                fits = all(part.attributes.get(name.replace("_", "-")) == value for name, value in attributes.items())
                found += [part] if (not tag or part.tag == tag) and fits else []
                found += part.all(tag, **attributes)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        if tag in ("p", "ul", "ol", "dl", "table", "section", "article", "h2", "h3", "h4"):
            assert self._open[-1].tag not in ("p", "span"), f"<{tag}> in <{self._open[-1].tag}>"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].parts.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)


def read(page: str) -> Node:
    """The tree of a page; fails where elements are not closed in order."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader._open == [reader.root], "elements left open"
    return reader.root

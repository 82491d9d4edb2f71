"""The handbook in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dcs_audit.report.handbook.links import pieces
from dcs_audit.report.handbook.pages import Badge, Card, Fact, Index, RulePage, Section, Version, Volume

ENDING = "md"
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def render(volume: Volume) -> Iterator[tuple[str, str]]:
    """The name and content of every file, the index first."""
    sheet = _Sheet(volume)
    yield f"index.{ENDING}", sheet.index(volume.index)
    for page in volume.pages:
        yield f"{page.stem}.{ENDING}", sheet.page(page)


class _Sheet:
    def __init__(self, volume: Volume) -> None:
        self._stems: Mapping[str, str] = volume.stems
        self._words = volume.words

    def index(self, index: Index) -> str:
        lines = [f"# {self._line(index.title)}", "", *self._facts(index.facts)]
        for listing in index.listings:
            lines += ["", f"## {self._line(listing.title)}", "", f"{self._line(listing.note)}", ""]
            for entry in listing.entries:
                marks = "".join(f" · {_mark(badge)}" for badge in entry.badges)
                lines.append(f"- {self._link(entry.id)} {self._line(entry.title)}{marks} · {self._line(entry.cited)}")
        lines += ["", f"## {self._line(index.clauses_title)}", ""]
        for clause in index.clauses:
            lines.append(f"- {self._line(clause.cited)}: {', '.join(map(self._link, clause.ids))}")
        for section in index.sections:
            lines += self._section(section, 2)
        return self._whole(lines)

    def page(self, page: RulePage) -> str:
        lines = [
            f"[{self._line(self._words['back'])}](index.{ENDING})",
            "",
            f"# {_escaped(page.title)}",
            "",
            f"`{page.id}`",
        ]
        for version in page.versions:
            lines += self._version(version)
        return self._whole(lines)

    def _version(self, version: Version) -> list[str]:
        level = 3 if version.title else 2
        lines = ["", f"## {self._line(version.title)}"] if version.title else []
        lines += ["", " · ".join(map(_mark, version.badges)), "", f"> {self._line(version.lead)}"]
        for section in version.sections:
            lines += self._section(section, level)
        return lines

    def _section(self, section: Section, level: int) -> list[str]:
        lines = ["", f"{'#' * level} {self._line(section.title)}", ""]
        lines += self._facts(section.facts)
        for card in section.cards:
            lines += self._card(card, level + 1)
        mark = "" if section.code is not None else "- "
        lines += [f"{mark}{self._line(line)}" for line in section.lines]
        if section.code is not None:
            lines += ["", "```yaml", section.code.rstrip("\n"), "```"]
        return lines

    def _card(self, card: Card, level: int) -> list[str]:
        marks = "".join(f" · {_mark(badge)}" for badge in card.badges)
        return ["", f"{'#' * level} {self._line(card.title)}{marks}", "", *self._facts(card.facts)]

    def _facts(self, facts: Sequence[Fact]) -> list[str]:
        lines = []
        for fact in facts:
            label = f"- **{self._line(fact.label)}:**"
            if len(fact.lines) == 1:
                lines.append(f"{label} {self._line(fact.lines[0])}")
            else:
                lines += [label, *(f"  - {self._line(line)}" for line in fact.lines)]
        return lines

    def _whole(self, lines: Sequence[str]) -> str:
        text = "\n".join([*lines, "", "---", "", self._line(self._words["footer"])])
        return re.sub(r"\n{3,}", "\n\n", text) + "\n"

    def _line(self, text: str) -> str:
        shown = {"text": _escaped, "code": lambda code: f"`{code}`", "rule": self._link}
        return "".join(shown[piece.kind](piece.text) for piece in pieces(text, self._stems))

    def _link(self, rule: str) -> str:
        return f"[{rule}]({self._stems[rule]}.{ENDING})"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _mark(badge: Badge) -> str:
    return f"**{_escaped(badge.text)}**" if badge.tone != "plain" else _escaped(badge.text)

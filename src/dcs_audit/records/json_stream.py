"""JSON of any length, one value at a time: values one after the other, or the items of one long list in an object."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from dcs_audit.records.json_places import json_root
from dcs_audit.records.json_reader import explain
from dcs_audit.records.positions import Loc
from dcs_audit.records.problems import Finding, Problem
from dcs_audit.records.reading import DEPTH_LIMIT
from dcs_audit.records.source import too_large

VALUE_LIMIT = 64 * 1024 * 1024
"""Characters of one value. The report on a unit has some hundred thousand."""
_PIECE = 1 << 20
_LONGEST_SIGN = len("\\ud83d\\ude00")
"""Characters that are one: an escape that a piece cuts off is wrong where it begins."""
_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


class BadJson(Exception):
    """What is wrong with a file, and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


class Value(NamedTuple):
    """A value and its text; `line` and `column` are those of its first character, from 1."""

    data: object
    text: str
    line: int
    column: int

    def place(self, loc: Loc) -> tuple[int, int]:
        """Line and column of what `loc` leads to, or of as much of the way as there is."""
        node = json_root(self.text)
        for step in loc:
            if isinstance(step, int) and node.items is not None and step < len(node.items):
                node = node.items[step]
            elif isinstance(step, str) and node.keys is not None and step in node.keys:
                node = node.keys[step][1]
            else:
                break
        line, column = node.mark.line, node.mark.column
        return self.line + line, column + (self.column if line == 0 else 1)


class JsonStream:
    """Reads a file in pieces and keeps only what the next value needs. Every method raises BadJson."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text = ""
        self._at = 0
        self._line, self._column = 1, 1
        self._ended = False

    def next_is(self, sign: str) -> bool:
        """Whether the next character that is no blank is this one; "" is the end of the file."""
        while True:
            found = _BLANK.match(self._text, self._at)
            self._pass(found.end() if found else self._at)
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1] == sign

    def begins(self, pattern: re.Pattern[str]) -> bool:
        """Whether what comes next matches, within the first piece."""
        self.next_is("{")
        return pattern.match(self._text, self._at) is not None

    def skip(self, sign: str) -> bool:
        """Passes over the next character if it is this one."""
        if not self.next_is(sign):
            return False
        self._pass(self._at + len(sign))
        return True

    def expect(self, sign: str, code: str) -> None:
        """Passes over this character; `code` names the problem where it is another."""
        if not self.skip(sign):
            raise self._bad(Finding((), code, at=self._place(self._at)))

    def value(self) -> Value:
        """The next value, whole."""
        self.next_is("")
        while True:
            try:
                data, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._may_go_on(error) and self._more():
                    continue
                raise self._bad(self._moved(explain(error), error)) from None
            except RecursionError:
                finding = Finding((), "too_deep", {"limit": str(DEPTH_LIMIT)}, at=self._place(self._at))
                raise self._bad(finding) from None
            except ValueError:  # a number of thousands of digits
                raise self._bad(Finding((), "json_syntax", at=self._place(self._at))) from None
            if end < len(self._text) or not self._more():
                break
        line, column = self._place(self._at)
        found = Value(data, self._text[self._at : end], line, column)
        self._pass(end)
        return found

    def items(self) -> Iterator[Value]:
        """The values of the list that comes next, one at a time."""
        self.expect("[", "json_syntax")
        if self.skip("]"):
            return
        yield self.value()
        while self.skip(","):
            yield self.value()
        self.expect("]", "json_comma")

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        """Whether it is the end of the piece that is wrong, and not what stands in it."""
        return error.msg.startswith("Unterminated") or error.pos + _LONGEST_SIGN >= len(self._text)

    def _more(self) -> bool:
        """Reads on; each time twice as much, so that a long value is not tried too often."""
        if self._ended:
            return False
        if len(self._text) - self._at > VALUE_LIMIT:
            raise BadJson(too_large(self._name, VALUE_LIMIT))
        try:
            data = self._file.read(max(_PIECE, len(self._text)))
            self._text += self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise BadJson(self._not_utf8(error)) from None
        except OSError as error:
            from dcs_audit.locale.system_errors import reason

            raise BadJson(Problem(self._name, None, None, "", "cannot_read", (("reason", reason(error)),))) from None
        self._ended = not data
        return bool(data)

    def _not_utf8(self, error: UnicodeDecodeError) -> Problem:
        if error.object[error.start : error.start + 1] in (b"\xff", b"\xfe") and not self._text:
            return Problem(self._name, None, None, "", "utf16")
        before = error.object[: error.start].decode("utf-8", "replace")
        line, column = self._place(len(self._text))
        if "\n" in before:
            column = 1
        line, column = line + before.count("\n"), column + len(before.rpartition("\n")[2])
        byte = f"0x{error.object[error.start]:02X}"
        return Problem(self._name, line, column, "", "not_utf8", (("byte", byte),))

    def _pass(self, end: int) -> None:
        self._at = end
        if end > _PIECE:
            self._line, self._column = self._place(end)
            self._text, self._at = self._text[end:], 0

    def _place(self, at: int) -> tuple[int, int]:
        """1-based line and column of a character that is still held."""
        lines = self._text.count("\n", 0, at)
        if lines == 0:
            return self._line, self._column + at
        return self._line + lines, at - self._text.rfind("\n", 0, at)

    def _moved(self, finding: Finding, error: json.JSONDecodeError) -> Finding:
        return Finding(finding.loc, finding.code, finding.args, at=self._place(error.pos))

    def _bad(self, finding: Finding) -> BadJson:
        line, column = finding.at or (1, 1)
        return BadJson(Problem(self._name, line, column, "", finding.code, tuple(finding.args.items())))

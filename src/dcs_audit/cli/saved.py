"""Reports that were saved, read again from JSON, from a fleet's JSON, or from JSON Lines, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.screen import screen
from dcs_audit.records.json_stream import BadJson, JsonStream, Value
from dcs_audit.records.positions import Loc, path_text
from dcs_audit.records.problems import Problem, printable
from dcs_audit.records.source import read_bytes
from dcs_audit.report.problems_json import PROBLEMS_SCHEMA
from dcs_audit.verdicts.saved import FLEET_SCHEMA, NoReport, SavedReport, read_report

_FLEET = re.compile(r'\{\s*"schema"\s*:\s*"dcs-audit/fleet@1"\s*,\s*')


_OTHER_WORDS = {
    "empty_file": "saved.empty_file",
    "file_too_large": "saved.file_too_large",
    "is_directory": "saved.no_file",
    "not_regular_file": "saved.no_file",
}
"""Problems of files in general whose words are those for unit files, and the message for reports."""


class Unusable(Exception):
    """A file cannot be read or is no report; the message is a line for people."""


class Archive:
    """The reports of one file. It can be read more than once; nothing of it is kept."""

    def __init__(self, path: str, lang: Lang) -> None:
        self.path = path
        self.fleet = False
        """Whether it holds several reports, or could; known once it was read."""
        self.not_audited: tuple[str, ...] = ()
        """The files that the run could not audit; known once it was read."""
        self._lang: Lang = lang

    def __iter__(self) -> Iterator[SavedReport]:
        """Every report. Raises Unusable."""
        try:
            with self._open() as file:
                yield from self._reports(JsonStream(file, self.path))
        except BadJson as error:
            key = _OTHER_WORDS.get(error.problem.code)
            if key is None:
                raise Unusable(error.problem.render(self._lang)) from None
            raise self._unusable(key) from None

    def _unusable(self, key: str) -> Unusable:
        """Of the file as a whole."""
        return Unusable(f"{printable(self.path)}: {screen(key, self._lang)}")

    def _open(self) -> BinaryIO:
        probe = read_bytes(self.path, 0)
        if isinstance(probe, Problem) and probe.code != "file_too_large":
            raise BadJson(probe)
        return open(self.path, "rb")

    def _reports(self, stream: JsonStream) -> Iterator[SavedReport]:
        if stream.next_is(""):
            raise BadJson(Problem(self.path, None, None, "", "empty_file"))
        number = 0
        lost: list[str] = []
        while not stream.next_is(""):
            number += 1
            self.fleet = self.fleet or number > 1
            if stream.begins(_FLEET):
                yield from self._streamed(stream)
                continue
            value = stream.value()
            path = _not_audited(value.data)
            if path is None or (number == 1 and stream.next_is("")):
                yield from self._whole(value)
            else:  # a line of JSON Lines about a record that gave no report
                self.fleet = True
                lost.append(path)
                self.not_audited = tuple(lost)

    def _streamed(self, stream: JsonStream) -> Iterator[SavedReport]:
        """A fleet as we write it, which may be far longer than memory."""
        self.fleet = True
        stream.expect("{", "json_syntax")
        listed = False
        while True:
            key = stream.value()
            stream.expect(":", "json_colon")
            if key.data == "units" and stream.next_is("["):
                listed = True
                for unit in stream.items():
                    yield self._report(unit, unit.data, ())
            else:
                value = stream.value()
                if key.data == "not_audited":
                    self._note(value.data)
            if not stream.skip(","):
                break
        stream.expect("}", "json_comma")
        if not listed:
            raise self._unusable("saved.no_units")

    def _whole(self, value: Value) -> Iterator[SavedReport]:
        data = value.data
        if not isinstance(data, dict) or data.get("schema") != FLEET_SCHEMA:
            yield self._report(value, data, ())
            return
        self.fleet = True
        units = data.get("units")
        if not isinstance(units, list):
            raise self._unusable("saved.no_units")
        self._note(data.get("not_audited"))
        for place, unit in enumerate(units):
            yield self._report(value, unit, ("units", place))

    def _report(self, value: Value, data: object, loc: Loc) -> SavedReport:
        try:
            return read_report(data)
        except NoReport as error:
            way = (*loc, *error.path)
            line, column = value.place(way)
            told = screen(error.key, self._lang, **error.blanks)
            where = f"{path_text(way)}: " if way else ""
            raise Unusable(printable(f"{self.path}:{line}:{column}: {where}{told}")) from None

    def _note(self, names: object) -> None:
        if isinstance(names, list):
            self.not_audited = tuple(name for name in names if isinstance(name, str))


def _not_audited(data: object) -> str | None:
    """The file that an object of problems is about; None for any other value."""
    if not isinstance(data, dict) or data.get("schema") != PROBLEMS_SCHEMA:
        return None
    about = data.get("input")
    path = about.get("path") if isinstance(about, dict) else None
    return path if isinstance(path, str) else None

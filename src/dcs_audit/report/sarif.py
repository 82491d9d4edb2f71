"""SARIF 2.1.0: findings on the lines of the unit file, for editors and code hosts.

A result's kind follows the verdict: `fail` for violations, `review`, `open` for what is not yet due, and, where all is
asked for, `pass` and `notApplicable`; code hosts show every result, so these stay out otherwise and are counted. What
was not checked is told as notifications of the run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath, PureWindowsPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from dcs_audit import __version__
from dcs_audit.locale.phrases import LANGS, Lang, Sentence, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.fleet_notes import fleet_notes
from dcs_audit.report.interface import Options
from dcs_audit.report.json_parts import safe
from dcs_audit.report.proof import evidence_lines
from dcs_audit.report.trust import fleet_limits
from dcs_audit.report.words import about, citations, open_checks, plain, timing
from dcs_audit.verdicts.model import CheckResult, DutyResult, Report, Severity, Status

if TYPE_CHECKING:
    from dcs_audit.fleet.failure import Failure
    from dcs_audit.fleet.share import Share
    from dcs_audit.fleet.tally import Tally
    from dcs_audit.records.problems import Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "note"}
_KINDS = {
    Status.PENDING: "open",
    Status.NEEDS_REVIEW: "review",
    Status.PASSED: "pass",
    Status.NOT_APPLICABLE: "notApplicable",
}
_SETTLED = (Status.PASSED, Status.NOT_APPLICABLE)
_FIRST_LINE = 1
"""Where a finding stands that no record answers: code hosts ask for a line."""


def render(report: Report, options: Options) -> str:
    """One unit's log."""
    frame = SarifFrame(options)
    pieces = (frame.begin(), frame.add(part(report, options)), frame.close(report.notices, report.not_checked))
    return "".join(pieces)


def refused(failure: Failure, options: Options) -> str:
    """The log of a unit file that gave no report."""
    frame = SarifFrame(options)
    return frame.begin() + frame.close((), (), _unread(failure, options.lang), complete=False)


def part(report: Report, options: Options) -> dict[str, Any]:
    """A unit's results, with the rules and the artifact they speak of."""
    shown = [result for result in report.results if options.show_all or result.status not in _SETTLED]
    uri = _uri(report.input_path)
    return {
        "results": [_compact(entry) for result in shown for entry in _results(result, report, uri, options.lang)],
        "rules": {result.rule: _compact(_rule(result)) for result in shown},
        "artifact": _compact(_artifact(report, uri)),
        "run": _compact(_properties(report)),
    }


class SarifFrame:
    """One run over all units. Results go out as they come; rules and artifacts are kept for the end."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._rules: dict[str, str] = {}
        self._artifacts: list[str] = []
        self._runs: dict[str, None] = {}
        self._between = ""

    def begin(self) -> str:
        """The beginning of the log."""
        return f'{{"$schema":"{_SCHEMA}","version":"2.1.0","runs":[{{"results":['

    def unit(self, part: dict[str, Any], share: Share) -> str:
        """The unit's results."""
        return self.add(part)

    def add(self, part: dict[str, Any]) -> str:
        """The results of a part; the rest of it is remembered."""
        self._rules.update({rule: text for rule, text in part["rules"].items() if rule not in self._rules})
        self._artifacts.append(part["artifact"])
        self._runs.setdefault(part["run"])
        written = "".join(f"{',' if number else self._between}\n{one}" for number, one in enumerate(part["results"]))
        self._between = "," if written else self._between
        return written

    def end(self, tally: Tally) -> str:
        """The rest of the log: limits of the packs and files without a report among it."""
        lang = self._options.lang
        broken = [] if tally.complete else [_notification(screen("fleet.broken_off", lang), "warning")]
        failed = [entry for failure in tally.failures for entry in _unread(failure, lang)]
        failed += [_unnamed(path, lang) for path in tally.not_audited[len(tally.failures) :]]
        return self.close(fleet_notes(tally), fleet_limits(tally), [*broken, *failed], tally.complete)

    def close(
        self,
        notices: Iterable[Sentence],
        limits: Iterable[Sentence],
        more: Sequence[dict[str, Any]] = (),
        complete: bool = True,
    ) -> str:
        """Everything after the results."""
        lang = self._options.lang
        told = [(say(one, lang), "note") for one in (*self._options.filters, *notices)]
        told += [(f"{screen('heading.not_checked', lang)}: {say(limit, lang)}", "note") for limit in limits]
        notifications = [*(_notification(text, level) for text, level in told), *more]
        invocation = {"executionSuccessful": complete, "toolExecutionNotifications": notifications}
        driver = {
            "name": "dcs-audit",
            "semanticVersion": __version__,
            "language": "vi-VN" if lang == "vi" else "en-US",
        }
        rules = ",\n".join(text for _, text in sorted(self._rules.items()))
        runs = ",".join(self._runs)
        return (
            f'],\n"tool":{{"driver":{_compact(driver)[:-1]},"rules":[{rules}]}}}},\n'
            f'"artifacts":[{",".join(self._artifacts)}],\n"invocations":[{_compact(invocation)}],'
            f'"properties":{{"audits":[{runs}]}}}}]}}\n'
        )


# --- results --------------------------------------------------------------------------------------------------------


def _results(result: DutyResult, report: Report, uri: str, lang: Lang) -> Iterator[dict[str, Any]]:
    """The duty where its record stands; a duty with open checks at each of them."""
    places: list[tuple[CheckResult | None, int | None]] = [(check, check.line) for check in open_checks(result)]
    if not places:  # a duty is one finding, whatever number of records answers it
        places = [(None, result.records[0].line if result.records else None)]
    for number, (check, line) in enumerate(places):
        key = hashlib.sha256(f"{report.unit.get('name', '')}\n{result.duty}\n{number}".encode(errors="replace"))
        entry: dict[str, Any] = {
            "ruleId": result.rule,
            **_weight(result, check),
            "message": {"text": plain(_message(result, check, report.year, lang))},
            "locations": [_location(uri, line or _FIRST_LINE)],
            "partialFingerprints": {"dutyCheck/v1": key.hexdigest()},
            "properties": {"duty": plain(result.duty), "status": result.status.value, "verified": result.verified},
        }
        if result.evidence:
            entry["properties"]["evidence"] = list(map(plain, evidence_lines(result, lang)))
        if result.waiver is not None:
            note = result.waiver
            why = f"{note.reason} – {note.approved_by} – {note.until.isoformat()}"
            entry["suppressions"] = [{"kind": "external", "status": "accepted", "justification": plain(why)}]
        yield entry


def _weight(result: DutyResult, check: CheckResult | None) -> dict[str, str]:
    """Kind and level; what a waiver covers keeps the weight of what lies beneath."""
    status = result.underlying or result.status
    if check is not None:
        status = check.status
    if status in _KINDS:
        return {"kind": _KINDS[status], "level": "none"}
    return {"kind": "fail", "level": _LEVELS[check.severity if check is not None else result.severity]}


def _message(result: DutyResult, check: CheckResult | None, year: int, lang: Lang) -> str:
    which = about(result, year, lang)
    head = f"{screen(f'status.{result.status}', lang)}: {say(result.title, lang)}" + (f" – {which}" if which else "")
    if check is not None:
        expected, actual = say(check.expected, lang), say(check.actual, lang)
        told = f"{say(check.title, lang)}: {screen('wants', lang, expected=expected, actual=actual)}"
        basis = citations(check.basis, lang)
    else:
        told, basis = say(result.message, lang), citations((*result.basis, *result.reason_basis), lang)
        when = timing(result.status, result.due, result.days, lang)
        told += f" {screen('label.due', lang)}: {when}." if when else ""
    return f"{head}. {told} ({basis}). {screen('label.remedy', lang)}: {say(result.remedy, lang)}"


def _rule(result: DutyResult) -> dict[str, Any]:
    return {
        "id": result.rule,
        "shortDescription": {"text": plain(say(result.title, "vi"))},
        "help": {"text": plain(f"{say(result.remedy, 'vi')} ({citations(result.basis, 'vi')})")},
        "properties": {
            "group": result.group,
            "verified": result.verified,
            "titles": {lang: plain(say(result.title, lang)) for lang in LANGS},
        },
    }


def _location(uri: str, line: int) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": line}}}


def _notification(text: str, level: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": plain(text)}}


def _unread(failure: Failure, lang: Lang) -> list[dict[str, Any]]:
    """An error for each problem of a file, where it stands."""
    if not failure.problems:
        return [_error(line, failure.name, _FIRST_LINE) for line in failure.lines(lang)]
    return [_error(_placed(one, lang), one.file, one.line or _FIRST_LINE) for one in failure.problems]


def _placed(problem: Problem, lang: Lang) -> str:
    """What is wrong, in a workbook after its cell: no line says as much."""
    return problem.text(lang) if problem.cell is None else f"{problem.cell}: {problem.text(lang)}"


def _unnamed(path: str, lang: Lang) -> dict[str, Any]:
    return _error(f"{path}: {screen('csv.no_report', lang)}", path, _FIRST_LINE)


def _error(text: str, path: str, line: int) -> dict[str, Any]:
    return {**_notification(text, "error"), "locations": [_location(_uri(path), line)]}


def _artifact(report: Report, uri: str) -> dict[str, Any]:
    digest = report.input_digest.removeprefix("sha256:")
    return {"location": {"uri": uri}, **({"hashes": {"sha-256": digest}} if digest else {})}


def _properties(report: Report) -> dict[str, Any]:
    """With what the results came about; the same for most units of a run."""
    return {
        "engine": report.engine,
        "packs": [pack.name for pack in report.packs],
        "rulebook": report.rulebook_digest,
        "year": report.year,
        "as_of": report.as_of.isoformat(),
    }


def _uri(path: str) -> str:
    """A file's path as a reference; `a.jsonl:3` is the third line of `a.jsonl`."""
    if PurePath(path).is_absolute():
        return PurePath(path).as_uri() if "\0" not in path else quote(path, errors="replace")
    return quote(PureWindowsPath(path).as_posix() if "\\" in path and "/" not in path else path, errors="replace")


def _compact(value: object) -> str:
    return safe(json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False))

"""JUnit XML: a unit is a test suite, a duty a test case, for servers and dashboards that know nothing else.

Violations are failures. What is pending, under review, waived or not applicable is skipped, with its reason, and never
passed. A file that could not be audited is an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dcs_audit.locale.phrases import Lang, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.interface import Options
from dcs_audit.report.proof import evidence_told
from dcs_audit.report.trust import Mark, marks
from dcs_audit.report.words import about, citations, open_checks, place, plain, timing
from dcs_audit.verdicts.model import DutyResult, Report, Status

if TYPE_CHECKING:
    from dcs_audit.fleet.failure import Failure
    from dcs_audit.fleet.share import Share
    from dcs_audit.fleet.tally import Tally

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="dcs-audit">\n'
_TAIL = "</testsuites>\n"


def render(report: Report, options: Options) -> str:
    """One unit's file."""
    return _HEAD + part(report, options) + _TAIL


def part(report: Report, options: Options) -> str:
    """A unit's suite."""
    lang, results = options.lang, report.results
    failures = sum(result.is_violation for result in results)
    passed = sum(result.status is Status.PASSED for result in results)
    suite = Element(
        "testsuite",
        name=plain(f"{report.unit.get('name', '')} ({report.input_path})"),
        tests=str(len(results)),
        failures=str(failures),
        errors="0",
        skipped=str(len(results) - failures - passed),
        time="0",
        timestamp=f"{report.as_of.isoformat()}T00:00:00",
    )
    _properties(suite, marks(report, lang))
    groups = {group.id: say(group.title, lang) for group in report.groups}
    for result in results:
        _case(suite, result, groups.get(result.group, result.group), report.year, lang)
    told = [say(one, lang) for one in (*options.filters, *report.notices)]
    _out(suite, [*told, screen("heading.not_checked", lang) + ":", *(say(one, lang) for one in report.not_checked)])
    return _written(suite)


def refused(failure: Failure, options: Options) -> str:
    """The file about a unit file that gave no report."""
    return _HEAD + _errors([(failure.name, *_told(failure, options.lang))]) + _TAIL


class JUnitFrame:
    """All suites, and one of errors for what could not be audited."""

    def __init__(self, options: Options) -> None:
        self._lang: Lang = options.lang

    def begin(self) -> str:
        """The beginning of the file."""
        return _HEAD

    def unit(self, part: str, share: Share) -> str:
        """The unit's suite."""
        return part

    def end(self, tally: Tally) -> str:
        """The rest of the file."""
        failed = [(failure.name, *_told(failure, self._lang)) for failure in tally.failures]
        unnamed = screen("csv.no_report", self._lang)
        failed += [(path, unnamed) for path in tally.not_audited[len(tally.failures) :]]
        if not tally.complete:
            failed.append(("dcs-audit", screen("fleet.broken_off", self._lang)))
        return (_errors(failed) if failed else "") + _TAIL


def _told(failure: Failure, lang: Lang) -> tuple[str, ...]:
    """In one line that there is no report, then every problem."""
    return screen("csv.no_report", lang), *failure.lines(lang)


def _errors(failed: list[tuple[str, ...]]) -> str:
    number = str(len(failed))
    suite = Element("testsuite", name="dcs-audit", tests=number, failures="0", errors=number, skipped="0", time="0")
    for path, told, *lines in failed:
        case = SubElement(suite, "testcase", classname="dcs-audit", name=plain(path), time="0")
        error = SubElement(case, "error", message=plain(told))
        error.text = "\n".join(map(plain, lines)) or None
    return _written(suite)


def _properties(suite: Element, trust: Iterable[Mark]) -> None:
    entries = SubElement(suite, "properties")
    for mark in trust:
        SubElement(entries, "property", name=plain(mark.label), value=plain(mark.value))


def _case(suite: Element, result: DutyResult, group: str, year: int, lang: Lang) -> None:
    which = about(result, year, lang)
    name = f"{say(result.title, lang)} [{result.duty}]" + (f" – {which}" if which else "")
    case = SubElement(suite, "testcase", classname=plain(group), name=plain(name), time="0")
    if result.status is Status.PASSED:
        if result.attested:
            SubElement(case, "system-out").text = plain(screen("attested", lang))
        return
    verdict = screen(f"status.{result.status}", lang)
    if result.is_violation:
        kind = f"{result.status.value}.{result.severity.value}"
        found = SubElement(case, "failure", message=plain(f"{verdict}: {say(result.message, lang)}"), type=kind)
        found.text = "\n".join(map(plain, _lines(result, lang)))
        return
    why = say(result.reason or result.message, lang)
    if result.waiver is not None:
        under = screen(f"status.{result.underlying}", lang)
        why = f"{screen('underlying', lang, status=under)}; {result.waiver.reason}"
    when = timing(result.status, result.due, result.days, lang)
    SubElement(case, "skipped", message=plain(f"{verdict}: {why}" + (f" ({when})" if when else "")))


def _lines(result: DutyResult, lang: Lang) -> list[str]:
    """A violation in full, as the screen has it."""
    lines = [f"{screen('label.basis', lang)}: {citations(result.basis, lang)}"]
    when = timing(result.status, result.due, result.days, lang)
    lines += [f"{screen('label.due', lang)}: {when}"] if when else []
    for check in open_checks(result):
        expected, actual = say(check.expected, lang), say(check.actual, lang)
        where = f" [{place(check.record, check.line, lang)}]" if check.record else ""
        lines.append(f"{say(check.title, lang)}: {screen('wants', lang, expected=expected, actual=actual)}{where}")
    shown = evidence_told(result, lang)
    lines += [f"{screen('label.evidence', lang)}: {shown}"] if shown else []
    return [*lines, f"{screen('label.remedy', lang)}: {say(result.remedy, lang)}"]


def _out(suite: Element, lines: Iterable[str]) -> None:
    SubElement(suite, "system-out").text = "\n".join(map(plain, lines))


def _written(suite: Element) -> str:
    indent(suite, "  ")
    return tostring(suite, encoding="unicode") + "\n"

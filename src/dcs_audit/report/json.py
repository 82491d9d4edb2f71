"""The report on one unit as data, `dcs-audit/report@1`.

Keys keep the order of the contract, dates are ISO, and the same report gives the same bytes. Sentences about a rule
come in both languages; what was expected and found on a record, and the notices, come in the language of the run.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dcs_audit import __version__
from dcs_audit.locale.phrases import Lang
from dcs_audit.report.interface import Options
from dcs_audit.report.json_parts import (
    FLAT,
    anything,
    both,
    citations,
    flag,
    listing,
    mapping,
    number,
    pad,
    quoted,
    said,
    word,
)
from dcs_audit.verdicts.model import CheckResult, DutyResult, Report, Severity, Status, Summary

REPORT_SCHEMA = "dcs-audit/report@1"


def render(report: Report, options: Options) -> str:
    """One object, indented, and a newline."""
    return report_object(report, options, 0) + "\n"


def render_line(report: Report, options: Options) -> str:
    """The same object on one line: a line of JSON Lines."""
    return report_object(report, options, FLAT) + "\n"


def report_object(report: Report, options: Options, depth: int) -> str:
    """The object whose closing brace stands at `depth`."""
    lang, inner = options.lang, depth + 1
    tool = (("name", '"dcs-audit"'), ("version", quoted(__version__)), ("engine", quoted(report.engine)))
    packs = listing((quoted(pack.name) for pack in report.packs), depth + 2)
    notices = (*options.filters, *report.notices)
    entries = (
        ("schema", quoted(REPORT_SCHEMA)),
        ("tool", mapping(tool, inner)),
        ("rulebook", mapping((("packs", packs), ("digest", quoted(report.rulebook_digest))), inner)),
        ("input", mapping((("path", quoted(report.input_path)), ("digest", quoted(report.input_digest))), inner)),
        ("unit", anything(dict(report.unit), inner)),
        ("year", number(report.year)),
        ("as_of", _iso(report.as_of)),
        ("summary", _summary(report.summary, inner)),
        ("results", listing([_result(result, lang, depth + 2) for result in report.results], inner)),
        ("notices", listing([said(notice, lang) for notice in notices], inner)),
        ("not_checked", listing([said(limit, lang) for limit in report.not_checked], inner)),
    )
    return mapping(entries, depth)


def _summary(summary: Summary, depth: int) -> str:
    counts = ((status.value, number(summary.counts[status])) for status in Status)
    violations = ((level.value, number(summary.violations.get(level, 0))) for level in Severity)
    entries = (
        ("duties", number(summary.duties)),
        ("counts", mapping(counts, depth + 1)),
        ("violations", mapping(violations, depth + 1)),
        ("score", anything(summary.score, depth)),
        ("rating", word(summary.rating)),
        ("how", both(summary.how, depth + 1)),
    )
    return mapping(entries, depth)


def _result(result: DutyResult, lang: Lang, depth: int) -> str:
    line, inner = "," + pad(depth + 1), depth + 1
    checks = listing([_check(check, lang, depth + 2) for check in result.checks], inner)
    records = listing([_record(record.path, record.line, depth + 2) for record in result.records], inner)
    return (
        f'{{{line[1:]}"rule": {quoted(result.rule)}{line}"duty": {quoted(result.duty)}'
        f'{line}"group": {quoted(result.group)}{line}"severity": "{result.severity.value}"'
        f'{line}"status": "{result.status.value}"{line}"title": {both(result.title, inner)}'
        f'{line}"period": {quoted(result.period)}{line}"subject": {word(result.subject)}'
        f'{line}"due": {_iso(result.due)}{line}"days": {number(result.days)}'
        f'{line}"basis": {citations(result.basis, inner)}{line}"checks": {checks}{line}"records": {records}'
        f'{line}"message": {both(result.message, inner)}{line}"remedy": {both(result.remedy, inner)}'
        f'{line}"verified": {flag(result.verified)}{line}"attested": {flag(result.attested)}'
        + "".join(f'{line}"{name}": {value}' for name, value in _more(result, inner))
        + pad(depth)
        + "}"
    )


def _more(result: DutyResult, depth: int) -> Iterator[tuple[str, str]]:
    """The waiver; and why the duty does not apply or needs review, also where a waiver lies on top."""
    if result.waiver is not None:
        note = result.waiver
        waiver = (
            ("reason", quoted(note.reason)),
            ("approved_by", quoted(note.approved_by)),
            ("until", _iso(note.until)),
        )
        yield "underlying", word(result.underlying.value if result.underlying else None)
        yield "waiver", mapping(waiver, depth)
    if {result.status, result.underlying} & {Status.NEEDS_REVIEW, Status.NOT_APPLICABLE}:
        yield "reason", both(result.reason, depth) if result.reason else "null"
        yield "reason_basis", citations(result.reason_basis, depth)
        yield "facts", listing([quoted(fact) for fact in result.facts], depth)


def _check(check: CheckResult, lang: Lang, depth: int) -> str:
    line, inner = "," + pad(depth + 1), depth + 1
    return (
        f'{{{line[1:]}"id": {quoted(check.id)}{line}"status": "{check.status.value}"'
        f'{line}"expected": {said(check.expected, lang)}{line}"actual": {said(check.actual, lang)}'
        f'{line}"record": {quoted(check.record)}{line}"line": {number(check.line)}'
        f'{line}"basis": {citations(check.basis, inner)}{line}"title": {both(check.title, inner)}'
        f'{line}"severity": "{check.severity.value}"{line}"due": {_iso(check.due)}{line}"days": {number(check.days)}'
        f'{line}"verified": {flag(check.verified)}{pad(depth)}}}'
    )


def _record(path: str, line: int | None, depth: int) -> str:
    inner = pad(depth + 1)
    return f'{{{inner}"path": {quoted(path)},{inner}"line": {number(line)}{pad(depth)}}}'


def _iso(day: date | None) -> str:
    return f'"{day.isoformat()}"' if day else "null"

"""The report on one unit as data, `dcs-audit/report@1`.

Keys keep the order of the contract, dates are ISO, and the same report gives the same bytes. Sentences about a rule
come in both languages; what was expected and found on a record, and the notices, come in the language of the run.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dcs_audit import __version__
from dcs_audit.locale.phrases import Lang, Sentence, Text
from dcs_audit.report.interface import Options
from dcs_audit.report.json_evidence import evidence_list, evidence_object
from dcs_audit.report.json_parts import (
    FLAT,
    REMEMBERED,
    Shared,
    anything,
    both,
    citations,
    fields,
    flag,
    listing,
    mapping,
    number,
    pad,
    quoted,
    said,
    word,
)
from dcs_audit.verdicts.model import CheckResult, Citation, DutyResult, Oddity, Report, Severity, Status, Summary

REPORT_SCHEMA = "dcs-audit/report@1"


def render(report: Report, options: Options) -> str:
    """One object, indented, and a newline."""
    return report_object(report, options, 0, "\n")


def render_line(report: Report, options: Options) -> str:
    """The same object on one line: a line of JSON Lines."""
    return report_object(report, options, FLAT, "\n")


def report_object(report: Report, options: Options, depth: int, end: str = "") -> str:
    """The object whose closing brace stands at `depth`, and `end`.

    It is put together at once: a report is long, and each copy of it takes as long as writing it.
    """
    lang, inner = options.lang, depth + 1
    line = "," + pad(inner)
    tool = (("name", '"dcs-audit"'), ("version", quoted(__version__)), ("engine", quoted(report.engine)))
    packs = listing((quoted(pack.name) for pack in report.packs), depth + 2)
    notices = (*options.filters, *report.notices)
    before = (
        ("schema", quoted(REPORT_SCHEMA)),
        ("tool", mapping(tool, inner)),
        ("rulebook", mapping((("packs", packs), ("digest", quoted(report.rulebook_digest))), inner)),
        ("input", mapping((("path", quoted(report.input_path)), ("digest", quoted(report.input_digest))), inner)),
        ("unit", anything(dict(report.unit), inner)),
        ("year", number(report.year)),
        ("as_of", _iso(report.as_of)),
        ("summary", _summary(report.summary, inner)),
    )
    after = (
        ("notices", listing([said(notice, lang) for notice in notices], inner)),
        ("not_checked", listing([said(limit, lang) for limit in report.not_checked], inner)),
        ("plausibility", listing([_oddity(odd, depth + 2) for odd in report.oddities], inner)),
        *([("evidence", evidence_object(report.evidence, inner))] if report.evidence is not None else []),
    )
    pieces = ["{", line[1:], fields(before, inner), line, '"results": [']
    for place, result in enumerate(report.results):
        pieces += "," if place else "", pad(inner + 1), _result(result, lang, inner + 1)
    pieces += pad(inner) if report.results else "", "]", line, fields(after, inner), pad(depth), "}", end
    return "".join(pieces)


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


_WITH_REASON = (Status.NEEDS_REVIEW, Status.NOT_APPLICABLE)


def _result(result: DutyResult, lang: Lang, depth: int) -> str:
    # Where nothing was submitted, all units that lack the same share one result.
    return _written(result, lang, depth) if result.records else _lone(result, lang, depth)


def _written(result: DutyResult, lang: Lang, depth: int) -> str:
    line, inner = "," + pad(depth + 1), depth + 1
    due = "null" if result.due is None else f'"{result.due.isoformat()}"'
    checks = listing([_check(check, lang, depth + 2) for check in result.checks], inner)
    records = listing([_record(record.path, record.line, depth + 2) for record in result.records], inner)
    more = "".join([f'{line}"{name}": {value}' for name, value in _more(result, inner)])
    return (
        f"{{{_named(result.rule, result.duty, result.group, result.severity._value_, result.status._value_, inner)}"
        f"{line}{_entitled(result.title, result.period, result.subject, inner)}"
        f'{line}"due": {due}{line}"days": {"null" if result.days is None else result.days}'
        f'{line}"basis": {citations(result.basis, inner)}{line}"checks": {checks}{line}"records": {records}'
        f"{line}{_worded(result.message, result.remedy, result.verified, result.attested, inner)}{more}{pad(depth)}}}"
    )


_lone: Shared[DutyResult] = Shared(_written)


@lru_cache(REMEMBERED)
def _named(rule: str, duty: str, group: str, severity: str, status: str, depth: int) -> str:
    line = pad(depth)
    return (
        f'{line}"rule": {quoted(rule)},{line}"duty": {quoted(duty)},{line}"group": {quoted(group)}'
        f',{line}"severity": "{severity}",{line}"status": "{status}"'
    )


@lru_cache(REMEMBERED)
def _entitled(title: Text, period: str, subject: str | None, depth: int) -> str:
    line = "," + pad(depth)
    return f'"title": {both(title, depth)}{line}"period": {quoted(period)}{line}"subject": {word(subject)}'


@lru_cache(REMEMBERED)
def _worded(message: Sentence, remedy: Text, verified: bool, attested: bool, depth: int) -> str:
    line = "," + pad(depth)
    return (
        f'"message": {both(message, depth)}{line}"remedy": {both(remedy, depth)}'
        f'{line}"verified": {flag(verified)}{line}"attested": {flag(attested)}'
    )


def _more(result: DutyResult, depth: int) -> list[tuple[str, str]]:
    """The waiver; why the duty does not apply or needs review, also where a waiver lies on top; the evidence."""
    more: list[tuple[str, str]] = []
    if result.waiver is not None:
        note = result.waiver
        waiver = (
            ("reason", quoted(note.reason)),
            ("approved_by", quoted(note.approved_by)),
            ("until", _iso(note.until)),
        )
        more.append(("underlying", word(result.underlying.value if result.underlying else None)))
        more.append(("waiver", mapping(waiver, depth)))
    if result.status in _WITH_REASON or result.underlying in _WITH_REASON:
        more.append(("reason", both(result.reason, depth) if result.reason else "null"))
        more.append(("reason_basis", citations(result.reason_basis, depth)))
        more.append(("facts", listing([quoted(fact) for fact in result.facts], depth)))
    if result.evidence:
        more.append(("evidence", evidence_list(result.evidence, depth)))
    return more


def _check(check: CheckResult, lang: Lang, depth: int) -> str:
    line = "," + pad(depth + 1)
    due = "null" if check.due is None else f'"{check.due.isoformat()}"'
    return (
        f'{{{line[1:]}"id": {quoted(check.id)}{line}"status": "{check.status._value_}"'
        f'{line}"expected": {said(check.expected, lang)}{line}"actual": {said(check.actual, lang)}'
        f'{line}"record": {quoted(check.record)}{line}"line": {"null" if check.line is None else check.line}'
        f"{line}{_grounds(check.basis, check.title, check.severity._value_, depth + 1)}"
        f'{line}"due": {due}{line}"days": {"null" if check.days is None else check.days}'
        f'{line}"verified": {"true" if check.verified else "false"}{pad(depth)}}}'
    )


def _stated(basis: tuple[Citation, ...], title: Text, severity: str, depth: int) -> str:
    line = "," + pad(depth)
    return f'"basis": {citations(basis, depth)}{line}"title": {both(title, depth)}{line}"severity": "{severity}"'


_grounds: Shared[tuple[Citation, ...]] = Shared(_stated)


def _record(path: str, line: int | None, depth: int) -> str:
    inner = pad(depth + 1)
    return f'{{{inner}"path": {quoted(path)},{inner}"line": {number(line)}{pad(depth)}}}'


def _oddity(odd: Oddity, depth: int) -> str:
    entries = (
        ("code", quoted(odd.code)),
        ("record", quoted(odd.record)),
        ("line", number(odd.line)),
        ("text", both(odd.told, depth + 1)),
    )
    return mapping(entries, depth)


def _iso(day: date | None) -> str:
    return f'"{day.isoformat()}"' if day else "null"

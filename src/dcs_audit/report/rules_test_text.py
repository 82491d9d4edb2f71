"""How the cases beside the rules came out, for people to read."""

from __future__ import annotations

from collections.abc import Sequence

from dcs_audit.law.casebook import FileSummary
from dcs_audit.law.cases import Placed, Trial
from dcs_audit.law.trials import Difference, TrialResult
from dcs_audit.locale.phrases import Lang, day
from dcs_audit.report.page import BAD, STRONG, Page
from dcs_audit.report.words import counted, timing
from dcs_audit.verdicts.model import CheckResult, DutyResult

_INDENT = 4
_DETAIL_COLUMNS = 10


def render_test(
    summaries: Sequence[FileSummary], results: Sequence[TrialResult], lang: Lang, width: int, colour: bool
) -> str:
    """A summary for each rule file, then every case that fails with what came instead and why."""
    page = Page(lang, width, colour)
    for summary in summaries:
        _file(page, summary)
    failures = [result for result in results if not result.holds]
    if failures:
        page.heading(page.word("test.failures"))
        for number, result in enumerate(failures):
            if number:
                page.blank()
            _failure(page, result)
    page.blank()
    cases = sum(isinstance(result.trial, Placed) for result in results)
    total = _number(page, cases, len(results) - cases)
    page.paragraph(page.word("test.total", number=total, outcome=_outcome(page, len(failures))))
    return page.text()


def _file(page: Page, summary: FileSummary) -> None:
    page.paragraph((summary.file, STRONG))
    number = ", ".join([counted("rule", len(summary.rules), page.lang), _number(page, summary.cases, summary.windows)])
    style = BAD if summary.failed else ""
    page.paragraph(f"{number}: ", (_outcome(page, summary.failed), style), indent=_INDENT)
    if summary.rules:
        shown = (
            f"{page.word(f'outcome.{outcome}')} {len(rules)}/{len(summary.rules)}"
            for outcome, rules in summary.shown.items()
        )
        page.paragraph(" · ".join(shown), indent=_INDENT)


def _number(page: Page, cases: int, windows: int) -> str:
    told = [counted("case", cases, page.lang)]
    return ", ".join([*told, counted("window", windows, page.lang)] if windows else told)


def _outcome(page: Page, failed: int) -> str:
    return counted("failure", failed, page.lang) if failed else page.word("test.all_hold")


def _failure(page: Page, result: TrialResult) -> None:
    trial = result.trial
    page.paragraph(f"{trial.file}:{trial.line} ", (trial.rule, STRONG))
    page.paragraph(_named(page, trial), indent=_INDENT)
    for difference in result.differences:
        page.labelled(page.word("label.differs"), (_told(page, difference), BAD), indent=_INDENT)
    for duty in result.results:
        _explained(page, duty)


def _named(page: Page, trial: Trial) -> str:
    """A case by its name, a window by its days."""
    if isinstance(trial, Placed):
        return trial.name
    start, end = day(trial.window.from_), trial.window.to
    days = page.word("in_force.span", start=start, end=day(end)) if end else page.word("in_force.from", start=start)
    return f"{page.word('label.in_force')} {days}"


def _told(page: Page, difference: Difference) -> str:
    aspect, of, expected, got = difference
    if not expected and aspect in ("unreadable", "failed", "arises", "ends"):
        return page.word(f"differs.{aspect}", of=of, got=got)
    nothing = page.word("differs.nothing")
    told = page.word(f"aspect.{aspect}", of=of).strip()
    return page.word("differs.both", aspect=told, expected=expected or nothing, got=got or nothing)


def _explained(page: Page, duty: DutyResult) -> None:
    """Why the duty got its verdict: its day, its reason, what is to be filled in, and its checks."""
    lang = page.lang
    status = f"{duty.status} ({page.word(f'status.{duty.status}')})"
    when = timing(duty.status, duty.due, duty.days, lang) or (day(duty.due) if duty.due else "")
    fields = (
        ("label.verdict_got", f"{duty.duty}: {status}"),
        ("label.arithmetic", when),
        ("label.reason", page.say(duty.reason) if duty.reason else ""),
        ("label.fill_in", ", ".join(duty.facts)),
        ("label.record", ", ".join(record.path for record in duty.records)),
    )
    for key, text in fields:
        if text:
            page.labelled(page.word(key), text, indent=_INDENT)
    for check in duty.checks:
        _check(page, check)


def _check(page: Page, check: CheckResult) -> None:
    page.labelled(page.word("label.check"), f"{check.id}: {check.status} – {page.say(check.title)}", indent=_INDENT)
    for key, sentence in (("label.expected", check.expected), ("label.actual", check.actual)):
        text = page.say(sentence)
        if text:
            page.labelled(f"{page.word(key)}:", text, indent=_INDENT + 13, columns=_DETAIL_COLUMNS)

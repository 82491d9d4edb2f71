"""Numbers that packs put in the place of the law's: what verdicts cite then, and what everybody is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from dcs_audit.law.basics import AmendedValue, Cite, DatedValue, Parameter
from dcs_audit.law.due import describe
from dcs_audit.locale.phrases import Phrase, Sentence, Text, phrase, say
from dcs_audit.verdicts.model import Citation, DutyResult, Status

if TYPE_CHECKING:
    from dcs_audit.duties.casefile import CaseFile
    from dcs_audit.duties.context import Context
    from dcs_audit.duties.schedule import Duty
    from dcs_audit.law.rulebook import Rulebook

_TIMES = frozenset({"days", "working_days", "months", "years"})


def with_amending(by: Iterable[Cite], law: tuple[Citation, ...], rulebook: Rulebook) -> tuple[Citation, ...]:
    """The citations of the law, behind those of the text that sets another number."""
    return (*(one for one in dict.fromkeys(map(rulebook.cite, by)) if one not in law), *law)


def due_basis(duty: Duty, rulebook: Rulebook) -> tuple[Citation, ...]:
    """On what the deadline of a duty rests."""
    value = duty.period.due_value
    by = value.basis if isinstance(value, AmendedValue) else ()
    return with_amending(by, duty.plan.due_basis, rulebook) if by else duty.plan.due_basis


def told(case: CaseFile, results: list[DutyResult]) -> list[DutyResult]:
    """The results of the case's duties; message and remedy tell of the numbers that are not the law's own.

    What the law says in its own words names its own number: without this, the remedy would name another than the
    check.
    """
    book = case.context.rulebook
    if not book.amended:
        return results
    return [_told(duty, result, book) for duty, result in zip(case.duties, results, strict=True)]


def _told(duty: Duty, result: DutyResult, book: Rulebook) -> DutyResult:
    if result.status is Status.NOT_APPLICABLE:
        return result
    span = duty.period.span
    found = [
        (parameter, value)
        for parameter in book.amended.get(result.rule, ())
        for value in _in_effect(parameter, span.first, span.last)
    ]
    message, remedy = result.message, result.remedy
    for parameter, value in found:
        sentence = _sentence(parameter, value, book)
        message = phrase("message.amended", message=message, told=sentence)
        remedy = Text(f"{remedy.vi} {say(sentence, 'vi')}", f"{remedy.en} {say(sentence, 'en')}")
    cited = [cite for _, value in found for cite in value.basis]
    return replace(result, message=message, remedy=remedy, basis=with_amending(cited, result.basis, book))


def _sentence(parameter: Parameter, value: AmendedValue, book: Rulebook) -> Phrase:
    shorts = tuple(dict.fromkeys(book.cite(cite).short for cite in value.basis))
    title = Text(parameter.title.vi, parameter.title.en)
    return phrase("amended.number", by=shorts, since=value.from_, title=title, value=_number(parameter, value))


def notices(context: Context, results: Sequence[DutyResult]) -> Iterator[Sentence]:
    """Which numbers of the unit's duties are not the law's own, whose they are, and what the law's are."""
    book, year = context.rulebook, context.year
    if not book.amended:
        return
    found = {one.id: one for result in results for one in book.amended.get(result.rule, ())}
    for parameter in found.values():
        for value in _in_effect(parameter, date(year, 1, 1), max(context.as_of, date(year, 12, 31))):
            yield notice(parameter, value, book)


def of_pack(name: str, book: Rulebook) -> Iterator[Phrase]:
    """The same of all numbers that one pack changes, whoever is audited."""
    for parameter in book.parameters.values():
        for value in parameter.values:
            if isinstance(value, AmendedValue) and value.pack == name and value.asks != "same":
                yield notice(parameter, value, book)


def notice(parameter: Parameter, value: AmendedValue, book: Rulebook) -> Phrase:
    """Which pack sets which number, to what, by which text, and what it takes the place of."""
    law: Sentence = phrase("amended.bare", value=_number(parameter, value.law))
    if value.law.basis:
        law = phrase("amended.law", value=_number(parameter, value.law), basis=_cited(value.law.basis, book))
    return phrase(
        f"notice.amended.{value.asks}",
        pack=value.pack,
        title=Text(parameter.title.vi, parameter.title.en),
        value=_number(parameter, value),
        since=value.from_,
        law=law,
        basis=_cited(value.basis, book),
    )


def _number(parameter: Parameter, value: DatedValue) -> Sentence:
    if parameter.unit in _TIMES:
        return describe(parameter, value)
    return phrase("amended.bare", value=value.value)


def _cited(basis: Iterable[Cite], book: Rulebook) -> Text:
    # Imported here: only packs that change numbers need it.
    from dcs_audit.report.words import citations

    places = [book.cite(cite) for cite in basis]
    return Text(citations(places, "vi"), citations(places, "en"))


def _in_effect(parameter: Parameter, first: date, last: date) -> Iterator[AmendedValue]:
    """The values of packs, other than the law's, that hold on any of these days."""
    for value, later in zip_longest(parameter.values, parameter.values[1:]):
        ended = later is not None and later.from_ <= first
        if isinstance(value, AmendedValue) and value.asks != "same" and value.from_ <= last and not ended:
            yield value

"""The báo cáo tự kiểm tra of one unit, ready for the office to fill in its number, day and signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dcs_audit.locale.screen import screen
from dcs_audit.report.docx import letter
from dcs_audit.report.docx.content import Check, Content, Entry, GroupCount
from dcs_audit.report.docx.gather import gather
from dcs_audit.report.docx.ooxml import Line, Piece
from dcs_audit.report.docx.paper import WIDTH, Paper, blanks, roman
from dcs_audit.report.interface import Options
from dcs_audit.report.words import counted
from dcs_audit.verdicts.model import Report

_NUMBER, _GROUP = 12.0, 41.0
_BODIES = ("ủy ban", "uỷ ban", "ubnd", "hội đồng", "hđnd")


def render(report: Report, options: Options) -> bytes:
    """The document; in the office's own layout where it brought a template. Raises BadTemplate."""
    content = gather(report, options)
    if options.template is not None:
        from dcs_audit.report.docx.template import filled

        return filled(options.template, content)
    return _Document(report, content, options).file()


def issuer(unit: str, kind: object, placeholder: str) -> list[Piece]:
    """Who issues the report, in capitals. A commune or a village is a territory: which body of it, the office says."""
    name = Piece(unit.upper())
    territory = kind in ("commune", "village") and not unit.lower().startswith(_BODIES)
    return [*blanks(placeholder), Piece(" "), name] if territory or not unit else [name]


class _Document:
    def __init__(self, report: Report, content: Content, options: Options) -> None:
        self._content, self._options = content, options
        subject = screen("docx.subject", options.lang, year=content.year)
        self._paper = paper = Paper(options.lang, subject, report.as_of)
        parent = [Piece(content.parent.upper())] if content.parent else blanks(paper.word("docx.parent"))
        letter.head(paper, parent, issuer(content.unit, report.unit.get("type"), paper.word("docx.issuer")))
        letter.title(paper, paper.word("docx.report"), subject)
        letter.bases(paper, content.bases)
        paper.text(paper.word("docx.intro", unit=content.unit, year=content.year, as_of=content.as_of))

    def file(self) -> bytes:
        """All parts, in the order in which an office reads them."""
        self._results()
        self._passed()
        self._violations()
        self._tasks()
        self._review()
        self._pending()
        self._waived()
        self._not_checked()
        self._paper.text(self._word("docx.end", year=self._content.year, unit=self._content.unit), keep_next=True)
        letter.closing(self._paper)
        self._appendices()
        return self._paper.file()

    def _word(self, key: str, **blanks: object) -> str:
        return self._paper.word(key, **blanks)

    def _counted(self, noun: str, number: int) -> str:
        return counted(noun, number, self._paper.lang)

    def _heads(self, *keys: str) -> list[str]:
        return [self._word("docx.no"), *(self._word(key) for key in keys)]

    def _results(self) -> None:
        paper, content = self._paper, self._content
        paper.part(self._word("docx.part.results"))
        for sentence in content.filters:
            paper.text(Piece(f"{self._word('label.note')}: {sentence}", bold=True))
        facts = [self._word("docx.unit", unit=content.unit, type=content.type)]
        facts.extend(self._word("docx.pack", title=pack.label, status=pack.value) for pack in content.packs)
        if content.other_bases:
            facts.append(self._word("docx.others", texts=content.other_bases))
        for fact in facts:
            paper.text(fact)
        if content.duties == 0:
            paper.text(Piece(self._word("no_duty"), bold=True))
            return
        levels = ", ".join(f"{level.number} {level.label}" for level in content.severities)
        wrong = self._counted("violation", content.violations)
        duties = self._counted("duty", content.duties)
        paper.text(self._word("docx.total", duties=duties, violations=wrong, levels=levels))
        counts = "; ".join(f"{count.number} {count.label}" for count in content.counts)
        paper.text(self._word("docx.counts", counts=counts))
        self._score()
        if not self._options.filters:
            self._by_group()

    def _score(self) -> None:
        content = self._content
        score = f"{content.score}/100" if content.score else self._word("no_score")
        rating = f" ({content.rating})" if content.rating else ""
        self._paper.text(f"{self._word('label.score')}: ", Piece(score + rating, bold=True), f". {content.how}")

    def _by_group(self) -> None:
        self._paper.lead(self._word("docx.by_group"))
        keys = ("group", "passed", "violations", "pending", "needs_review", "waived", "not_applicable", "sum")
        head = [self._word(f"docx.short.{key}") for key in keys]
        width = (WIDTH - _GROUP) / 7
        rows = [[group.title, *_figures(group)] for group in self._content.group_counts]
        totals = [sum(column) for column in zip(*map(_numbers, self._content.group_counts), strict=True)]
        last: list[str | Sequence[Line]] = [[[Piece(str(total), bold=True)]] for total in totals]
        self._paper.table(head, (_GROUP, *[width] * 7), [*rows, [[[Piece(self._word("docx.sum"), bold=True)]], *last]])

    def _passed(self) -> None:
        paper, content = self._paper, self._content
        paper.part(self._word("docx.part.passed"))
        if not content.passed:
            paper.text(self._word("docx.none"))
            return
        paper.text(
            self._word("docx.passed", duties=self._counted("duty", len(content.passed)), appendix=self._number(0))
        )
        if content.attested:
            paper.text(self._word("docx.attested", duties=self._counted("duty", content.attested)))
        groups = dict.fromkeys(entry.group for entry in content.passed)
        for group in groups:
            number = sum(entry.group == group for entry in content.passed)
            paper.text(f"- {group}: {self._counted('duty', number)}")

    def _violations(self) -> None:
        paper, content = self._paper, self._content
        paper.part(self._word("docx.part.violations"))
        if not content.groups:
            paper.text(self._nothing())
        for place, group in enumerate(content.groups, start=1):
            paper.item(f"{group.title} ({self._counted('violation', group.number)})")
            for number, entry in enumerate(group.violations, start=1):
                self._violation(f"{place}.{number}.", entry)

    def _violation(self, number: str, entry: Entry) -> None:
        """What is wrong in full, each check that is not met with a dash."""
        due = [self._word("due", when=entry.when)] if entry.when else []
        verdict = "; ".join([entry.status, self._word("weight", severity=entry.severity), *due])
        self._paper.text(Piece(f"{number} {entry.title}", bold=True), f" ({verdict})", keep_next=True)
        legal = self._word("docx.legal", basis=entry.basis, id=entry.rule)
        note = [Piece(f" ({entry.note})", italic=True)] if entry.note else []
        self._paper.text(f"{entry.text} {legal}".strip(), *note)
        self._paper.bullets([*entry.cases, *map(self._check, entry.checks)])

    def _check(self, check: Check) -> str:
        wants = self._word("wants", expected=check.expected, actual=check.actual)
        return f"{check.title}: {check.verdict}; {wants}" + (f" ({check.basis})." if check.basis else ".")

    def _told(self, entry: Entry) -> list[Line]:
        """A duty in a cell: why it stands there, the deadline, each check that is not met."""
        lines: list[Line] = [[Piece(entry.title, bold=True)]]
        told = [entry.text] if entry.text else []
        if entry.when:
            told.append(f"{self._word('label.due')}: {entry.when}.")
        told.extend(f"- {self._check(check)}" for check in entry.checks)
        if entry.fill_in and entry.fill_in not in entry.text:
            told.append(f"{self._word('label.fill_in')}: {entry.fill_in}.")
        lines.extend([line] for line in told)
        return [*lines, [Piece(f"({entry.note})", italic=True)]] if entry.note else lines

    def _legal(self, entry: Entry) -> list[Line]:
        return [[entry.basis], [self._word("docx.rule", id=entry.rule)]]

    def _nothing(self) -> str:
        """Said instead of an empty list, and never better than it is."""
        return self._word(self._options.nothing(self._content.duties))

    def _tasks(self) -> None:
        paper, content = self._paper, self._content
        paper.part(self._word("docx.part.tasks"))
        if not content.tasks:
            paper.text(self._nothing())
            return
        paper.lead(self._word("docx.tasks"))
        blank: list[Line] = [[Piece("[…]", blank=True)]]
        rows: list[list[str | Sequence[Line]]] = []
        for number, task in enumerate(content.tasks, start=1):
            why = self._word("docx.for", duties=task.duties, severity=task.severity, basis=task.basis)
            when = f" {self._word('docx.set', when=task.when)}" if task.when else ""
            rows.append([str(number), [[task.remedy], [Piece(why + when, italic=True)]], blank, blank])
        paper.table(self._heads("docx.task", "docx.who", "docx.until"), (_NUMBER, 101, 28, 24), rows)

    def _review(self) -> None:
        paper, content = self._paper, self._content
        paper.part(self._word("docx.part.review"))
        lists = (("fill_in", content.to_fill_in), ("look_at", content.to_look_at), ("questions", content.questions))
        if not any(entries for _, entries in lists):
            paper.text(self._word("docx.none"))
        for key, entries in lists:
            if entries:
                paper.item(f"{self._word(f'docx.review.{key}')} ({self._counted('duty', len(entries))})")
                self._list(entries)

    def _list(self, entries: Sequence[Entry]) -> None:
        rows = [[str(n), self._told(entry), self._legal(entry)] for n, entry in enumerate(entries, start=1)]
        self._paper.table(self._heads("docx.matter", "label.basis"), (_NUMBER, 105, 48), rows)

    def _pending(self) -> None:
        self._paper.part(self._word("docx.part.pending"))
        if not self._content.pending:
            self._paper.text(self._word("docx.none"))
            return
        unknown = self._word("no_date")
        self._list([replace(entry, text="", when=entry.when or unknown) for entry in self._content.pending])

    def _waived(self) -> None:
        if self._content.waived:
            self._paper.part(self._word("docx.part.waived"))
            self._list(self._content.waived)

    def _not_checked(self) -> None:
        paper, content = self._paper, self._content
        paper.part(self._word("docx.part.not_checked"))
        if content.not_checked:
            paper.item(self._word("heading.not_checked"))
            paper.bullets(content.not_checked)
        if content.notices:
            paper.item(self._word("heading.notices"))
            paper.bullets(content.notices)
        paper.item(self._word("heading.trust"))
        for mark in content.trust:
            paper.left(f"- {mark.label}: {mark.value}")

    def _number(self, place: int) -> str:
        """The number of an appendix; where there is only one it has none (PL I.III.1.a)."""
        both = self._content.passed and self._content.not_applicable
        return f"{self._word('docx.appendix')} {roman(place + 1)}" if both else self._word("docx.appendix")

    def _appendices(self) -> None:
        content = self._content
        if content.passed:
            letter.appendix(self._paper, self._number(0), self._word("docx.appendix.passed"))
            self._list([replace(entry, text="", when="") for entry in content.passed])
        if content.not_applicable:
            letter.appendix(self._paper, self._number(1), self._word("docx.appendix.not_applicable"))
            self._list(content.not_applicable)


def _numbers(group: GroupCount) -> tuple[int, ...]:
    return (
        group.passed,
        group.violations,
        group.pending,
        group.needs_review,
        group.waived,
        group.not_applicable,
        group.duties,
    )


def _figures(group: GroupCount) -> list[str]:
    return [str(number) for number in _numbers(group)]

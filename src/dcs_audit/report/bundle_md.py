"""The index of a bundle for people: by clause what proves what, what is lacking, and every file with its digest."""

from __future__ import annotations

from collections.abc import Iterator

from dcs_audit import __version__
from dcs_audit.evidence.layout import CONTENTS, INDEX, Manifest
from dcs_audit.locale.phrases import Lang, day, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.duty_words import titled
from dcs_audit.report.markdown import code, table, text, whole
from dcs_audit.report.words import citation, counted, plain
from dcs_audit.verdicts.evidence import state_of
from dcs_audit.verdicts.model import DutyResult, EvidenceNote, EvidenceStatus, Status


def render(manifest: Manifest, lang: Lang) -> str:
    """The page; it lists every file of the manifest but itself."""
    return whole(_Page(manifest, lang).lines())


class _Page:
    def __init__(self, manifest: Manifest, lang: Lang) -> None:
        self._manifest, self._report, self._lang = manifest, manifest.report, lang
        ledger = self._report.evidence
        self._notes = ledger.notes if ledger else ()
        self._unused = (ledger.unused if ledger else None) or ()
        self._more_unused = ledger.more_unused if ledger else 0

    def lines(self) -> Iterator[str]:
        yield from (f"# {self._word('bundle.title')}", "", f"**{text(str(self._report.unit.get('name', '')))}**", "")
        yield from self._about()
        yield from self._lacking()
        yield from self._clauses()
        yield from self._aside()
        yield from self._files()

    def _word(self, key: str, **blanks: object) -> str:
        return screen(key, self._lang, **blanks)

    def _about(self) -> Iterator[str]:
        report, lang = self._report, self._lang
        counts = (f"{report.summary.counts[status]} {self._word(f'status.{status}')}" for status in Status)
        facts = (
            ("label.year", text(self._word("year_as_of", year=report.year, day=day(report.as_of)))),
            ("bundle.verdicts", f"{counted('duty', report.summary.duties, lang)}: {', '.join(counts)}"),
            ("label.packs", text("; ".join(f"{say(pack.title, lang)} ({pack.name})" for pack in report.packs))),
            ("trust.rulebook", code(report.rulebook_digest)),
            ("trust.tool", text(f"dcs-audit {__version__} ({report.engine})")),
        )
        yield from (f"- **{self._word(key)}:** {told}" for key, told in facts)
        for form, library in self._manifest.left_out:
            yield f"- **{self._word('label.note')}:** {self._word('bundle.left_out', format=form, library=library)}"
        yield from ("", self._word("bundle.how"))

    def _lacking(self) -> Iterator[str]:
        found = [note for note in self._notes if note.lacking]
        yield from ("", f"## {self._word('bundle.lacking', number=len(found))}", "")
        if not found:
            yield self._word("bundle.none_lacking")
        for note in found:
            yield f"- **{text(note.path)}: {text(say(state_of(note), self._lang))}** ({text(note.record)})"

    def _clauses(self) -> Iterator[str]:
        for clause in self._manifest.layout.clauses:
            yield from ("", f"## {text(citation(clause.place, self._lang))}", "")
            for result in clause.duties:
                yield from self._duty(result)

    def _duty(self, result: DutyResult) -> Iterator[str]:
        title = titled(result, self._report.year, self._lang)
        yield f"- {text(title)} ({text(result.rule)}): **{self._word(f'status.{result.status}')}**"
        yield from dict.fromkeys(f"  - {self._piece(note)}" for note in result.evidence)

    def _piece(self, note: EvidenceNote) -> str:
        stored = self._manifest.layout.place(note)
        state = text(say(state_of(note), self._lang))
        if note.lacking:
            return f"**{text(note.path)}: {state}**" + (f" {code(stored)}" if stored else "")
        if stored is None:
            return f"{text(note.path)}: {state}"
        return code(stored) if stored.endswith(f"/{plain(note.path)}") else f"{code(stored)} ({text(note.path)})"

    def _aside(self) -> Iterator[str]:
        """Evidence that no duty rests on, addresses, files that nobody names, duties on records without evidence."""
        resting = {note for result in self._report.results for note in result.evidence}
        loose = [note for note in self._notes if note not in resting]
        bare = sum(1 for result in self._report.results if result.records and not result.evidence)
        links = dict.fromkeys(note.path for note in self._notes if note.status is EvidenceStatus.URL)
        yield from ("", f"## {self._word('bundle.aside')}", "")
        yield f"- {self._word('bundle.bare', number=bare)}"
        yield from (f"- {self._word('bundle.loose')}: {self._piece(note)} ({text(note.record)})" for note in loose)
        yield from (f"- {self._word('bundle.link')}: {text(link)}" for link in links)
        yield from (f"- {self._word('bundle.unused')}: {text(name)}" for name in self._unused)
        if self._more_unused:
            yield f"- {self._word('bundle.more_unused', number=self._more_unused)}"

    def _files(self) -> Iterator[str]:
        yield from ("", f"## {self._word('bundle.files')}", "")
        head = [self._word(f"bundle.head.{name}") for name in ("path", "size", "sha256")]
        rows = [[text(file.path), str(file.size), code(file.sha256)] for file in self._manifest.files]
        yield from table(head, rows, [1])
        yield from ("", self._word("bundle.digests", contents=CONTENTS, index=INDEX))

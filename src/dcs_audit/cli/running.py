"""A run of `check` while it goes on: what is told, what is written, and what is known at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

from dcs_audit.cli import exits
from dcs_audit.cli.desk import Outcome, Show
from dcs_audit.cli.interrupts import Interrupts
from dcs_audit.cli.progress import Progress
from dcs_audit.cli.sink import Sink
from dcs_audit.cli.terminal import STDOUT, Terminal
from dcs_audit.fleet.tally import Tally
from dcs_audit.report.interface import Format, Frame, Options, style
from dcs_audit.report.words import counted

Check = Callable[[], None]
"""Raises UsageError where it turns out that the run asked for something that no record has."""


@dataclass
class Running:
    """What has happened so far, and where it is told."""

    terminal: Terminal
    progress: Progress
    tally: Tally = field(default_factory=Tally)
    codes: set[int] = field(default_factory=set)
    problems: int = 0
    marks: int = 0
    """Problems that may still be shown with the line they stand on."""
    packs: set[tuple[str, ...]] = field(default_factory=set)
    """Packs that records name beyond the run's own."""

    def note(self, outcome: Outcome) -> None:
        """One record more: what is told about it, and its share of the whole."""
        lines = [*outcome.lines, *(outcome.failure.shown(self.terminal.lang, self.marks) if outcome.failure else ())]
        if lines:
            self.progress.clear()
        for line in lines:
            self.terminal.talk(line)
        self.codes.update(outcome.codes)
        if outcome.failure is not None:
            number = len(outcome.failure.problems or outcome.failure.told)
            self.problems += number
            self.marks = max(0, self.marks - number)
            self.tally.fail(outcome.failure)
        elif outcome.share is not None:
            self.packs.add(outcome.packs)
            self.tally.add(outcome.share)
        self.progress.step()

    def close(self, outputs: Iterable[str | None]) -> int:
        """Tells how the run ended, and gives its exit code. `outputs` are what was written."""
        terminal = self.terminal
        self.progress.clear()
        for output in outputs:
            if output not in (None, STDOUT):
                terminal.talk(terminal.word("talk.written", path=output))
        if self.tally.not_audited:
            problems = counted("problem", self.problems, terminal.lang)
            files = counted("file", len(self.tally.not_audited), terminal.lang)
            terminal.talk(terminal.word("talk.problems", problems=problems, files=files))
        if not self.tally.complete:
            units = counted("unit", self.tally.units, terminal.lang)
            terminal.talk(terminal.word("talk.broken_off", number=units))
            return exits.INTERRUPTED
        return exits.worst(self.codes)


def write_alone(outcomes: Iterable[Outcome], shows: Sequence[Show], state: Running, check: Check) -> int:
    """The only record of a run; where it gave no report, only formats that can say so write. Gives the exit code."""
    written: list[str | None] = []
    for outcome in outcomes:
        state.note(outcome)
        check()
        if outcome.share is not None:
            for show, part in zip(shows, outcome.parts, strict=True):
                state.terminal.hand_over(part, show.output)
                written.append(show.output)
        if outcome.failure is not None:
            for show in shows:
                if (refused := style(show.format).refused) is not None:
                    state.terminal.hand_over(refused(outcome.failure, show.options), show.output)
                    written.append(show.output)
    return state.close(written)


@dataclass(slots=True)
class _Output:
    """One output of a fleet while it is written."""

    style: Format
    frame: Frame
    sink: Sink
    options: Options


def write_fleet(outcomes: Iterable[Outcome], shows: Sequence[Show], state: Running, check: Check) -> int:
    """Several records, each written before the next is looked at. Gives the exit code.

    Where the run is broken off, what was finished is still brought to a readable end.
    """
    tally, interrupts = state.tally, Interrupts()
    with interrupts.watched(), ExitStack() as stack:
        outputs = [_opened(show, state.terminal, stack) for show in shows]
        try:
            for output in outputs:
                output.sink.write(output.frame.begin())
            for outcome in outcomes:
                with interrupts.held():
                    _note(outcome, outputs, state)
                if all(output.sink.closed for output in outputs):
                    break
        except KeyboardInterrupt:
            tally.complete = False
        interrupts.put_off()
        if tally.complete and not any(output.sink.begun for output in outputs):
            check()
        for output in outputs:
            output.sink.write(output.frame.end(tally))
    if all(output.style.aside for output in outputs):
        _tell(tally, shows[0].options, state)
    code = state.close(show.output for show in shows)
    if tally.complete:
        check()
    return code


def _opened(show: Show, terminal: Terminal, stack: ExitStack) -> _Output:
    form = style(show.format)
    sink = stack.enter_context(terminal.writing(show.output))
    return _Output(form, form.frame(show.options), sink, show.options)


def _note(outcome: Outcome, outputs: Sequence[_Output], state: Running) -> None:
    state.note(outcome)
    if outcome.share is not None:
        for output, part in zip(outputs, outcome.parts, strict=True):
            output.sink.write(output.frame.unit(part, outcome.share))
    if outcome.failure is not None:
        for output in outputs:
            if output.style.refused is not None and output.style.amid:
                output.sink.write(output.style.refused(outcome.failure, output.options))


def _tell(tally: Tally, options: Options, state: Running) -> None:
    """What the units come to together, beside an output that has no place for it."""
    from dcs_audit.report.fleet_text import overview

    state.progress.clear()
    width, _ = state.terminal.shape(STDOUT)
    for line in overview(tally, replace(options, width=width, colour=False)).splitlines():
        state.terminal.talk(line)

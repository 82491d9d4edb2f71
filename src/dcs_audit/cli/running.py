"""A run of `check` while it goes on: what is told, what is written, and what is known at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dcs_audit.cli import exits
from dcs_audit.cli.desk import Outcome, Show
from dcs_audit.cli.exits import BadPack
from dcs_audit.cli.interrupts import Interrupts
from dcs_audit.cli.progress import Progress
from dcs_audit.cli.sink import Sink
from dcs_audit.cli.terminal import STDOUT, Terminal
from dcs_audit.locale.phrases import say
from dcs_audit.report.interface import Format, Frame, Options, style
from dcs_audit.report.words import counted

if TYPE_CHECKING:
    from dcs_audit.fleet.failure import Failure
    from dcs_audit.fleet.tally import Tally

Check = Callable[[], None]
"""Raises UsageError where it turns out that the run asked for something that no record has."""


@dataclass
class Running:
    """What has happened so far, and where it is told."""

    terminal: Terminal
    progress: Progress
    marking: bool = True
    """Whether problems are shown with the line they stand on, the first ones."""
    codes: set[int] = field(default_factory=set)
    problems: int = 0
    refused: int = 0
    """Records that gave no report."""
    owing: int = 0
    """Units that have a duty of what the run asks for, of `audited`."""
    audited: int = 0
    packs: set[tuple[str, ...]] = field(default_factory=set)
    """Packs that records name beyond the run's own."""

    def note(self, outcome: Outcome) -> None:
        """One record more: what is told about it. Raises BadPack where the run's own packs cannot be used."""
        if outcome.unusable:
            raise BadPack(outcome.unusable)
        lines = [*outcome.lines, *(self._shown(outcome.failure) if outcome.failure is not None else ())]
        if lines:
            self.progress.clear()
        for line in lines:
            self.terminal.talk(line)
        self.codes.update(outcome.codes)
        if outcome.failure is not None:
            self.problems += len(outcome.failure.problems or outcome.failure.told)
            self.refused += 1
        elif outcome.share is not None:
            self.packs.add(outcome.packs)
            self.audited += 1
            self.owing += not outcome.share.unowed
        self.progress.step()

    def _shown(self, failure: Failure) -> Iterator[str]:
        # Imported here: most runs have nothing to show, and the process that only writes does without the records.
        from dcs_audit.records.problems import MOST_MARKED

        return failure.shown(self.terminal.lang, max(0, MOST_MARKED - self.problems) if self.marking else 0)

    def close(self, outputs: Iterable[str | None], broken_off_after: int | None = None) -> int:
        """Tells how the run ended, and gives its exit code.

        `outputs` are what was written; `broken_off_after` the number of units after which the run was ended by hand.
        """
        terminal = self.terminal
        self.progress.clear()
        for output in outputs:
            if output not in (None, STDOUT):
                terminal.talk(terminal.word("talk.written", path=output))
        if self.refused:
            problems = counted("problem", self.problems, terminal.lang)
            files = counted("file", self.refused, terminal.lang)
            terminal.talk(terminal.word("talk.problems", problems=problems, files=files))
        if broken_off_after is not None:
            units = counted("unit", broken_off_after, terminal.lang)
            terminal.talk(terminal.word("talk.broken_off", number=units))
            return exits.INTERRUPTED
        if self.audited and not self.owing:  # nothing that was asked for could be checked: that is no success
            self.codes.add(exits.UNUSABLE)
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
    begun: bool = False

    def begin(self) -> None:
        """What stands before the first unit; once."""
        if not self.begun:
            self.begun = True
            self.sink.write(self.frame.begin())


def write_fleet(outcomes: Iterable[Outcome], shows: Sequence[Show], state: Running, check: Check) -> int:
    """Several records, each written before the next is looked at. Gives the exit code.

    Where the run is broken off, what was finished is still brought to a readable end.
    """
    from dcs_audit.fleet.tally import Tally

    tally, interrupts = Tally(), Interrupts()
    with interrupts.watched(), ExitStack() as stack:
        outputs = [_opened(show, state.terminal, stack) for show in shows]
        try:
            for outcome in outcomes:
                with interrupts.held():
                    state.note(outcome)  # before anything is written: the packs may be unusable
                    _write(outcome, outputs, tally)
                if all(output.sink.closed for output in outputs):
                    break
        except KeyboardInterrupt:
            tally.complete = False
        interrupts.put_off()
        if tally.complete and not any(output.sink.begun for output in outputs):
            check()
        state.progress.clear()  # what comes now may go to the same screen
        for output in outputs:
            output.begin()
            output.sink.write(output.frame.end(tally))
    if all(output.style.aside for output in outputs):
        _tell(tally, shows[0].options, state)
    else:
        _tell_notes(tally, state)
    code = state.close((show.output for show in shows), None if tally.complete else tally.units)
    if tally.complete:
        check()
    return code


def _opened(show: Show, terminal: Terminal, stack: ExitStack) -> _Output:
    form = style(show.format)
    sink = stack.enter_context(terminal.writing(show.output))
    return _Output(form, form.frame(show.options), sink, show.options)


def _write(outcome: Outcome, outputs: Sequence[_Output], tally: Tally) -> None:
    for output in outputs:
        output.begin()
    if outcome.share is not None:
        tally.add(outcome.share)
        for output, part in zip(outputs, outcome.parts, strict=True):
            output.sink.write(output.frame.unit(part, outcome.share))
    if outcome.failure is not None:
        tally.fail(outcome.failure)
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


def _tell_notes(tally: Tally, state: Running) -> None:
    """What to know about the units, whatever the output has a place for."""
    from dcs_audit.report.fleet_notes import fleet_notes

    for sentence in fleet_notes(tally):
        state.progress.clear()
        state.terminal.talk(say(sentence, state.terminal.lang))

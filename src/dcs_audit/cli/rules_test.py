"""`rules test`: runs the cases beside the rules, or with `--mutate` asks what they would not notice."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from dcs_audit.cli import exits
from dcs_audit.cli.exits import BadPack, UsageError
from dcs_audit.cli.parser import processes
from dcs_audit.cli.rules_commands import Adder
from dcs_audit.cli.terminal import Terminal
from dcs_audit.cli.units import Shelf
from dcs_audit.locale.screen import screen

if TYPE_CHECKING:
    from dcs_audit.law.casebook import Casebook
    from dcs_audit.law.mutation import Laboratory
    from dcs_audit.law.rulebook import Rulebook
    from dcs_audit.law.trials import TrialResult


def add(adder: Adder) -> None:
    """`test` under `rules`."""
    lang = adder.lang
    which = adder("test", run)
    which.add_argument("-k", metavar=screen("meta.text", lang), help=screen("help.test_k", lang))
    which.add_argument("--mutate", action="store_true", help=screen("help.test_mutate", lang))
    number = screen("meta.number", lang)
    which.add_argument("--jobs", type=processes(lang), metavar=number, help=screen("help.test_jobs", lang))


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """0 where every case holds, or no mutant survives; else 1. Raises UsageError where there is nothing to run."""
    from dcs_audit.law.loader import PackError

    if arguments.jobs is not None and not arguments.mutate:
        raise UsageError(terminal.word("usage.jobs_alone"))
    rulebook = Shelf(arguments.pack).base
    try:
        return (_mutate if arguments.mutate else _test)(rulebook, arguments, terminal)
    except PackError as error:
        raise BadPack(error.problems) from error


# --- cases ----------------------------------------------------------------------------------------------------------


def _test(rulebook: Rulebook, arguments: argparse.Namespace, terminal: Terminal) -> int:
    from dcs_audit.auditor import Auditor
    from dcs_audit.law.casebook import collect

    casebook = collect(rulebook)
    if arguments.k is not None:
        casebook = casebook.matching(arguments.k)
    if not casebook.trials:
        raise _nothing(arguments.k, terminal)
    progress = _progress(terminal, "progress.cases", len(casebook.trials))
    return _shown(casebook, casebook.run(Auditor(rulebook), progress), arguments, terminal)


def _nothing(text: str | None, terminal: Terminal) -> UsageError:
    if text is None:
        return UsageError(terminal.word("usage.nothing_to_test"))
    return UsageError(terminal.word("usage.no_such_test", text=text))


def _shown(casebook: Casebook, results: list[TrialResult], arguments: argparse.Namespace, terminal: Terminal) -> int:
    summaries = casebook.summaries(results)
    if arguments.format == "json":
        from dcs_audit.report.rules_test_json import cases_as_json

        terminal.hand_over(cases_as_json(casebook.rulebook, summaries, results), None)
    else:
        from dcs_audit.report.rules_test_text import render_test

        terminal.hand_over(render_test(summaries, results, terminal.lang, *terminal.shape(None)), None)
    return exits.CLEAN if all(result.holds for result in results) else exits.VIOLATIONS


# --- mutants --------------------------------------------------------------------------------------------------------


def _mutate(rulebook: Rulebook, arguments: argparse.Namespace, terminal: Terminal) -> int:
    from dcs_audit.cli import mutation_pool
    from dcs_audit.law.mutation import toll_by

    only = None
    if arguments.k is not None:
        only = frozenset(rule for rule in rulebook.rule_ids if arguments.k.casefold() in rule.casefold())
        if not only:
            raise _nothing(arguments.k, terminal)
    lab = mutation_pool.laboratory(rulebook, only)
    if not _sound(lab, rulebook, arguments, terminal):
        return exits.VIOLATIONS
    progress = _progress(terminal, "progress.mutants", len(lab.mutants))
    jobs = arguments.jobs or os.cpu_count() or 1
    found = mutation_pool.fates(lab, arguments.pack, only, jobs, progress)
    tried = list(zip(lab.mutants, found, strict=True))
    files = toll_by(lambda mutant: mutant.file, tried)
    if arguments.format == "json":
        from dcs_audit.report.rules_test_json import mutation_as_json

        operators = toll_by(lambda mutant: mutant.edit.operator, tried)
        terminal.hand_over(mutation_as_json(rulebook, files, operators), None)
    else:
        from dcs_audit.report.mutation_text import render_mutation

        terminal.hand_over(render_mutation(files, terminal.lang, *terminal.shape(None)), None)
    return exits.VIOLATIONS if any(toll.survivors for toll in files.values()) else exits.CLEAN


def _sound(lab: Laboratory, rulebook: Rulebook, arguments: argparse.Namespace, terminal: Terminal) -> bool:
    """Whether the cases hold of the rules as they are; where not, those that fail are shown."""
    from dcs_audit.auditor import Auditor

    results = lab.trials.run(Auditor(rulebook, "reference"))
    if all(result.holds for result in results):
        return True
    _shown(lab.trials, results, arguments, terminal)
    terminal.talk(terminal.word("talk.cases_first"))
    return False


def _progress(terminal: Terminal, key: str, total: int) -> Callable[[int], None]:
    """Tells on one line of the screen how far the run is, and wipes the line at the end; silent in a pipe."""
    if not terminal.stderr.isatty():
        return lambda done: None

    def tell(done: int) -> None:
        line = f"\r{terminal.word(key, done=done, all=total)}" if done < total else "\r\x1b[K"
        with suppress(OSError, ValueError):
            terminal.stderr.write(line)
            terminal.stderr.flush()

    return tell

"""Which existing files an output may take the place of: what this program wrote, and nothing that people made."""

from __future__ import annotations

import os
from collections.abc import Iterable

from dcs_audit.cli.evidence import outside
from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.terminal import STDOUT, Terminal


def check_outputs(
    outputs: Iterable[str | None], terminal: Terminal, *, force: bool, evidence: str | None = None
) -> None:
    """Raises UsageError for a file that would be lost: a record, evidence, or whatever else people made.

    An earlier report is replaced without a word, as scripts expect, and so is an empty file. `evidence` is the folder
    of the evidence that is looked at.
    """
    for output in outputs:
        if force or output is None or output == STDOUT or not os.path.isfile(output):
            continue
        if (key := _in_the_way(output, evidence)) is not None:
            raise UsageError(terminal.word(key, path=output))


def _in_the_way(output: str, evidence: str | None) -> str | None:
    """The message about a file that is to be kept."""
    from dcs_audit.cli.ours import Kind, kind_of

    kind = kind_of(output)
    if kind is Kind.OURS:
        return None
    if not outside([output], evidence):
        return "usage.replaces_evidence"
    if os.path.getsize(output) == 0:
        return None
    return "usage.replaces_record" if kind is Kind.RECORD else "usage.replaces_other"

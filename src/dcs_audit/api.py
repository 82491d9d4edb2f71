"""The whole audit in two calls, for those who write Python: `load_unit` and `audit`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from os import PathLike, fspath

from dcs_audit.auditor import Auditor
from dcs_audit.cli.exits import BadPack
from dcs_audit.cli.units import Item, Shelf, read
from dcs_audit.edges import need_day, need_record, need_rulebook
from dcs_audit.engine.pair import Choice
from dcs_audit.law.loader import PackError
from dcs_audit.law.rulebook import Rulebook, load_rulebook
from dcs_audit.records import Loaded, load_path
from dcs_audit.verdicts.model import Report


def load_unit(path: str | PathLike[str], rulebook: Rulebook | None = None) -> Loaded:
    """The record in a file: YAML, JSON or a workbook, told by the ending.

    `unit` of what comes back is None where the file has problems; `problems` then names each with its place. Without
    `rulebook` the words of the national pack and of the packs that the file names are known. Raises
    `dcs_audit.law.loader.PackError` where a pack cannot be used; a file that cannot be read is a problem like others.
    """
    if rulebook is not None:
        need_rulebook(rulebook)
        return load_path(fspath(path), rulebook.vocabulary)
    try:
        return read(Item(0, fspath(path)), _shelf()).loaded
    except BadPack as error:
        raise PackError(error.problems) from error


def audit(
    unit: Loaded, as_of: date, rulebook: Rulebook | None = None, *, year: int | None = None, engine: Choice = "both"
) -> Report:
    """The report on one record as of a day, the only clock there is.

    Without `rulebook`: the national pack and those that the file names. `year` takes the place of the audited year of
    the file. `engine` is `both` (they must agree), `durable` or `reference`. Raises
    `dcs_audit.verdicts.model.AuditError` where the record could not be judged, which includes a file with problems:
    nothing is known about it then. Raises TypeError for a path, a day in text or a `datetime`.
    """
    need_record(unit)
    need_day(as_of)
    if rulebook is not None:
        need_rulebook(rulebook)
        return Auditor(rulebook, engine).audit(unit, as_of, year)
    packs = unit.unit.packs if unit.unit is not None else ()
    return _auditor(packs, engine).audit(unit, as_of, year)


@lru_cache(maxsize=1)
def _shelf() -> Shelf:
    return Shelf(())


@lru_cache(maxsize=8)
def _auditor(packs: tuple[str, ...], engine: Choice) -> Auditor:
    return Auditor(load_rulebook(packs), engine)

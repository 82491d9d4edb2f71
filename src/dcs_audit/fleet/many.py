"""`audit_many`: a pure function over any number of records, to be mapped by whatever spreads work over machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from dcs_audit.engine.interface import EngineError
from dcs_audit.engine.pair import Choice
from dcs_audit.fleet.failure import Failure, origin
from dcs_audit.records.reader import Loaded, load
from dcs_audit.verdicts.model import AuditError, EvidenceLedger, Report

if TYPE_CHECKING:
    from dcs_audit.auditor import Auditor
    from dcs_audit.law.rulebook import Rulebook


def audit_many(
    records: Iterable[Loaded | Mapping[str, object] | bytes],
    rulebook: Rulebook,
    as_of: date,
    *,
    engine: Choice = "both",
    year: int | None = None,
) -> Iterator[Report | Failure]:
    """The report on each record, in order, or why there is none; one record is held at a time.

    A record is a unit as `records.load` gives it, as plain data (what `json.loads` or a YAML reader gives), or as the
    bytes of a JSON or YAML file. `as_of` is the only clock; `year` replaces the audited year of the records. A record
    that names a pack which the rulebook does not hold is a failure: it would be judged by less than it is bound by.

    Never raises for a record. Raises EngineError where the engine itself is not available, and at the call TypeError
    for a rulebook or a day that is none. Bytes and plain data,
    reports and failures can be pickled; a rulebook is better read anew by each process (`load_rulebook`).
    """
    from dcs_audit.edges import need_day, need_rulebook

    need_rulebook(rulebook)
    need_day(as_of)
    if isinstance(records, (str, bytes, Mapping, Loaded)):
        raise TypeError(f"records is one {type(records).__name__}: give a list of records, here [record]")
    return _each(records, rulebook, as_of, engine, year)


def _each(
    records: Iterable[Loaded | Mapping[str, object] | bytes],
    rulebook: Rulebook,
    as_of: date,
    engine: Choice,
    year: int | None,
) -> Iterator[Report | Failure]:
    from dcs_audit.auditor import Auditor

    auditor = Auditor(rulebook, engine)
    held = {pack.name for pack in rulebook.packs}
    for number, record in enumerate(records, start=1):
        loaded = _loaded(record, f"<{number}>", rulebook)
        if isinstance(loaded, Failure):
            yield loaded
            continue
        missing = [name for name in loaded.unit.packs if name not in held] if loaded.unit else []
        if missing:
            yield Failure(loaded.name, reason=f"names packs that the rulebook does not hold: {', '.join(missing)}")
        else:
            yield judged(auditor, loaded, as_of, year)


def judged(
    auditor: Auditor, loaded: Loaded, as_of: date, year: int | None, evidence: EvidenceLedger | None = None
) -> Report | Failure:
    """The report on a record that was read, or why there is none."""
    if loaded.unit is None:
        return Failure(loaded.name, loaded.problems)
    try:
        return auditor.audit(loaded, as_of=as_of, year=year, evidence=evidence)
    except (AuditError, EngineError) as error:
        return Failure(loaded.name, reason=str(error).removeprefix(f"{loaded.name}: "))
    except Exception as error:  # a bug costs the unit that met it, not the others
        return Failure(loaded.name, reason=origin(error), bug=True)


def _loaded(record: object, name: str, rulebook: Rulebook) -> Loaded | Failure:
    if isinstance(record, Loaded):
        return record
    try:
        data = record if isinstance(record, bytes) else _bytes(record)
        return load(data, name, rulebook.vocabulary, "json" if is_json(data) else "yaml")
    except (TypeError, ValueError, RecursionError) as error:
        return Failure(name, reason=f"not a record: {error}")
    except Exception as error:
        return Failure(name, reason=origin(error), bug=True)


def _bytes(record: object) -> bytes:
    if not isinstance(record, Mapping):
        raise TypeError(f"a {type(record).__name__} is neither bytes nor a mapping")
    return json.dumps(dict(record), ensure_ascii=False, allow_nan=False, default=_plain).encode("utf-8")


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a {type(value).__name__} has no place in a record")


def is_json(data: bytes) -> bool:
    """Whether the bytes of a file without a telling name are JSON: a YAML record never begins with a brace."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")

"""Whether the inference engines are there, and answer what they must."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from dcs_audit.fleet.failure import both, origin
from dcs_audit.installation.apart import Died, Hangs, apart
from dcs_audit.installation.commands import pip, reinstalled
from dcs_audit.installation.finding import Finding, fault, note, ok
from dcs_audit.installation.libraries import version_of, why_not
from dcs_audit.locale.phrases import Text

DISTRIBUTION, MODULE = "durable_rules", "durable_rules_engine"
MEASURED = "2.0.28"
"""The version whose faults are known, so that it can be driven around them."""
_SECONDS = 60.0
"""For questions that take a tenth of a second; an engine that is not through by then never will be."""
_DROPPED = (3, 13)
"""From this Python on the source distribution names a function that is gone."""


def absence() -> Text | None:
    """Why durable_rules is not in use; None where it is."""
    from dcs_audit.engine.durable import available

    if available():
        return None
    if version_of(DISTRIBUTION) is not None:
        return both("doctor.durable.unloadable", reason=why_not(MODULE) or "")
    return both("doctor.durable.not_for" if not _expected() else "doctor.durable.not_installed", python=_python())


def engines() -> Iterator[Finding]:
    """The self-test of both engines, each in a process of its own."""
    from dcs_audit.engine.selftest import failures

    yield from tested(failures)


def tested(examine: Callable[[str], list[str]]) -> Iterator[Finding]:
    """What `examine` finds of each engine by its name, and whether the one that may be absent is."""
    yield _by_itself("engine_reference", "reference", examine)
    why = absence()
    if why is not None:
        yield _absent(why)
        return
    yield _by_itself("engine_durable", "durable_rules", examine)
    found = version_of(DISTRIBUTION)
    if found != MEASURED:
        command = pip(f"{DISTRIBUTION}=={MEASURED}")
        yield fault("engine_durable", "doctor.durable.version", "doctor.run", found=found or "?", command=command)


def _expected() -> bool:
    """Whether durable_rules belongs to every installation on this machine, as pyproject.toml has it."""
    return sys.version_info < _DROPPED and sys.platform != "win32"


def _absent(why: Text) -> Finding:
    if _expected():
        command = pip(f"{DISTRIBUTION}=={MEASURED}", options=("--force-reinstall", "--no-cache-dir"))
        return fault("engine_durable", "doctor.durable.absent", "doctor.durable.build", why=why, command=command)
    if sys.platform == "win32":
        return note("engine_durable", "doctor.durable.absent", "doctor.durable.elsewhere", why=why)
    define = 'CPPFLAGS="-DPyEval_CallObject=PyObject_CallObject"'
    command = f"{define} {pip(f'{DISTRIBUTION}=={MEASURED}')}"
    return note("engine_durable", "doctor.durable.absent", "doctor.durable.build", why=why, command=command)


def _by_itself(part: str, name: str, examine: Callable[[str], list[str]]) -> Finding:
    shown = f"{name} {version_of(DISTRIBUTION) or ''}".strip() if name == DISTRIBUTION else name
    try:
        wrong = apart(examine, name, _SECONDS)
    except Died as error:
        return fault(part, "doctor.engine.died", _mend(name), engine=shown, code=error.code, command=_again())
    except Hangs:
        return fault(part, "doctor.engine.hangs", _mend(name), engine=shown, seconds=int(_SECONDS), command=_again())
    except Exception as error:
        return fault(part, "doctor.engine.fails", _mend(name), engine=shown, reason=origin(error), command=_again())
    if wrong:
        told = "; ".join(wrong[:3])
        return fault(part, "doctor.engine.wrong", _mend(name), engine=shown, wrong=told, command=_again())
    return ok(part, "doctor.engine.ok", engine=shown)


def _mend(name: str) -> str:
    return "doctor.durable.distrust" if name == DISTRIBUTION else "doctor.reinstall"


def _again() -> str:
    return reinstalled()


def _python() -> str:
    return f"{'.'.join(map(str, sys.version_info[:2]))}, {sys.platform}"

"""Checks what a Vietnamese public body owes the Law on Implementation of Grassroots Democracy (10/2022/QH15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dcs_audit.api import audit as audit
    from dcs_audit.api import load_unit as load_unit
    from dcs_audit.fleet.failure import Failure as Failure
    from dcs_audit.fleet.many import audit_many as audit_many
    from dcs_audit.law.rulebook import load_rulebook as load_rulebook

__version__ = "0.1.0"

_HOMES = {
    "audit": "dcs_audit.api",
    "load_unit": "dcs_audit.api",
    "audit_many": "dcs_audit.fleet.many",
    "Failure": "dcs_audit.fleet.failure",
    "load_rulebook": "dcs_audit.law.rulebook",
}


def __dir__() -> list[str]:
    """What there is to use."""
    return sorted({*_HOMES, *(name for name in globals() if name.startswith("__"))})


def __getattr__(name: str) -> object:
    """The public functions, loaded when asked for: the command line starts without them."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

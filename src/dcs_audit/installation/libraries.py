"""The libraries that the program needs, and those that it can do without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from dcs_audit.fleet.failure import both
from dcs_audit.installation.commands import pip, with_extra
from dcs_audit.installation.finding import Finding, fault, note, ok

REQUIRED = {
    "pydantic": "pydantic",
    "PyYAML": "yaml",
    "rich": "rich.console",
    "holidays": "holidays.countries.vietnam",
}
"""Distributions, each with the module that is used of it."""


@dataclass(frozen=True, slots=True)
class Extra:
    """An optional part: its name in pyproject.toml and its distributions. Message `doctor.gives.NAME` tells what
    it gives."""

    name: str
    modules: dict[str, str]


EXTRAS = (
    Extra("reports", {"Jinja2": "jinja2", "python-docx": "docx", "docxtpl": "docxtpl", "openpyxl": "openpyxl"}),
    Extra("calendar", {"icalendar": "icalendar"}),
    Extra("completion", {"shtab": "shtab"}),
    Extra("fleet", {"dask": "dask", "distributed": "distributed"}),
)
"""Extras for users. `excel` is a part of `reports`, `dev` and `bench` are for developers."""


def version_of(name: str) -> str | None:
    """The installed version; None where it is not installed, or does not say."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def why_not(module: str) -> str | None:
    """What keeps a module from being loaded; None where nothing does."""
    try:
        import_module(module)
    except Exception as error:  # a broken library may raise anything
        return f"{type(error).__name__}: {error}"
    return None


def required() -> Iterator[Finding]:
    """Whether everything that the program cannot do without can be loaded."""
    broken = {name: reason for name, module in REQUIRED.items() if (reason := why_not(module)) is not None}
    for name, reason in broken.items():
        mend = pip(name.lower(), options=("--force-reinstall",))
        yield fault("libraries", "doctor.library.broken", "doctor.run", library=name, reason=reason, command=mend)
    if not broken:
        yield ok("libraries", "doctor.library.ok", libraries=", ".join(shown(REQUIRED)))


def optional() -> Iterator[Finding]:
    """What each extra gives, and what is missing of it."""
    for extra in EXTRAS:
        part = f"extra_{extra.name}"
        absent = [name for name in extra.modules if version_of(name) is None]
        present = [name for name in extra.modules if name not in absent]
        broken = {name: reason for name in present if (reason := why_not(extra.modules[name])) is not None}
        command = with_extra(extra.name)
        gives = f"doctor.gives.{extra.name}"
        for name, reason in broken.items():
            again = pip(name, options=("--force-reinstall",))
            yield fault(part, "doctor.library.broken", "doctor.run", library=name, reason=reason, command=again)
        if absent:
            lacking = {"extra": extra.name, "gives": both(gives), "absent": ", ".join(absent), "command": command}
            yield note(part, "doctor.extra.absent", "doctor.run", **lacking)
        elif not broken:
            yield ok(part, "doctor.extra.ok", extra=extra.name, gives=both(gives), libraries=", ".join(shown(present)))


def shown(distributions: Iterable[str]) -> Iterator[str]:
    """Names with their versions, those that are not installed left out."""
    return (f"{name} {found}" for name in distributions if (found := version_of(name)) is not None)

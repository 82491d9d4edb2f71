"""What the figures of a run were measured on."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "xa-gan-dat.yaml"
"""The unit that everything is measured with: a commune with nearly all records there are."""
AS_OF = date(2026, 11, 20)
_PACKAGES = (
    "dcs-audit", "durable_rules", "pydantic", "pyyaml", "holidays", "openpyxl",
    "check-jsonschema", "jsonschema", "yamllint", "clipspy", "regopy", "zen-engine",
)  # fmt: skip


def lines() -> Iterator[str]:
    """Machine, Python and packages, one thing a line."""
    yield f"machine   {_processor()}, {os.cpu_count()} CPUs, {platform.system()} {platform.release()}"
    if hasattr(os, "getloadavg"):
        yield f"load      {os.getloadavg()[0]:.2f} in the last minute"
    yield f"python    {platform.python_implementation()} {platform.python_version()}"
    yield f"packages  {', '.join(f'{name} {_version(name)}' for name in _PACKAGES)}"


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        told = []
    models = (line.partition(":")[2].strip() for line in told if line.startswith("model name"))
    return next(models, platform.processor() or platform.machine())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"

"""No test, and no process that one starts, touches the cache of whoever runs the tests, or minds their settings."""

from __future__ import annotations

import os
import shutil
import tempfile

import pytest

# At import: test modules load rulebooks while they are collected.
_FOLDER = tempfile.mkdtemp(prefix="dcs-audit-tests-")
os.environ["DCS_AUDIT_CACHE"] = _FOLDER
for _name in ("COLUMNS", "DCS_AUDIT_LANG", "DCS_AUDIT_MAX_MB", "DCS_AUDIT_SECONDS", "NO_COLOR"):
    os.environ.pop(_name, None)


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(_FOLDER, ignore_errors=True)

"""No test, and no process that one starts, touches the cache of whoever runs the tests."""

from __future__ import annotations

import os
import shutil
import tempfile

import pytest

# At import: test modules load rulebooks while they are collected.
_FOLDER = tempfile.mkdtemp(prefix="dcs-audit-tests-")
os.environ["DCS_AUDIT_CACHE"] = _FOLDER


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(_FOLDER, ignore_errors=True)

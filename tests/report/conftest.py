"""The two units that formats are tried on."""

import pytest

from dcs_audit.verdicts.model import Report

from . import builders


@pytest.fixture
def commune() -> Report:
    """A commune with a violation of each kind, and every other status."""
    return builders.commune()


@pytest.fixture
def agency() -> Report:
    """A state agency with nothing to put right."""
    return builders.agency()

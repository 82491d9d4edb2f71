"""`python -m dcs_audit` is the command `dcs-audit`."""

from dcs_audit.cli.main import entry

entry()

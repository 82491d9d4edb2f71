"""What the law requires: the rule language, packs and rulebooks, periods and due dates."""

from dcs_audit.law.loader import PackError
from dcs_audit.law.rulebook import Rulebook, load_rulebook

__all__ = ["PackError", "Rulebook", "load_rulebook"]

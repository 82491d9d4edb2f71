"""What a draft is made for."""

from __future__ import annotations

from dataclasses import dataclass

from dcs_audit.drafting.wanted import Want
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.locale.languages import Lang


@dataclass(frozen=True, slots=True)
class Request:
    """A draft that somebody asked for: of which unit, by which rulebook, in which language."""

    rulebook: Rulebook
    want: Want
    lang: Lang
    subtype: str | None = None
    name: str | None = None
    packs: tuple[str, ...] = ()
    """Shipped packs that the record is to name."""
    folders: tuple[str, ...] = ()
    """Packs from elsewhere, as typed: no record can name them, only the command line."""

"""`--version --verbose`: what is in use, a line for each kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dcs_audit.engine.reference import ReferenceEngine
from dcs_audit.fleet.failure import origin
from dcs_audit.installation.engines import DISTRIBUTION, absence
from dcs_audit.installation.libraries import EXTRAS, REQUIRED, shown, version_of
from dcs_audit.installation.surroundings import machine, python
from dcs_audit.locale.phrases import Lang, say
from dcs_audit.locale.screen import screen
from dcs_audit.report.words import plain


def versions(lang: Lang) -> str:
    """Engines, libraries, calendar, rulebook, Python and platform. What cannot be told says why."""
    told = {
        "engines": _engines,
        "libraries": lambda _: ", ".join(shown(REQUIRED)),
        "optional": _optional,
        "calendar": lambda _: _calendar(),
        "rulebook": lambda _: _rulebook(),
        "python": lambda _: python(),
        "platform": lambda _: machine(),
    }
    return "\n".join(_lines(told, lang))


def _lines(told: dict[str, Callable[[Lang], str]], lang: Lang) -> Iterator[str]:
    labels = {key: screen(f"versions.{key}", lang) for key in told}
    columns = max(map(len, labels.values())) + 2
    for key, tell in told.items():
        try:
            value = tell(lang)
        except Exception as error:
            value = screen("versions.unknown", lang, reason=origin(error))
        yield plain(f"{labels[key]:<{columns}}{value}")


def _engines(lang: Lang) -> str:
    why = absence()
    durable = f"{DISTRIBUTION} {version_of(DISTRIBUTION) or ''}".strip()
    told = durable if why is None else screen("versions.durable", lang, why=say(why, lang))
    return f"{told}, {ReferenceEngine.name}"


def _optional(lang: Lang) -> str:
    names = [name for extra in EXTRAS for name in extra.modules]
    absent = [name for name in names if version_of(name) is None]
    parts = [", ".join(shown(names)), screen("versions.absent", lang, names=", ".join(absent)) if absent else ""]
    return "; ".join(filter(None, parts))


def _calendar() -> str:
    """The library of public holidays, and the file of the national pack that adds to it."""
    from hashlib import sha256

    from dcs_audit.law.loader import pack_text
    from dcs_audit.law.rulebook import NATIONAL

    name = f"{NATIONAL}/calendar.yaml"
    added = pack_text(NATIONAL).files.get(name)
    overlay = f", {name} sha256:{sha256(added).hexdigest()}" if added is not None else ""
    return f"holidays {version_of('holidays') or '?'}{overlay}"


def _rulebook() -> str:
    from dcs_audit.law.loader import pack_text
    from dcs_audit.law.rulebook import NATIONAL

    return f"{NATIONAL} {pack_text(NATIONAL).digest}"

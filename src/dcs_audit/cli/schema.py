"""`schema`: the shape of unit files, of a pack's files and of JSON reports, for editors and other people's checkers."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from dcs_audit.cli import exits
from dcs_audit.cli.exits import UsageError
from dcs_audit.cli.overwriting import check_outputs
from dcs_audit.cli.parser import Parser, one_of
from dcs_audit.cli.terminal import Terminal
from dcs_audit.cli.units import Shelf
from dcs_audit.locale.describing import Catalogue, Describer
from dcs_audit.locale.languages import Lang
from dcs_audit.locale.screen import screen

SCHEMAS = ("unit", "rule", "report", "fleet")

_EXAMPLE: Mapping[str, Any] = {
    "unit": {"name": "Xã Phú Hòa Đông", "type": "commune", "has_portal": True},
    "year": 2026,
    "records": {
        "disclosures": [
            {
                "item": "ngan-sach",
                "document": {"number": "12/QĐ-UBND", "date": "12/01/2026"},
                "postings": [{"channel": "portal", "from": "14/01/2026"}],
            }
        ]
    },
}


def add_arguments(parser: Parser) -> None:
    """What `schema` takes."""
    from dcs_audit.cli.rules import UNIT_TYPES

    lang = parser.lang
    which = parser.add_argument_group(screen("help.which", lang))
    which.add_argument("schema", type=one_of(SCHEMAS, lang), metavar="|".join(SCHEMAS), help=_help("of", lang))
    kind, pack, file = (screen(f"meta.{name}", lang) for name in ("type", "pack", "file"))
    which.add_argument("--type", type=one_of(UNIT_TYPES, lang), metavar=kind, help=_help("type", lang))
    which.add_argument("--pack", action="append", default=[], metavar=pack, help=_help("pack", lang))
    which.add_argument("--output", metavar=file, help=_help("output", lang))
    which.add_argument("--force", action="store_true", help=screen("help.force", lang))


def _help(name: str, lang: Lang) -> str:
    return screen(f"help.schema_{name}", lang)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Writes one schema. Raises BadPack, UsageError."""
    for option in ("type", "pack"):
        if getattr(arguments, option) and arguments.schema != "unit":
            raise UsageError(terminal.word("usage.schema_option", option=f"--{option}"))
    check_outputs([arguments.output], terminal, force=arguments.force)
    schema = schema_of(arguments.schema, terminal.lang, arguments.type, arguments.pack)
    terminal.hand_over(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", arguments.output)
    return exits.CLEAN


def schema_of(name: str, lang: Lang, unit_type: str | None = None, packs: list[str] | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12) of that name, with words. Raises BadPack."""
    if name == "unit":
        return _unit(lang, unit_type, packs or [])
    if name == "rule":
        from dcs_audit.law.schema import json_schema
        from dcs_audit.locale.schema_rule import RULE

        return _described(json_schema(), "Pack", "rule@1", RULE, _rule_word(lang), lang)
    from dcs_audit.locale.schema_report import REPORT
    from dcs_audit.report.schema import fleet_schema, report_schema

    shape, root = (report_schema(), "Whole") if name == "report" else (fleet_schema(), "Fleet")
    return _described(shape, root, f"{name}@1", REPORT, lambda word, place: _common_word(word, lang), lang)


def _unit(lang: Lang, unit_type: str | None, packs: list[str]) -> dict[str, Any]:
    from dcs_audit.law.rulebook import NATIONAL, known_packs
    from dcs_audit.locale.schema_unit import UNIT
    from dcs_audit.records.schema import json_schema

    # Where no pack is asked for, a file may name any that is shipped, and use its words.
    rulebook = Shelf(packs or known_packs()).base
    titles = {rule.id: rule.title for rule in rulebook.rules}
    titles |= {pack.name: pack.file.title for pack in rulebook.packs}
    words = {name: title.vi if lang == "vi" else title.en for name, title in titles.items()}
    schema = json_schema(rulebook.vocabulary, unit_type)
    if unit_type in (None, _EXAMPLE["unit"]["type"]):
        schema["examples"] = [dict(_EXAMPLE)]
    chosen = [quote(pack.name, safe="") for pack in rulebook.packs if packs and pack.name != NATIONAL]
    name = ":".join(["unit@1", *filter(None, [unit_type]), *chosen])
    # A pack that is not among these is known by its name alone.
    return _described(
        schema, "UnitFile", name, UNIT, lambda word, _: words.get(word) or _unit_word(word, lang) or word, lang
    )


def _described(
    shape: dict[str, Any],
    root: str,
    name: str,
    catalogue: Catalogue,
    value: Callable[[str, str], str | None],
    lang: Lang,
) -> dict[str, Any]:
    # A name and no address: nothing is fetched, and no host need be believed.
    return Describer(catalogue, value, lang).described({"$id": f"urn:dcs-audit:{name}:{lang}"} | shape, root)


def _unit_word(word: str, lang: Lang) -> str | None:
    from dcs_audit.locale.schema_unit import VALUES

    return _of(VALUES, word, lang) or _common_word(word, lang)


def _rule_word(lang: Lang) -> Callable[[str, str], str | None]:
    from dcs_audit.locale import record_words
    from dcs_audit.locale.schema_rule import VALUES

    def word_at(word: str, place: str) -> str | None:
        if place.endswith(("fact",)):
            return record_words.fact(word, lang)
        if place == "Selector.section":
            return record_words.section(word, lang)
        return _of(VALUES, word, lang) or _common_word(word, lang)

    return word_at


def _common_word(word: str, lang: Lang) -> str | None:
    """A word that the screen or a report has words for."""
    from dcs_audit.locale.record_words import value
    from dcs_audit.locale.screen import SCREEN

    keys = (f"{family}.{word}" for family in ("type", "subtype", "status", "severity", "every"))
    return next((SCREEN[key][lang] for key in keys if key in SCREEN), None) or value(word, lang)


def _of(words: Mapping[str, tuple[str, str]], word: str, lang: Lang) -> str | None:
    both = words.get(word)
    return None if both is None else both[0 if lang == "vi" else 1]

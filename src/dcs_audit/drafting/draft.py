"""The draft of a unit file in YAML: what is asked of the unit, explained at each place, with templates to take up.

As written it is a valid record that submits nothing, and it stays valid whichever templates are taken up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import get_args

from dcs_audit.drafting.blocks import Block, blocks
from dcs_audit.drafting.briefing import Briefing
from dcs_audit.drafting.layout import COMMENTED, WIDTH, commented, entry, explained, scalar
from dcs_audit.drafting.request import Request
from dcs_audit.drafting.samples import Sampler, first_postings, other_postings
from dcs_audit.drafting.unit_part import unit_lines
from dcs_audit.drafting.wanted import Demand
from dcs_audit.locale import record_words
from dcs_audit.records.model import Records
from dcs_audit.records.slugs import SchemaName

SCHEMA_FILE = "unit.schema.json"
"""The JSON Schema beside the record, for editors."""
_SCHEMA = get_args(SchemaName)[0]
_IN = 4
"""Columns before an entry of a section."""


def draft(request: Request) -> str:
    """The text of the file."""
    briefing = Briefing(request.rulebook, request.want.year, request.lang)
    parts = (_head(request, briefing), unit_lines(request, briefing), _records(request, briefing))
    lines = [line for part in parts for line in part]
    return "\n".join([*lines, *_waivers(request, briefing)]) + "\n"


def _head(request: Request, briefing: Briefing) -> Iterator[str]:
    packs = "".join(f" --pack {folder}" for folder in request.folders)
    # With a tab, so that it is no `# ` of a template; the language server takes any white space.
    yield f"#\tyaml-language-server: $schema={SCHEMA_FILE}"
    kind = briefing.kind(request.want.unit_type)
    yield from explained(briefing.say("title", kind=kind, year=request.want.year))
    titles = "; ".join(briefing.words(pack.file.title) for pack in request.rulebook.packs)
    yield from explained(briefing.say("by_packs", packs=titles))
    yield "##"
    for number in range(1, 7):
        yield from explained(briefing.say(f"how.{number}", packs=packs), hang="   ")
    yield from explained(briefing.say("schema", file=SCHEMA_FILE))
    yield ""
    yield f"schema: {_SCHEMA}"
    if request.packs:
        yield f"packs: [{', '.join(request.packs)}]"
    yield f"year: {request.want.year}"


def _records(request: Request, briefing: Briefing) -> Iterator[str]:
    want = request.want
    sampler = Sampler(request.rulebook, want.unit_type, want.year)
    by_section: dict[str, tuple[Block, ...]] = dict(blocks(want, request.rulebook.checks))
    yield from ("", "records:")
    for section in Records.model_fields:
        if section not in by_section:
            continue
        templates = sorted(by_section[section], key=lambda block: bool(block.names))  # what holds for all comes first
        yield from ("", *explained(_heading(section, briefing), 2), f"  {section}:")
        yield from _of_section(section, templates, briefing)
        told: set[str] = set()
        for block in templates:
            yield ""
            if section == "attestations":
                yield from _question(block.demands[0], briefing)
            else:
                # Of contents to be disclosed each is told in full: whoever fills in one need not read the others.
                yield from _template(block, briefing, sampler, set() if section == "disclosures" else told)


def _of_section(section: str, templates: Iterable[Block], briefing: Briefing) -> Iterator[str]:
    """What holds for all templates of a section."""
    if section == "attestations":
        yield from explained(briefing.say("answers"), _IN, "  ")
    first = dict.fromkeys(posted.channel for block in templates for posted in first_postings(block))
    if first:
        yield from explained(briefing.say("channels", channels=briefing.channels(first)), _IN, "  ")
    others = dict.fromkeys(posted.channel for block in templates for posted in other_postings(block))
    others = {channel: None for channel in others if channel not in first}
    if others:
        yield from explained(briefing.say("channels.other", channels=briefing.channels(others)), _IN, "  ")


def _heading(section: str, briefing: Briefing) -> str:
    named = record_words.section(section, briefing.lang).upper()
    return f"===== {named} ====="


def _template(block: Block, briefing: Briefing, sampler: Sampler, told: set[str]) -> Iterator[str]:
    """One template: what the duties ask for, then a record that would answer them."""
    for line in briefing.lines(block, told):
        yield from explained(line, _IN, "  ")
    parts = "" if "part" in block.where else briefing.parts(block)
    if parts:
        yield from explained(briefing.say("parts", parts=parts), _IN, "  ")
    record = sampler.record(block)
    remarks = partial(briefing.remarks, block.section, block.names)
    yield from commented(entry(record, WIDTH - _IN - len(COMMENTED), remarks), _IN)
    if block.may_be_nil:
        yield from explained(briefing.say("nil"), _IN)
        item = block.names[0]
        yield from commented([f"- {{item: {item}, nil: true}}"], _IN)


def _question(demand: Demand, briefing: Briefing) -> Iterator[str]:
    """A question to attest, answered `unknown`: whoever knows better says so."""
    assert demand.question is not None and demand.rule.attest is not None
    key = "question.nil" if demand.rule.attest.nil else "question"
    told = briefing.say(key, question=briefing.text(demand.question), clause=briefing.clause(demand))
    yield from explained(told, _IN, "  ")
    yield from commented([f'- {{rule: {scalar(demand.rule.id)}, answer: unknown, by: "", on: ""}}'], _IN)


def _waivers(request: Request, briefing: Briefing) -> Iterator[str]:
    """How a waiver looks; without its reason and whoever approved it, it has no effect."""
    first = next((demand.rule.id for wanted in request.want.records for demand in wanted.demands), None)
    yield ""
    yield from explained(briefing.say("waivers"))
    yield "waivers:"
    if first is not None:
        lines = (f"- rule: {first}", '  reason: ""', '  approved_by: ""', f"  until: 31/12/{request.want.year}")
        yield from commented(lines, 2)

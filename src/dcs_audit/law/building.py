"""On which packs a pack builds: its rules are meant beside theirs, and beside no other's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from dcs_audit.law.loader import Pack
from dcs_audit.law.told import joined, told


def astray(packs: Sequence[Pack]) -> Iterator[str]:
    """A line with its place for each pack that says it adds to one that is not there."""
    # Imported here: the rulebook asks this module.
    from dcs_audit.law.rulebook import known_packs

    names = [pack.name for pack in packs]
    for pack in packs:
        wanted = pack.file.extends
        if wanted is None or (wanted != pack.name and wanted in names):
            continue
        if wanted == pack.name:
            what = told("extends_itself")
        elif wanted in known_packs():
            what = told("extends_absent", name=wanted)
        else:
            near = get_close_matches(wanted, sorted({*names, *known_packs()} - {pack.name}), n=1)
            what = told("extends_unknown", name=wanted, **({"near": near[0]} if near else {}))
        yield joined(pack.places["pack"][0].at("extends"), what)


def built_on(pack: Pack, packs: Sequence[Pack]) -> tuple[Pack, ...]:
    """The packs of a run by which the cases of `pack` are judged, in the order of the run.

    These are the first one, itself, and what it says it adds to, at any remove. Packs beside it may change numbers:
    that is no matter of its cases.
    """
    by_name = {one.name: one for one in packs}
    kept, name = {packs[0].name, pack.name}, pack.file.extends
    while name is not None and name in by_name and name not in kept:
        kept.add(name)
        name = by_name[name].file.extends
    return tuple(one for one in packs if one.name in kept)

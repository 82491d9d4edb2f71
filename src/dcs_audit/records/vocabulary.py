"""The open words of the unit record: those that the loaded packs contribute."""

from __future__ import annotations

from dataclasses import dataclass

from dcs_audit.records.slugs import BOARD_KINDS, MEETING_KINDS, PETITION_KINDS


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Kinds, rule ids and pack names that a record may use in this run.

    Meeting, board and petition kinds that the contract itself names are always known, whatever the caller gives:
    a pack that has no rule on complaints does not make a complaint a spelling mistake.
    """

    document_kinds: frozenset[str] = frozenset()
    meeting_kinds: frozenset[str] = frozenset()
    petition_kinds: frozenset[str] = frozenset()
    activity_kinds: frozenset[str] = frozenset()
    board_kinds: frozenset[str] = frozenset()
    rule_ids: frozenset[str] = frozenset()
    pack_names: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "meeting_kinds", self.meeting_kinds.union(MEETING_KINDS))
        object.__setattr__(self, "board_kinds", self.board_kinds.union(BOARD_KINDS))
        object.__setattr__(self, "petition_kinds", self.petition_kinds.union(PETITION_KINDS))

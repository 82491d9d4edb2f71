"""The index of a bundle as data, `dcs-audit/bundle@1`: what is in it, with size and SHA-256, and what proves what."""

from __future__ import annotations

from typing import Any

from dcs_audit import __version__
from dcs_audit.evidence.layout import Clause, Manifest
from dcs_audit.evidence.verify import BUNDLE_SCHEMA
from dcs_audit.report.json_parts import anything
from dcs_audit.report.words import article_first


def render(manifest: Manifest) -> str:
    """One object and a newline. `stored` is a file of the bundle, null for what is not in it."""
    report = manifest.report
    ledger = report.evidence
    data: dict[str, Any] = {
        "schema": BUNDLE_SCHEMA,
        "tool": {"name": "dcs-audit", "version": __version__, "engine": report.engine},
        "rulebook": {"packs": [pack.name for pack in report.packs], "digest": report.rulebook_digest},
        "input": {"path": report.input_path, "digest": report.input_digest},
        "unit": {key: report.unit[key] for key in ("name", "type", "parent", "code") if key in report.unit},
        "year": report.year,
        "as_of": report.as_of.isoformat(),
        "files": [{"path": file.path, "size": file.size, "sha256": file.sha256} for file in manifest.files],
        "evidence": [
            {
                "record": note.record,
                "path": note.path,
                "status": note.status.value,
                "size": note.size,
                "sha256": note.sha256,
                "stored": manifest.layout.place(note),
            }
            for note in (ledger.notes if ledger else ())
        ],
        "clauses": [_clause(clause, manifest) for clause in manifest.layout.clauses],
        "unused": list((ledger.unused if ledger else None) or ()),
        "more_unused": ledger.more_unused if ledger else 0,
        "left_out": [{"format": form, "library": library} for form, library in manifest.left_out],
    }
    return anything(data, 0) + "\n"


def _clause(clause: Clause, manifest: Manifest) -> dict[str, Any]:
    return {
        "label": article_first(clause.place),
        "source": clause.place.source,
        "duties": [
            {
                "duty": result.duty,
                "status": result.status.value,
                "evidence": [{"path": note.path, "stored": manifest.layout.place(note)} for note in result.evidence],
            }
            for result in clause.duties
        ],
    }

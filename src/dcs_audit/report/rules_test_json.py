"""How the cases beside the rules came out, and which mutants they let pass, as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from dcs_audit.law.casebook import FileSummary
from dcs_audit.law.mutants import Mutant
from dcs_audit.law.mutation import Toll
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.law.trials import TrialResult
from dcs_audit.locale.phrases import both
from dcs_audit.records.positions import path_text
from dcs_audit.report.mutation_text import as_data, place_of
from dcs_audit.verdicts.model import DutyResult

TEST_SCHEMA = "dcs-audit/rules-test@1"
MUTATION_SCHEMA = "dcs-audit/rules-mutation@1"


def cases_as_json(rulebook: Rulebook, summaries: Sequence[FileSummary], results: Sequence[TrialResult]) -> str:
    """Every rule file's summary, and every case that fails with the duties that came instead."""
    failures = [result for result in results if not result.holds]
    return _written(
        TEST_SCHEMA,
        rulebook,
        summary={"trials": len(results), "failed": len(failures)},
        files=[asdict(summary) for summary in summaries],
        failures=[_failure(result) for result in failures],
    )


def mutation_as_json(rulebook: Rulebook, files: Mapping[str, Toll], operators: Mapping[str, Toll]) -> str:
    """Each file's and each operator's toll, and every survivor."""
    survivors = [mutant for toll in files.values() for mutant in toll.survivors]
    return _written(
        MUTATION_SCHEMA,
        rulebook,
        summary={"mutants": sum(toll.mutants for toll in files.values()), "survived": len(survivors)},
        files=[{"file": file, **_counts(toll)} for file, toll in files.items()],
        operators=[{"operator": operator, **_counts(toll)} for operator, toll in operators.items()],
        survivors=[_survivor(mutant) for mutant in survivors],
    )


def _written(schema: str, rulebook: Rulebook, **more: Any) -> str:
    packs = [pack.name for pack in rulebook.packs]
    data = {"schema": schema, "packs": packs, "digest": rulebook.digest, **more}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _failure(result: TrialResult) -> dict[str, Any]:
    trial = result.trial
    return {
        "file": trial.file,
        "line": trial.line,
        "rule": trial.rule,
        "name": trial.name,
        "differences": [difference._asdict() for difference in result.differences],
        "duties": [_duty(duty) for duty in result.results],
    }


def _duty(duty: DutyResult) -> dict[str, Any]:
    return {
        "duty": duty.duty,
        "status": str(duty.status),
        "severity": str(duty.severity),
        "due": duty.due.isoformat() if duty.due else None,
        "days": duty.days,
        "facts": list(duty.facts),
        "reason": both(duty.reason, iso_dates=True) if duty.reason else None,
        "checks": [
            {
                "id": check.id,
                "status": str(check.status),
                "expected": both(check.expected, iso_dates=True),
                "actual": both(check.actual, iso_dates=True),
                "record": check.record,
            }
            for check in duty.checks
        ],
    }


def _counts(toll: Toll) -> dict[str, int]:
    return {"mutants": toll.mutants, "killed": toll.killed, "survived": len(toll.survivors)}


def _survivor(mutant: Mutant) -> dict[str, Any]:
    edit = mutant.edit
    dropped = edit.operator == "drop"
    return {
        "place": place_of(mutant),
        "kind": mutant.kind,
        "name": mutant.name,
        "path": path_text(edit.loc),
        "operator": edit.operator,
        "old": as_data(edit.old),
        "new": None if dropped else as_data(edit.new),
    }

"""What a unit is asked for: facts with the duties that hang on them, records in the order of the law."""

from __future__ import annotations

from datetime import date

from dcs_audit.drafting.blocks import blocks
from dcs_audit.drafting.wanted import Want, want
from dcs_audit.records.slugs import COMMUNE_ITEMS

from .drafts import book


def asked(kind: str, packs: tuple[str, ...] = (), year: int = 2026) -> Want:
    return want(book(packs), kind, year)


def test_only_facts_of_the_unit_are_asked_and_each_for_a_duty() -> None:
    commune = asked("commune")
    assert set(commune.facts) == set(commune.hangs)
    assert {"has_portal", "villages", "projects", "has_council"} <= set(commune.facts)
    assert not {"boards", "conferences", "headcount", "households"} & set(commune.facts)
    assert "LDC-D86-K1A" in commune.hangs["has_council"]
    assert "N59-D17-K2" in commune.hangs["projects"]


def test_villages_are_asked_for_where_postings_must_reach_all() -> None:
    assert "LDC-D11-K1" in asked("commune").hangs["villages"]


def test_disclosures_stand_in_the_order_of_the_article() -> None:
    items = [wanted.name for wanted in asked("commune").records if wanted.section == "disclosures"]
    assert items == list(COMMUNE_ITEMS)


def test_plans_come_after_the_law() -> None:
    records = asked("commune", ("diem-he-2026",)).records
    first = [wanted.demands[0].rule.id for wanted in records if wanted.section == "documents"]
    local = [rule.startswith("DH-") for rule in first]
    assert any(local) and local == sorted(local)


def test_periods_have_their_due_dates() -> None:
    report = next(wanted for wanted in asked("commune").records if wanted.name == "board_report")
    (demand,) = report.demands
    assert demand.periods[0] == ("2026-Q1", date(2026, 4, 30))
    assert [label for label, _ in demand.periods] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]


def test_what_records_make_arise_has_no_period() -> None:
    complaint = next(wanted for wanted in asked("commune").records if wanted.name == "complaint")
    assert [demand.periods for demand in complaint.demands] == [()]


def test_a_question_is_asked_for_by_its_rule() -> None:
    records = [wanted for wanted in asked("employer").records if wanted.section == "attestations"]
    assert all(wanted.name == wanted.demands[0].rule.id and wanted.demands[0].question for wanted in records)


def test_the_working_year_matters_where_a_duty_goes_by_it() -> None:
    assert asked("public_service_unit").working_year
    assert not asked("commune").working_year


def test_a_year_before_the_law_asks_for_less() -> None:
    assert len(asked("commune", year=2022).records) < len(asked("commune").records)


def variants(kind: str, section: str) -> list[tuple[tuple[str, ...], dict[str, str]]]:
    found = dict(blocks(asked(kind), book().checks))
    return [(block.names, dict(block.where)) for block in found[section]]  # type: ignore[index]


def test_filters_that_exclude_each_other_make_two_templates() -> None:
    assert ((), {"assigned": "false"}) in variants("commune", "consultations")
    assert ((), {"assigned": "true"}) in variants("commune", "consultations")


def test_a_part_of_a_content_is_a_record_beside_the_whole() -> None:
    budget = [where for names, where in variants("commune", "disclosures") if names == ("ngan-sach",)]
    assert budget == [{}, {"part": "thuc-hien"}]


def test_a_special_case_has_a_template_of_its_own_duties() -> None:
    found = dict(blocks(asked("state_agency"), book().checks))["meetings"]
    plain, ballot = (block for block in found if block.names == ("staff_conference",))
    assert dict(ballot.where) == {"mode": "ballot"}
    assert [demand.rule.id for demand in ballot.demands] == ["LDC-D50-K2"]
    assert "entitled" in plain.keys and "entitled" not in ballot.keys


def test_kinds_with_the_same_duties_share_a_template_but_contents_do_not() -> None:
    assert ("complaint", "staff_feedback") in [names for names, _ in variants("commune", "petitions")]
    assert all(len(names) == 1 for names, _ in variants("employer", "disclosures"))

"""The handbook: a page for each rule, in Markdown and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from law.tiny_packs import CITE, check, gate, parameter, rule, rulebook, words
from pydantic import BaseModel

from dcs_audit.law.basics import Parameter
from dcs_audit.law.casebook import collect
from dcs_audit.law.cases import Placed, read_cases
from dcs_audit.law.model import Rule
from dcs_audit.law.questions import Check, CheckUse, Option
from dcs_audit.law.rulebook import Rulebook, load_rulebook
from dcs_audit.locale.phrases import LANGS, Lang
from dcs_audit.records.yaml_reader import read_yaml
from dcs_audit.report.handbook import check_cards, duty, html, markdown, questions
from dcs_audit.report.handbook.examples import as_yaml, example_of
from dcs_audit.report.handbook.volume import UnnamedPage, bind

Data = dict[str, Any]
PARAMETERS = [parameter("limit", "days", 3), parameter("size", "people", 4), parameter("years", "years", 2)]
CHECKS = [check("plain", {"given": {"of": "date"}}), check("xac-nhan", {"one_of": {"of": "answer", "values": ["yes"]}})]
GATE = gate({"fact": "headcount", "at_most": 7}, basis=CITE)
REGULATION = {"section": "documents", "where": {"kind": "democracy_regulation"}}
DISCLOSED = {"section": "disclosures", "where": {"item": "ngan-sach"}}


@pytest.fixture(autouse=True)
def _packs_may_leave_their_names_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """The samples below are for words, not for sense: what could not work in an audit is another module's matter."""
    monkeypatch.setattr("dcs_audit.law.soundness.unsound", lambda packs: [])


def pages(book: Rulebook, lang: Lang = "en", cases: Sequence[Placed] = ()) -> dict[str, str]:
    return dict(markdown.render(bind(book, cases, lang)))


def page(tmp_path: Path, *rules: Data, lang: Lang = "en", **more: Any) -> str:
    """The page of the first rule."""
    more = {"checks": CHECKS, "parameters": PARAMETERS, **more}
    book = rulebook(tmp_path / "p", rules, **more)
    return pages(book, lang)[f"{rules[0]['id'].lower()}.md"]


# --- no word of the language is lost ---------------------------------------------------------------------------------

RULE: dict[str, tuple[Data, str]] = {
    "id": ({"id": "OTHER"}, "`OTHER`"),
    "title": ({"title": words("another title")}, "# another title"),
    "message": ({"message": words("another message")}, "> another message"),
    "remedy": ({"remedy": words("another remedy")}, "**Remedy:** another remedy"),
    "basis": ({"basis": {"source": "luat", "article": 77}}, "**Basis:** Article 77, Law"),
    "group": ({"group": "h"}, "**Group:** other group (`h`)"),
    "severity": ({"severity": "critical"}, "**critical**"),
    "applies_to": ({"applies_to": ["village"]}, "**Who owes it:** village"),
    "in_force": ({"in_force": {"from": "2024-05-06", "to": "2025-01-02"}}, "from 06/05/2024 to 02/01/2025"),
    "every": ({"every": ["Q1", "H1"]}, "first quarter, first half-year"),
    "per": ({"per": "project", "record": {**REGULATION, "subject": "project"}}, "one duty for each project"),
    "items": (
        {"per": "item", "items": ["tai-san-cong"], "every": "year", "record": {"section": "disclosures"}},
        "public assets (`tai-san-cong`)",
    ),
    "none": ({"none": words("there is none")}, "Not applicable: there is none"),
    "record": ({"record": {"section": "activities", "where": {"kind": "training"}}}, "training (`training`)"),
    "judge": ({"judge": "each"}, "the worst decides"),
    "follows": ({"follows": "R2"}, "the record that decided [R2](r2.md)"),
    "requires": ({"requires": GATE}, "## Applies only where"),
    "exempt": ({"exempt": [GATE]}, "the unit's headcount (`unit.headcount`) is at most 7"),
    "absent": ({"absent": "not_applicable"}, "Not applicable: there is no record."),
    "absent_reason": ({"absent": "needs_review", "absent_reason": words("because")}, "there is no record. because"),
    "absent_review": ({"absent_review": GATE}, "## Where an absent record needs review"),
    "nil": ({"nil": "accepted", "record": DISCLOSED}, "a record may say that nothing arose"),
    "due": ({"due": {"by": "06-10"}}, "**No later than:** 10/06"),
    "moot": ({"moot": words("does not arise")}, "Not applicable: does not arise"),
    "checks": ({"checks": ["plain"]}, "### plain"),
    "verified": ({"verified": False}, "not compared with the official or consolidated wording"),
    "note": ({"note": words("a note")}, "**Note:** a note"),
    "attest": ({"attest": {"question": words("was it done?"), "nil": True}}, "**Question to attest:** was it done?"),
}
DUE: dict[str, tuple[Data, str]] = {
    "by": ({"by": "06-10"}, "10/06 (day/month) of the year, that day included"),
    "before": ({"before": "06-10"}, "before 10/06"),
    "after_period": ({"after_period": "limit"}, "3 days after the last day of the period"),
    "period_end": ({"period_end": True}, "the last day of the period"),
    "done": ({"by": "06-10", "done": "date"}, "date (`date`)"),
    "late_as": ({"by": "06-10", "late_as": "needs_review"}, "needs review, not called late"),
    "early_as": ({"by": "06-10", "early_as": "needs_review"}, "done before its time begins"),
    "late_reason": (
        {"by": "06-10", "late_as": "needs_review", "late_reason": words("nobody is left")},
        "nobody is left",
    ),
    "basis": ({"by": "06-10", "basis": {"source": "luat", "article": 88}}, "Article 88"),
}
SELECTOR: dict[str, tuple[Data, str]] = {
    "section": ({"section": "petitions"}, "petitions and requests (`records.petitions`)"),
    "where": ({"where": {"kind": ["a", "b"]}}, "kind (`kind`): point a (`a`) or point b (`b`)"),
    "except_": ({"except": {"kind": "a"}}, "except kind (`kind`): point a (`a`)"),
    "open_if_absent": ({"where": {"kind": "a"}, "open_if_absent": ["kind"]}, "where it is not given, the duty needs"),
    "pick": ({"section": "boards", "pick": "newest"}, "the newest board"),
    "subject": ({"subject": "project"}, "**Told apart by:** project (`project`)"),
    "parts": ({"section": "documents", "parts": ["H1"]}, "**May also be for:** first half-year"),
    "total": ({"section": "activities", "total": "count"}, "adding up number of times (`count`)"),
}
CHECK: dict[str, tuple[Data, str]] = {
    "id": ({"id": "shown"}, "**Check id:** `shown`"),
    "title": ({"title": words("its title")}, "### its title"),
    "basis": ({"basis": {"source": "luat", "article": 66}}, "Article 66"),
    "severity": ({"severity": "minor"}, "**minor**"),
    "when": ({"when": {"fact": "has_portal", "is": True}}, "there is a portal (`unit.has_portal`): yes"),
    "options": ({"options": [{"given": {"of": "number"}}]}, "number (`number`) is given"),
    "verified": ({"verified": False}, "### c · **text not checked"),
    "fails_as": ({"fails_as": "needs_review"}, "**If not met:** needs review"),
}
USE: dict[str, tuple[Data, str]] = {
    "since": ({"since": "2025-03-04"}, "records dated 04/03/2025 or later"),
    "only": ({"only": {"number": "12"}}, "only records with number (`number`): `12`"),
    "except_": ({"except": {"number": "13"}}, "not records with number (`number`): `13`"),
}
OPTION: dict[str, tuple[Data, str]] = {
    "when": ({"when": {"fact": "has_council", "is": False}, "given": {"of": "date"}}, "`unit.has_council`): no: date"),
    "since": ({"since": "2025-03-04", "given": {"of": "date"}}, "for records dated 04/03/2025 or later: date"),
    "deadline": (
        {"deadline": {"done": "answered_on", "after": "received_on", "within": "limit"}},
        "day answered (`answered_on`) no later than 3 days after day received (`received_on`)",
    ),
    "posted": ({"posted": {"channel": "portal"}}, "disclosed through the portal (`portal`)"),
    "count": ({"count": {"of": "members", "at_least": 5}}, "members (`members`): at least 5"),
    "share": ({"share": {"part": "attended", "of": "entitled", "at_least": [2, 3]}}, "at least 2/3 of people entitled"),
    "one_of": ({"one_of": {"of": "chaired_by", "values": ["head"]}}, "who chairs (`chaired_by`): head (`head`)"),
    "all_of": ({"all_of": {"of": "agenda", "values": ["a", "b"]}}, "has all of point a (`a`) and point b (`b`)"),
    "none_of": ({"none_of": {"of": "members.positions", "values": ["manager"]}}, "has none of manager (`manager`)"),
    "not_before": ({"not_before": {"of": "date", "day": "2023-07-01"}}, "date (`date`) on 01/07/2023 or later"),
    "number": (
        {"number": {"of": "attended", "at_most": {"parameter": "size"}}},
        "people present (`attended`): at most 4 people",
    ),
    "fact": ({"fact": {"fact": "has_intranet", "is": True}}, "there is an intranet (`unit.has_intranet`): yes"),
    "represented": ({"represented": {"by": "members.village"}}, "every village is named in members' villages"),
    "given": ({"given": {"of": "date"}}, "date (`date`) is given"),
    "ordered": ({"ordered": {"first": "date", "then": "held_on"}}, "date (`date`) no later than day held (`held_on`)"),
    "lasted": (
        {"lasted": {"from": "from", "until": "until", "for": "limit", "first_day": "counted"}},
        "from from (`from`) to until (`until`) at least 3 days (the first day counted)",
    ),
    "term": ({"term": {"at_most": "years"}}, "the term is at most 2 years"),
    "both": (
        {"both": [{"channel": "portal"}, {"channel": "intranet"}]},
        "(`portal`) and disclosed through the intranet",
    ),
    "review": ({"review": True, "given": {"of": "date"}}, "it still needs a human eye"),
    "reason": (
        {"review": True, "reason": {"vi": "Vì sao?", "en": "Was it scattered?"}, "given": {"of": "date"}},
        "it still needs a human eye: Was it scattered?",
    ),
}
POSTED = {"channel": "notice_board"}
BY_DEADLINE = {"done": "answered_on", "within": "limit"}
DETAILS: list[tuple[Data, str]] = [
    ({"deadline": {**BY_DEADLINE, "before": "held_on"}}, "at least 3 days before day held"),
    (
        {"deadline": {**BY_DEADLINE, "after": "date", "since_audited_year": True}},
        "before the audited year is not asked",
    ),
    ({"deadline": {**BY_DEADLINE, "after": "date", "judged": False}}, "another rule judges lateness"),
    (
        {"deadline": {**BY_DEADLINE, "after": "date", "unless_given": "starts_on"}},
        "not asked where the record gives",
    ),
    ({"all_of": {"of": "sent.to", "values": ["mttq"], "together": True}}, "at the same time as the others"),
    ({"posted": {**POSTED, "for": "limit"}}, "for at least 3 days in a row"),
    ({"posted": {**POSTED, "villages": "all"}}, "in every village"),
    ({"posted": {**POSTED, "still": True}}, "still up on the day of the audit"),
    ({"count": {"of": "members", "at_least": 1, "equal_to": "head"}}, "(counting only head (`head`))"),
    ({"count": {"of": "members", "at_least": 5, "at_most": 9}}, "at least 5, at most 9"),
    ({"count": {"of": "members", "at_least": 5, "at_most": 5}}, "exactly 5"),
    ({"number": {"of": "attended", "at_least": {"fact": "households"}}}, "at least the number of households"),
    (
        {"share": {"part": "in_favour", "of_fact": "headcount", "more_than": [1, 2]}},
        "more than 1/2 of the unit's headcount",
    ),
    ({"share": {"part": "in_favour", "of": "attended", "less_than": [1, 2]}}, "less than 1/2 of people present"),
    ({"ordered": {"first": "date", "then": "held_on", "strict": True}}, "date (`date`) before day held"),
    (
        {"share": {"part": "attended", "of": "entitled", "of_fact": "headcount", "at_least": [2, 3]}},
        "of people entitled (`entitled`), or where that is not given the unit's headcount (`unit.headcount`)",
    ),
    ({"term": {"at_most": "years", "running": False}}, "the term is at most 2 years;"),
    (
        {"given": {"of": "date"}, "represented": {"by": "members.village"}},
        "(`members.village`) and date (`date`) is given",
    ),
]


@pytest.mark.parametrize(("model", "samples", "elsewhere"), [
    (Rule, RULE, ()), (Check, CHECK, ("name",)), (CheckUse, USE, ("check",)), (Option, OPTION, ()),
    (Rule.model_fields["record"].annotation, SELECTOR, ()), (get_args(Rule.model_fields["due"].annotation)[0], DUE, ()),
])  # fmt: skip
def test_every_word_of_the_language_has_a_sample_here(
    model: type[BaseModel], samples: Mapping[str, Any], elsewhere: Sequence[str]
) -> None:
    """A new word needs words in the handbook, and a sample that shows them. `elsewhere`: names used, never shown."""
    assert sorted(model.model_fields) == sorted((*samples, *elsewhere))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models(field.annotation)
    for inner in get_args(annotation):
        yield from _models(inner)


SHOWN_WHOLE = {"Words", "Cite", "Window", "DatedValue"}
"""Small models that are always shown with all they hold."""
AROUND = {"Option"}
"""Walked field by field: see `OPTION`."""


def test_the_fields_said_to_be_in_words_are_the_fields_there_are() -> None:
    phrased = {**questions.PHRASED, **check_cards.PHRASED, **duty.PHRASED}
    reached = {model for top in (Rule, Check, CheckUse, Parameter) for model in _models(top)}
    assert {model.__name__ for model in reached - {*phrased}} == SHOWN_WHOLE | AROUND
    for model in reached & {*phrased}:
        assert {*model.model_fields} == phrased[model], model.__name__


@pytest.mark.parametrize("word", RULE)
def test_a_rule_says(word: str, tmp_path: Path) -> None:
    over, shown = RULE[word]
    groups = [{"id": "g", "title": words("group")}, {"id": "h", "title": words("other group")}]
    one = rule(**over)
    if word == "attest":
        del one["record"], one["every"]
    text = page(tmp_path, one, rule("R2"), groups=groups)
    assert shown in text
    assert word == "id" or shown not in page(tmp_path / "without", rule(), rule("R2"), groups=groups)


@pytest.mark.parametrize(("nil", "answers"), [(True, "the answer is no."), (False, "the answer is no, or that the")])
def test_an_attested_duty_tells_what_each_answer_gives(nil: bool, answers: str, tmp_path: Path) -> None:
    one = {**rule(attest={"question": words("done?"), "nil": nil}, remedy=words("x"))}
    del one["record"], one["every"]
    text = page(tmp_path, one)
    assert "Passed: somebody responsible answers yes and is named." in text
    assert f"Defective: {answers}" in text
    assert "Needs review: nobody has answered" in text
    assert ("Not applicable:" in text) == nil


def test_what_a_duty_requires_is_no_reason_for_it(tmp_path: Path) -> None:
    needs = gate({"fact": "has_council", "is": False}, reason=words("a council hears it"))
    text = page(tmp_path, rule(requires=needs)).partition("## Applies only where")[2]
    assert text.startswith(
        "\n\n### There is a People's Council (`unit.has_council`): no\n\n- **Otherwise:** a council hears it"
    )


@pytest.mark.parametrize("word", DUE)
def test_a_due_date_says(word: str, tmp_path: Path) -> None:
    over, shown = DUE[word]
    assert shown in page(tmp_path, rule(every="year", due=over)).partition("## Due date")[2].partition("\n## ")[0]


@pytest.mark.parametrize("word", SELECTOR)
def test_a_selector_says(word: str, tmp_path: Path) -> None:
    over, shown = SELECTOR[word]
    assert shown in page(tmp_path, rule(record={"section": "documents", **over}))


@pytest.mark.parametrize("word", CHECK)
def test_a_check_says(word: str, tmp_path: Path) -> None:
    over, shown = CHECK[word]
    text = page(tmp_path, rule(checks=["c"]), checks=[check("c", {"given": {"of": "date"}}, **over)])
    assert shown in text.partition("## Checks")[2]


@pytest.mark.parametrize("word", USE)
def test_a_use_of_a_check_says(word: str, tmp_path: Path) -> None:
    over, shown = USE[word]
    assert shown in page(tmp_path, rule(checks=[{"check": "plain", **over}]))


@pytest.mark.parametrize(("over", "shown"), [*OPTION.values(), *DETAILS])
def test_an_option_says(over: Data, shown: str, tmp_path: Path) -> None:
    text = page(tmp_path, rule(checks=["c"]), checks=[check("c", over)])
    assert shown in text.partition("## Checks")[2].partition("Possible verdicts")[0]


def test_a_word_without_a_sentence_is_shown_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(duty.PHRASED, Rule, duty.PHRASED[Rule] - {"note"})
    monkeypatch.setitem(questions.PHRASED, questions.Ordered, frozenset({"first", "then"}))
    monkeypatch.delitem(questions._PHRASES, questions.NotBefore)
    strict = {"ordered": {"first": "date", "then": "held_on", "strict": True}}
    other = {"not_before": {"of": "date", "day": "2023-07-01"}}
    text = page(tmp_path, rule(note=words("seen"), checks=["c", "d"]), checks=[check("c", strict), check("d", other)])
    assert "**Also:** `note`: seen" in text
    assert "`strict`: `True`" in text
    assert "`not_before`: `of`: `date`; `day`: `2023-07-01`" in text


# --- numbers, versions, links, names ---------------------------------------------------------------------------------


def test_a_number_that_changes_tells_each_time_and_text(tmp_path: Path) -> None:
    values = [
        {"from": "2020-01-01", "value": 5, "basis": CITE},
        {"from": "2026-07-01", "value": 1, "basis": [], "verified": False},
    ]
    limit = parameter("limit", "working_days", 0, values=values, practice=True)
    deadline = {"deadline": {"done": "date", "after": "held_on", "within": "limit"}}
    text = page(tmp_path, rule(checks=["c"]), checks=[check("c", deadline)], parameters=[limit])
    assert "no later than 5 working days; from 01/07/2026, 1 working day after" in text
    assert "limit: 5 working days, from 01/01/2020 (Article 1, Law)" in text
    assert "limit: 1 working day, from 01/07/2026 (set by no text; text not checked" in text
    assert "the pack's own choice, which no text sets" in text


def test_versions_stand_on_one_page_the_newest_first(tmp_path: Path) -> None:
    text = page(
        tmp_path,
        rule(in_force={"from": "2020-01-01", "to": "2025-06-30"}, message=words("old")),
        rule(in_force={"from": "2025-07-01"}, message=words("new")),
    )
    assert text.index("## In force from 01/07/2025") < text.index("> new") < text.index("## In force from 01/01/2020")
    assert text.count("\n# ") == 1


def test_ids_in_sentences_are_links(tmp_path: Path) -> None:
    note = words("judged under LDC-2, not LDC-22 or XLDC-2.")
    text = page(tmp_path, rule("LDC-1", note=note), rule("LDC-2"))
    assert "judged under [LDC-2](ldc-2.md), not LDC-22 or XLDC-2." in text


@pytest.mark.parametrize("name", ["../R", "a/b", ".hidden", "INDEX", "a b", ""])
def test_an_id_that_is_no_file_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnnamedPage):
        bind(rulebook(tmp_path / "p", [rule(name)]), (), "vi")


def test_two_ids_of_one_file_name(tmp_path: Path) -> None:
    with pytest.raises(UnnamedPage) as caught:
        bind(rulebook(tmp_path / "p", [rule("Aa"), rule("aA")]), (), "vi")
    assert caught.value.rule == "aA"


# --- the index -------------------------------------------------------------------------------------------------------


def _cited(name: str, point: str | None, clause: int | None = 2, **over: Any) -> Data:
    return rule(name, basis={"source": "luat", "article": 3, "clause": clause, "point": point}, **over)


def test_the_index_is_in_the_order_of_clauses(tmp_path: Path) -> None:
    rules = [_cited("E", "e"), _cited("DD", "đ"), _cited("D", "d"), _cited("K10", None, 10), _cited("K2", None)]
    text = pages(rulebook(tmp_path / "p", rules))["index.md"]
    group, _, clauses = text.partition("## By clause")
    wanted = ["K2", "D", "DD", "E", "K10"]
    assert re.findall(r"^- \[(\w+)\]", group, re.MULTILINE) == wanted
    assert re.findall(r": \[(\w+)\]", clauses) == wanted
    assert "5 rules: 5 major" in group
    assert "- point đ, clause 2, Article 3, Law: [DD](dd.md)" in clauses


def test_the_index_tells_what_is_unverified_informational_and_not_checked(tmp_path: Path) -> None:
    book = rulebook(
        tmp_path / "p", [_cited("A", "a", verified=False), _cited("B", "b")], not_checked=[words("secrets")]
    )
    from dataclasses import replace

    from dcs_audit.law.model import Informational

    told = {
        "id": "INFO-1",
        "title": words("told"),
        "text": words("Somebody owes it."),
        "basis": CITE,
        "verified": False,
    }
    pack = replace(book.packs[0], informational=(Informational.model_validate(told),))
    text = pages(replace(book, packs=(pack,)))["index.md"]
    assert "1 of 2 rules not compared with the official wording" in text
    assert "1 for information only" in text
    assert "### told (INFO-1) · **text not checked" in text and "Somebody owes it." in text
    assert "- secrets" in text


# --- examples --------------------------------------------------------------------------------------------------------


def _cases(tmp_path: Path, *cases: str) -> list[Placed]:
    path = tmp_path / "a.test.yaml"
    base = "bases: {b: {as_of: 2026-11-20, year: 2026, unit: {name: A, type: state_agency}}}\ncases:\n"
    path.write_text(base + "".join(f"  - {{rule: R, base: b, {case}}}\n" for case in cases), encoding="utf-8")
    return [trial for trial in read_cases(path) if isinstance(trial, Placed)]


DOCUMENT = 'records: {documents: [{kind: democracy_regulation, number: 12, date: 2025-01-02, note: "có: dấu"}]}'


def test_an_example_is_the_first_case_that_passes_while_the_version_is_in_force(tmp_path: Path) -> None:
    cases = _cases(
        tmp_path,
        f"name: one, expect: missing, {DOCUMENT}",
        "name: two, expect: passed",
        f"name: three, expect: {{2025: passed, 2026: late}}, {DOCUMENT}",
        f"name: four, as_of: 2024-01-01, expect: passed, {DOCUMENT}",
        f"name: five, expect: passed, {DOCUMENT}",
    )
    old, new = (
        Rule.model_validate(rule(in_force=window))
        for window in ({"from": "2020-01-01", "to": "2024-12-31"}, {"from": "2025-01-01"})
    )
    before, after = example_of(old, cases), example_of(new, cases)
    assert before and after
    assert (before.name, before.as_of) == ("four", date(2024, 1, 1))
    assert after.name == "five"
    assert after.yaml == (
        "records:\n  documents:\n    - kind: democracy_regulation\n      number: 12\n"
        "      date: 2025-01-02\n      note: 'có: dấu'\n"
    )
    assert example_of(Rule.model_validate(rule("S")), cases) is None


def test_examples_read_as_the_cases_they_come_from() -> None:
    book = load_rulebook()
    cases = [trial for trial in collect(book).trials if isinstance(trial, Placed)]
    for placed in cases:
        assert read_yaml(as_yaml(placed.case.records)).data == placed.case.records, placed.label


# --- writers ---------------------------------------------------------------------------------------------------------


class _Html(HTMLParser):
    VOID = frozenset({"meta", "br", "link", "img"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        named = dict(attrs)
        if tag == "a":
            self.links.append(named["href"] or "")
        elif "src" in named or "href" in named or tag in ("script", "link", "img"):
            self.fetched.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def national() -> dict[tuple[str, Lang], dict[str, str]]:
    """The handbook of the national pack, in every form and language."""
    book = load_rulebook()
    cases = [trial for trial in collect(book).trials if isinstance(trial, Placed)]
    found: dict[tuple[str, Lang], dict[str, str]] = {}
    for lang in LANGS:
        volume = bind(book, cases, lang)
        found["md", lang], found["html", lang] = dict(markdown.render(volume)), dict(html.render(volume, lang))
    return found


def test_every_page_of_html_is_whole_and_its_links_lead_somewhere(national: Any) -> None:
    files = national["html", "vi"]
    assert len(files) == len(load_rulebook().rule_ids) + 1
    for name, text in files.items():
        read = _Html(text)
        assert (read.open, read.fetched) == ([], []), name
        assert {*read.links} <= {*files}, name
        assert "http" not in text and "url(" not in text and "@import" not in text, name
        assert name == "index.html" or "index.html" in read.links
    assert {*_Html(files["index.html"]).links} == {*files} - {"index.html"}


def test_html_is_dark_where_asked_and_prints(national: Any) -> None:
    text = national["html", "en"]["ldc-d11-k5.html"]
    assert '<html lang="en">' in text
    assert "@media (prefers-color-scheme: dark)" in text and "@media print" in text


def test_links_of_markdown_lead_somewhere(national: Any) -> None:
    files = national["md", "en"]
    for name, text in files.items():
        assert {*re.findall(r"\]\(([^)]*)\)", text)} <= {*files}, name


def test_no_blank_is_left_and_no_word_is_lacking(national: Any) -> None:
    for (form, lang), files in national.items():
        for name, text in files.items():
            prose = re.sub(r"<style>.*?</style>|<pre>.*?</pre>|```yaml.*?```", "", text, flags=re.DOTALL)
            assert not re.search(r"\bdoc\.[a-z]|\{[a-z_]+\}|None\b", prose), (form, lang, name)


def test_text_of_a_pack_is_no_markup(tmp_path: Path) -> None:
    book = rulebook(tmp_path / "p", [rule(title=words("<b>a</b> & *b*"), note=words("[x](http://y) `<i>`"))])
    volume = bind(book, (), "en")
    shown = dict(html.render(volume, "en"))["r.html"]
    assert "&lt;b&gt;a&lt;/b&gt; &amp; *b*" in shown and "<code>&lt;i&gt;</code>" in shown and "<b>" not in shown
    plain = dict(markdown.render(volume))["r.md"]
    assert r"# \<b\>a\</b\> & \*b\*" in plain and r"\[x\](http://y) `<i>`" in plain


def test_the_same_rulebook_gives_the_same_bytes(tmp_path: Path) -> None:
    books = [rulebook(tmp_path / folder / "p", [rule(), rule("S")]) for folder in "ab"]
    first, second = (bind(book, (), "vi") for book in books)
    assert [*html.render(first, "vi")] == [*html.render(second, "vi")]
    assert [*markdown.render(first)] == [*markdown.render(second)]

"""What the screen says, in both languages: labels of reports here, the rest in catalogues beside this one.

Blanks in braces; both languages of a key use the same blanks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import chain

from dcs_audit.locale import commands
from dcs_audit.locale.languages import Lang

_CATALOGUES = (
    "fleet",
    "evidence",
    "bundle",
    "calendar",
    "csv",
    "diff",
    "doctor",
    "docx",
    "explain",
    "init",
    "only",
    "outline",
    "overwriting",
    "rules_coverage",
    "rules_diff",
    "rules_doc",
    "rules_lint",
    "rules_test",
    "schema",
    "workbook",
    "xlsx",
)
"""Modules beside this one, each with its WORDS; read until a message is found, those that `check` needs first."""

_AT_HAND: dict[str, dict[Lang, str]] = {
    # The language of verdicts
    "status.passed": {"vi": "đạt", "en": "passed"},
    "status.missing": {"vi": "thiếu", "en": "missing"},
    "status.late": {"vi": "trễ hạn", "en": "late"},
    "status.defective": {"vi": "chưa đúng quy định", "en": "defective"},
    "status.pending": {"vi": "chưa đến hạn", "en": "pending"},
    "status.needs_review": {"vi": "cần xem lại", "en": "needs review"},
    "status.not_applicable": {"vi": "không áp dụng", "en": "not applicable"},
    "status.waived": {"vi": "được miễn trừ", "en": "waived"},
    "severity.critical": {"vi": "nghiêm trọng", "en": "critical"},
    "severity.major": {"vi": "lớn", "en": "major"},
    "severity.minor": {"vi": "nhỏ", "en": "minor"},
    "distance.late": {"vi": "trễ {days}", "en": "{days} late"},
    "distance.missing": {"vi": "quá hạn {days}", "en": "{days} overdue"},
    "distance.pending": {"vi": "còn {days}", "en": "{days} left"},
    "distance.last_day": {"vi": "hết hạn trong ngày", "en": "last day"},
    "type.commune": {"vi": "chính quyền cấp xã", "en": "commune (chính quyền cấp xã)"},
    "type.village": {"vi": "thôn, tổ dân phố", "en": "village or residential group (thôn, tổ dân phố)"},
    "type.state_agency": {"vi": "cơ quan nhà nước", "en": "state agency (cơ quan nhà nước)"},
    "type.public_service_unit": {
        "vi": "đơn vị sự nghiệp công lập",
        "en": "public service unit (đơn vị sự nghiệp công lập)",
    },
    "type.state_owned_enterprise": {
        "vi": "doanh nghiệp nhà nước",
        "en": "state-owned enterprise (doanh nghiệp nhà nước)",
    },
    "type.employer": {
        "vi": "doanh nghiệp, tổ chức khác có sử dụng lao động",
        "en": "other enterprise or employer (doanh nghiệp, tổ chức khác có sử dụng lao động)",
    },
    "subtype.xa": {"vi": "xã", "en": "xã"},
    "subtype.phuong": {"vi": "phường", "en": "phường"},
    "subtype.thi_tran": {"vi": "thị trấn", "en": "thị trấn"},
    "subtype.dac_khu": {"vi": "đặc khu", "en": "đặc khu"},
    # Numbers, periods, citations
    "day.one": {"vi": "{number} ngày", "en": "{number} day"},
    "day.many": {"vi": "{number} ngày", "en": "{number} days"},
    "duty.one": {"vi": "{number} nghĩa vụ", "en": "{number} duty"},
    "duty.many": {"vi": "{number} nghĩa vụ", "en": "{number} duties"},
    "violation.one": {"vi": "{number} tồn tại", "en": "{number} violation"},
    "violation.many": {"vi": "{number} tồn tại", "en": "{number} violations"},
    "unit.one": {"vi": "{number} đơn vị", "en": "{number} unit"},
    "unit.many": {"vi": "{number} đơn vị", "en": "{number} units"},
    "file.one": {"vi": "{number} tệp hồ sơ", "en": "{number} unit file"},
    "file.many": {"vi": "{number} tệp hồ sơ", "en": "{number} unit files"},
    "rule.one": {"vi": "{number} quy định kiểm tra", "en": "{number} rule"},
    "rule.many": {"vi": "{number} quy định kiểm tra", "en": "{number} rules"},
    "problem.one": {"vi": "{number} lỗi", "en": "{number} problem"},
    "problem.many": {"vi": "{number} lỗi", "en": "{number} problems"},
    "subjects": {"vi": "{number} trường hợp", "en": "{number} cases"},
    "times": {"vi": "{number} kỳ", "en": "{number} periods"},
    "period.year": {"vi": "năm {year}", "en": "year {year}"},
    "period.half1": {"vi": "6 tháng đầu năm {year}", "en": "first half of {year}"},
    "period.half2": {"vi": "6 tháng cuối năm {year}", "en": "second half of {year}"},
    "period.quarter": {"vi": "quý {number}/{year}", "en": "quarter {number}/{year}"},
    "period.month": {"vi": "tháng {number}/{year}", "en": "month {number}/{year}"},
    "cite.article": {"vi": "Điều {number}", "en": "Article {number}"},
    "cite.clause": {"vi": "khoản {number}", "en": "clause {number}"},
    "cite.point": {"vi": "điểm {number}", "en": "point {number}"},
    "line": {"vi": "dòng {line}", "en": "line {line}"},
    # The text report
    "title": {
        "vi": "KẾT QUẢ TỰ KIỂM TRA THỰC HIỆN DÂN CHỦ Ở CƠ SỞ",
        "en": "SELF-CHECK OF GRASSROOTS DEMOCRACY (thực hiện dân chủ ở cơ sở)",
    },
    "year_as_of": {"vi": "{year}, tính đến ngày {day}", "en": "{year}, as of {day}"},
    "label.type": {"vi": "Loại hình", "en": "Type"},
    "label.year": {"vi": "Năm", "en": "Year"},
    "label.packs": {"vi": "Bộ quy định", "en": "Rulebook"},
    "label.score": {"vi": "Điểm", "en": "Score"},
    "label.unit": {"vi": "Đơn vị", "en": "Unit"},
    "label.due": {"vi": "Thời hạn", "en": "Due"},
    "label.basis": {"vi": "Căn cứ", "en": "Basis"},
    "label.check": {"vi": "Tiêu chí", "en": "Check"},
    "label.expected": {"vi": "Yêu cầu", "en": "Expected"},
    "label.actual": {"vi": "Thực tế", "en": "Found"},
    "label.record": {"vi": "Hồ sơ", "en": "Record"},
    "label.remedy": {"vi": "Khắc phục", "en": "Remedy"},
    "label.reason": {"vi": "Lý do", "en": "Reason"},
    "label.fill_in": {"vi": "Cần điền", "en": "Fill in"},
    "label.waiver": {"vi": "Miễn trừ", "en": "Waiver"},
    "label.verdict": {"vi": "Kết luận", "en": "Verdict"},
    "label.note": {"vi": "Lưu ý", "en": "Note"},
    "rule_id": {"vi": "mã {id}", "en": "rule {id}"},
    "unverified": {
        "vi": "chưa đối chiếu văn bản hợp nhất",
        "en": "text not checked against the official consolidated wording",
    },
    "waiver": {"vi": "{who} đồng ý, đến hết ngày {until}", "en": "approved by {who}, until {until} inclusive"},
    "underlying": {"vi": "{status}, nếu không có miễn trừ", "en": "{status}, but for the waiver"},
    "weight": {"vi": "mức {severity}", "en": "{severity}"},
    "wants": {"vi": "yêu cầu {expected}; thực tế {actual}", "en": "expected {expected}; found {actual}"},
    "no_date": {"vi": "chưa rõ ngày", "en": "no date yet"},
    "no_score": {"vi": "không tính", "en": "none"},
    "heading.numbers": {"vi": "Tổng hợp {duties}", "en": "Summary of {duties}"},
    "heading.unanswered": {"vi": "Cần xác nhận ({number})", "en": "To be attested ({number})"},
    "unanswered": {
        "vi": "Hồ sơ không chứng minh được những việc sau; người có trách nhiệm trả lời trong records.attestations:",
        "en": "No record can show the following; whoever is responsible answers in records.attestations:",
    },
    "attested": {"vi": "theo xác nhận của đơn vị", "en": "as the unit attests"},
    "heading.to_do": {"vi": "Việc cần làm", "en": "What to do"},
    "heading.notices": {"vi": "Thông báo", "en": "Notices"},
    "heading.not_checked": {"vi": "Những gì chưa được kiểm tra", "en": "What was not checked"},
    "heading.fleet": {"vi": "Tổng hợp {number}", "en": "Roll-up of {number}"},
    "folded": {
        "vi": "Đạt: {passed}. Không áp dụng: {not_applicable}. Thêm --all để xem từng nghĩa vụ này.",
        "en": "Passed: {passed}. Not applicable: {not_applicable}. Add --all to see each of these duties.",
    },
    "fill_in": {
        "vi": "Điền {fact} vào tệp hồ sơ, rồi kiểm tra lại.",
        "en": "Fill in {fact} in the unit file, then check again.",
    },
    "to_settle": {"vi": "để có kết luận về {rules}", "en": "to settle {rules}"},
    "look_at": {"vi": "Xem lại hồ sơ và tự kết luận.", "en": "Look at the records and decide."},
    "due": {"vi": "thời hạn {when}", "en": "due {when}"},
    "nothing_to_do": {"vi": "Hiện không có tồn tại phải khắc phục.", "en": "No violation to put right at present."},
    "no_duty": {
        "vi": "Không có nghĩa vụ nào phát sinh cho đơn vị này, nên chưa có gì được kiểm tra.",
        "en": "No duty arises for this unit, so nothing was checked.",
    },
    "nothing_shown_to_do": {
        "vi": "Trong phần được hiển thị không có tồn tại phải khắc phục.",
        "en": "No violation to put right among the duties shown.",
    },
    "next_date": {
        "vi": "Việc sắp đến hạn gần nhất: {day} ({left}); xem mục Chưa đến hạn.",
        "en": "Next due date: {day} ({left}); see Pending.",
    },
    "trust": {
        "vi": "dcs-audit {version} · bộ suy luận {engine} · bộ quy định {rulebook} · tệp {path} {input}",
        "en": "dcs-audit {version} · engine {engine} · rulebook {rulebook} · file {path} {input}",
    },
    "heading.trust": {"vi": "Cơ sở của báo cáo này", "en": "What this report rests on"},
    "trust.tool": {"vi": "Phần mềm", "en": "Tool"},
    "trust.engine": {"vi": "Bộ suy luận", "en": "Engine"},
    "trust.agreed": {
        "vi": "{engines}: hai bộ suy luận độc lập cho cùng kết quả",
        "en": "{engines}: two independent engines that came to the same results",
    },
    "trust.alone": {
        "vi": "{engine}: chỉ một bộ suy luận, không đối chiếu",
        "en": "{engine}: one engine, not compared with another",
    },
    "trust.rulebook": {"vi": "Mã băm bộ quy định", "en": "Rulebook digest"},
    "trust.input": {"vi": "Tệp hồ sơ", "en": "Unit file"},
    "trust.unverified": {"vi": "Quy định chưa đối chiếu văn bản", "en": "Rules not checked against the text"},
    "trust.all_verified": {"vi": "không có", "en": "none"},
    "not_audited": {
        "vi": "Chưa kiểm tra được {number}, không có trong bảng trên:",
        "en": "Could not audit {number}, absent from the table above:",
    },
    "filter.only": {
        "vi": "Chỉ hiển thị {names} (--only); số liệu tổng hợp và điểm vẫn tính trên toàn bộ nghĩa vụ.",
        "en": "Only {names} shown (--only); the summary and the score still cover all duties.",
    },
    "filter.severity": {
        "vi": "Chỉ hiển thị tồn tại từ mức {severity} trở lên (--severity); "
        "số liệu tổng hợp và điểm vẫn tính trên toàn bộ nghĩa vụ.",
        "en": "Only violations of severity {severity} or above shown (--severity); "
        "the summary and the score still cover all duties.",
    },
    # Rules on the screen
    "every.standing": {"vi": "thường xuyên", "en": "standing"},
    "every.year": {"vi": "hằng năm", "en": "every year"},
    "every.half": {"vi": "06 tháng một lần", "en": "every half-year"},
    "every.quarter": {"vi": "hằng quý", "en": "every quarter"},
    "every.month": {"vi": "hằng tháng", "en": "every month"},
    "every.working_year": {"vi": "mỗi năm công tác", "en": "every working year"},
    "every.H1": {"vi": "06 tháng đầu năm", "en": "first half-year"},
    "every.H2": {"vi": "06 tháng cuối năm", "en": "second half-year"},
    "every.Q1": {"vi": "quý I", "en": "first quarter"},
    "every.Q2": {"vi": "quý II", "en": "second quarter"},
    "every.Q3": {"vi": "quý III", "en": "third quarter"},
    "every.Q4": {"vi": "quý IV", "en": "fourth quarter"},
    "label.rule": {"vi": "Mã", "en": "Rule"},
    "label.group": {"vi": "Nhóm", "en": "Group"},
    "label.severity": {"vi": "Mức độ", "en": "Severity"},
    "label.applies_to": {"vi": "Áp dụng", "en": "Applies to"},
    "label.in_force": {"vi": "Hiệu lực", "en": "In force"},
    "label.every": {"vi": "Định kỳ", "en": "How often"},
    "label.demand": {"vi": "Nội dung", "en": "Demand"},
    "in_force.from": {"vi": "từ {start}", "en": "from {start}"},
    "in_force.span": {"vi": "từ {start} đến hết {end}", "en": "from {start} to {end}"},
}
_AT_HAND.update(commands.WORDS)


class _Screen(Mapping[str, dict[Lang, str]]):
    """Every message, by its key; catalogues are read one after the other until the key is found."""

    def __getitem__(self, key: str) -> dict[Lang, str]:
        return _AT_HAND.get(key) or _found(key)

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(_catalogues())

    def __len__(self) -> int:
        return sum(map(len, _catalogues()))


SCREEN: Mapping[str, dict[Lang, str]] = _Screen()


@cache
def _found(key: str) -> dict[Lang, str]:
    for words in _catalogues():
        if key in words:
            return words[key]
    raise KeyError(key)


def _catalogues() -> Iterator[dict[str, dict[Lang, str]]]:
    yield _AT_HAND
    for name in _CATALOGUES:
        yield import_module(f"dcs_audit.locale.{name}").WORDS


def screen(key: str, lang: Lang, **blanks: object) -> str:
    """The message `key` in `lang`, its blanks filled in."""
    return SCREEN[key][lang].format_map(blanks)

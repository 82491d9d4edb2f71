"""Headings and labels of explanations, and the words of the command `explain`, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    # The command
    "help.explain_exits": {
        "vi": "Mã kết thúc:\n"
        "  0  đã giải thích, kể cả khi quy định không áp dụng cho đơn vị\n"
        "  2  sai cách dùng, không có quy định này, bộ quy định hỏng hoặc bộ suy luận lỗi\n"
        "  3  tệp hồ sơ không đọc được hoặc không hợp lệ",
        "en": "Exit codes:\n"
        "  0  explained, also where the rule gives the unit no duty\n"
        "  2  usage error, no such rule, bad rule pack or engine failure\n"
        "  3  the unit file cannot be read or is invalid",
    },
    "help.explain_unit": {
        "vi": "một tệp hồ sơ .yaml .yml .json, hoặc - để đọc từ đầu vào chuẩn",
        "en": "one unit file .yaml .yml .json, or - for standard input",
    },
    "help.explain_rule": {
        "vi": "mã quy định (mọi nghĩa vụ của nó), hoặc mã nghĩa vụ như LTCD-D15-K2@2026-M01, LDC-D41-K1#CT-01",
        "en": "rule id (all its duties), or duty id such as LTCD-D15-K2@2026-M01, LDC-D41-K1#CT-01",
    },
    "help.explain_evidence": {
        "vi": "đối chiếu các tệp mà hồ sơ nêu làm minh chứng với thư mục này; kết luận là kết luận sau khi đối chiếu",
        "en": "look up the files that records name as evidence in this folder; the verdict is the one after that",
    },
    "meta.one_unit": {"vi": "HỒ_SƠ", "en": "UNIT"},
    "meta.rule": {"vi": "MÃ", "en": "RULE"},
    "usage.explain_one": {
        "vi": "explain chỉ giải thích một hồ sơ; {path} có nhiều hồ sơ",
        "en": "explain looks at one unit; {path} holds several",
    },
    "usage.explain_other_pack": {
        "vi": "`{value}` thuộc bộ quy định {pack}; thêm --pack {pack}",
        "en": "`{value}` belongs to the pack {pack}; add --pack {pack}",
    },
    "usage.explain_duties": {
        "vi": "đơn vị này không có nghĩa vụ `{value}`; có: {duties}",
        "en": "this unit has no duty `{value}`; it has: {duties}",
    },
    # The page
    "explain.title": {"vi": "GIẢI THÍCH KẾT LUẬN", "en": "EXPLANATION OF A VERDICT"},
    "explain.rule": {"vi": "Quy định", "en": "Rule"},
    "explain.several": {"vi": "{duties}: {counts}", "en": "{duties}: {counts}"},
    "explain.one_of_them": {
        "vi": "Xem riêng một nghĩa vụ: dcs-audit explain HỒ_SƠ '{duty}'",
        "en": "One duty alone: dcs-audit explain UNIT '{duty}'",
    },
    "explain.none": {"vi": "Không có nghĩa vụ nào để giải thích", "en": "No duty to explain"},
    "explain.law": {"vi": "Căn cứ", "en": "Basis"},
    "explain.why.applies": {"vi": "Vì sao áp dụng", "en": "Why it applies"},
    "explain.why.not": {"vi": "Vì sao không áp dụng", "en": "Why it does not apply"},
    "explain.why.unclear": {"vi": "Vì sao chưa kết luận được", "en": "Why nobody can say yet"},
    "explain.records": {"vi": "Hồ sơ tìm thấy", "en": "Records found"},
    "explain.evidence": {"vi": "Minh chứng của hồ sơ", "en": "Evidence of the records"},
    "explain.deadline": {"vi": "Cách tính thời hạn", "en": "How the due date is counted"},
    "explain.checks": {"vi": "Từng tiêu chí", "en": "Check by check"},
    "explain.unasked": {"vi": "Tiêu chí không đặt ra", "en": "Checks not asked"},
    "explain.changes": {"vi": "Điều gì làm thay đổi kết luận", "en": "What would change the verdict"},
    "explain.cure": {"vi": "Còn khắc phục được gì", "en": "What can still be put right"},
    "explain.wording": {
        "vi": "Công cụ không chứa nguyên văn luật: câu trên là cách diễn đạt của bộ quy định; lời văn phải đọc ở chính "
        "văn bản.",
        "en": "The tool holds no full text of the law: the sentence above is the rulebook's own; the wording must be "
        "read in the text itself.",
    },
    "explain.counting": {
        "vi": "Điều khoản dẫn trên chỉ ấn định số ngày. Không tính ngày mốc, bỏ qua ngày nghỉ, dời hạn sang ngày "
        "làm việc kế tiếp là cách đếm chung của công cụ.",
        "en": "The clause cited sets only the number. Not counting the first day, skipping days off and moving an end "
        "to the next working day is the tool's general way of counting.",
    },
    "explain.tried": {
        "vi": "Kết luận sau mũi tên có được bằng cách sửa thử hồ sơ và kiểm tra lại; ngày, số trên hồ sơ phải đúng sự "
        "thật.",
        "en": "The verdict after an arrow comes from changing a copy of the file and auditing it again; dates and "
        "numbers on record must be true.",
    },
    "explain.text.original": {"vi": "đã đọc văn bản gốc", "en": "read in its original wording"},
    "explain.text.consolidated": {"vi": "đã đọc văn bản hợp nhất", "en": "read as consolidated"},
    "explain.text.not_read": {"vi": "chưa đọc văn bản này", "en": "this text was not read"},
    "explain.verified": {"vi": "đã đối chiếu với văn bản gốc", "en": "compared with the official text"},
    "explain.arrow_check": {
        "vi": "→ tiêu chí: {check}; kết luận: {status}",
        "en": "→ check: {check}; verdict: {status}",
    },
    "explain.for_check": {"vi": "Tiêu chí “{check}”", "en": "Check “{check}”"},
    "explain.way": {"vi": "Cách {number}", "en": "Way {number}"},
    "explain.way_shut": {"vi": "không mở cho đơn vị này", "en": "not open to this unit"},
    "explain.way_unknown": {"vi": "chưa biết có được dùng không", "en": "unknown whether it is open"},
    "explain.judged": {"vi": "Kết luận", "en": "Verdict"},
    # Labels of steps
    "explain.step.type": {"vi": "Loại hình", "en": "Type"},
    "explain.step.in_force": {"vi": "Hiệu lực", "en": "In force"},
    "explain.step.period": {"vi": "Kỳ", "en": "Period"},
    "explain.step.subject": {"vi": "Đối tượng", "en": "Subject"},
    "explain.step.requires": {"vi": "Điều kiện", "en": "Condition"},
    "explain.step.exempt": {"vi": "Loại trừ", "en": "Exemption"},
    "explain.step.absent_review": {"vi": "Chưa có hồ sơ", "en": "If absent"},
    "explain.step.fact": {"vi": "Dữ kiện", "en": "Fact"},
    "explain.step.moot": {"vi": "Phát sinh", "en": "Arises"},
    "explain.step.absent": {"vi": "Chưa có hồ sơ", "en": "If absent"},
    "explain.step.unknown": {"vi": "Chưa rõ", "en": "Unknown"},
    "explain.step.wanted": {"vi": "Cần có", "en": "Wanted"},
    "explain.step.record": {"vi": "Hồ sơ", "en": "Record"},
    "explain.step.evidence": {"vi": "Tệp", "en": "File"},
    "explain.step.trigger": {"vi": "Mốc tính", "en": "Starts from"},
    "explain.step.number": {"vi": "Số quy định", "en": "Number"},
    "explain.step.rule": {"vi": "Cách đếm", "en": "Counting"},
    "explain.step.count": {"vi": "Đếm", "en": "Count"},
    "explain.step.skipped": {"vi": "Bỏ qua", "en": "Skipped"},
    "explain.step.counted": {"vi": "Vẫn đếm", "en": "Counted"},
    "explain.step.moved": {"vi": "Dời hạn", "en": "Moved"},
    "explain.step.moved_over": {"vi": "Vì là", "en": "Because of"},
    "explain.step.due": {"vi": "Hạn", "en": "Due"},
    "explain.step.done": {"vi": "Đã làm", "en": "Done"},
    "explain.step.difference": {"vi": "So sánh", "en": "Compared"},
    "explain.step.posted": {"vi": "Đăng", "en": "Posted"},
    "explain.step.gap": {"vi": "Gián đoạn", "en": "Gap"},
    "explain.step.length": {"vi": "Số ngày", "en": "Days"},
    "explain.step.part": {"vi": "Số đạt", "en": "Part"},
    "explain.step.whole": {"vi": "Tổng số", "en": "Whole"},
    "explain.step.ratio": {"vi": "Phép so", "en": "Sum"},
    "explain.step.value": {"vi": "Đã ghi", "en": "Recorded"},
    "explain.step.bound": {"vi": "Mức so", "en": "Bound"},
    "explain.step.counted_record": {"vi": "Cộng", "en": "Added"},
    "explain.step.total": {"vi": "Tổng", "en": "Total"},
    "explain.step.first": {"vi": "Việc trước", "en": "First"},
    "explain.step.then": {"vi": "Việc sau", "en": "Then"},
    "explain.step.from": {"vi": "Từ ngày", "en": "From"},
    "explain.step.until": {"vi": "Đến ngày", "en": "Until"},
    "explain.step.limit": {"vi": "Tối đa", "en": "Limit"},
    "explain.step.unasked": {"vi": "Không hỏi", "en": "Not asked"},
    "explain.step.restated": {"vi": "Nhắc lại", "en": "Restated"},
    "explain.step.note": {"vi": "Lưu ý", "en": "Note"},
    "explain.step.informational": {"vi": "Để biết", "en": "Told only"},
    "explain.step.judged": {"vi": "Xét theo", "en": "Judged by"},
    "help.explain_format": {
        "vi": "dạng kết quả (mặc định: theo đuôi tệp của --output, nếu không thì text)",
        "en": "output format (default: what the ending of --output says, else text)",
    },
}

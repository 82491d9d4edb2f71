"""What is said about many units at once, in both languages: the report on a fleet, its progress, its options."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.units": {
        "vi": "tệp hồ sơ .yaml .yml .json .xlsx; tệp .jsonl mỗi dòng một hồ sơ; thư mục (kể cả thư mục con); mẫu tên "
        "tệp như 'xa-*.yaml'; - để đọc từ đầu vào chuẩn",
        "en": "unit files .yaml .yml .json .xlsx; .jsonl files with a record on each line; folders, with those below; "
        "patterns such as 'xa-*.yaml'; - for standard input",
    },
    "help.check_jobs": {
        "vi": "số tiến trình chạy song song (mặc định: 1 khi có ít hồ sơ, còn lại là số bộ xử lý)",
        "en": "parallel processes (default: 1 for few units, else the number of processors)",
    },
    "help.summary": {
        "vi": "chỉ in tổng hợp, không in báo cáo của từng đơn vị (mặc định khi có trên 10 đơn vị; chỉ với text)",
        "en": "print only the summary, not each unit's report (the default above 10 units; text only)",
    },
    "help.stdin_format": {
        "vi": "dạng của đầu vào chuẩn (mặc định: tự nhận biết)",
        "en": "format of standard input (default: told from its beginning)",
    },
    "error.no_records": {
        "vi": "{path}: không có hồ sơ nào",
        "en": "{path}: no record in this file",
    },
    "error.crashed": {
        "vi": "tiến trình kiểm tra hồ sơ này dừng đột ngột hai lần",
        "en": "the process that audited this record died, twice",
    },
    "error.timed_out": {
        "vi": "kiểm tra hồ sơ này quá {seconds} giây, cả hai lần thử (giới hạn: biến DCS_AUDIT_SECONDS)",
        "en": "auditing this record took more than {seconds} seconds, twice (limit: DCS_AUDIT_SECONDS)",
    },
    "talk.broken_off": {
        "vi": "Đã dừng theo yêu cầu: mới kiểm tra {number}, phần đã xong vẫn được ghi lại.",
        "en": "Stopped as asked: only {number} audited; what was finished is written.",
    },
    "progress.of": {
        "vi": "Đã kiểm tra {done}/{all} đơn vị · {rate} đơn vị/giây · còn {left}",
        "en": "{done} of {all} units audited · {rate} units/s · {left} left",
    },
    "progress.so_far": {
        "vi": "Đã kiểm tra {done} đơn vị · {rate} đơn vị/giây",
        "en": "{done} units audited · {rate} units/s",
    },
    "fleet.title": {
        "vi": "TỔNG HỢP KẾT QUẢ KIỂM TRA THỰC HIỆN DÂN CHỦ Ở CƠ SỞ",
        "en": "AUDIT OF GRASSROOTS DEMOCRACY (thực hiện dân chủ ở cơ sở): ROLL-UP",
    },
    "fleet.as_of": {"vi": "Tính đến", "en": "As of"},
    "fleet.broken_off": {
        "vi": "Đợt kiểm tra bị dừng giữa chừng: số liệu dưới đây chỉ của phần đã kiểm tra.",
        "en": "The run was broken off: the figures below are only of what had been audited.",
    },
    "fleet.total": {"vi": "{duties} của {units}", "en": "{duties} of {units}"},
    "fleet.heading.ratings": {"vi": "Theo xếp loại", "en": "By rating"},
    "fleet.heading.targets": {"vi": "Chỉ tiêu", "en": "Targets"},
    "fleet.heading.type": {"vi": "Theo loại hình", "en": "By type"},
    "fleet.heading.province": {"vi": "Theo tỉnh, thành phố", "en": "By province"},
    "fleet.heading.parent": {"vi": "Theo đơn vị cấp trên", "en": "By parent"},
    "fleet.heading.matrix": {"vi": "Số tồn tại theo nhóm nội dung", "en": "Violations by group of duties"},
    "fleet.heading.frequent": {"vi": "Tồn tại thường gặp nhất", "en": "Most frequent violations"},
    "fleet.heading.worst": {"vi": "Đơn vị có nhiều tồn tại nặng nhất", "en": "Units with the gravest violations"},
    "fleet.heading.not_audited": {"vi": "Chưa kiểm tra được {number}", "en": "Could not audit {number}"},
    "fleet.rating": {"vi": "Xếp loại", "en": "Rating"},
    "fleet.type": {"vi": "Loại hình", "en": "Type"},
    "fleet.province": {"vi": "Tỉnh, thành phố", "en": "Province"},
    "fleet.parent": {"vi": "Cấp trên", "en": "Parent"},
    "fleet.violation": {"vi": "Tồn tại", "en": "Violation"},
    "fleet.units": {"vi": "Đơn vị", "en": "Units"},
    "fleet.faulty": {"vi": "Có tồn tại", "en": "Faulty"},
    "fleet.violations": {"vi": "Tồn tại", "en": "Violations"},
    "fleet.severity": {"vi": "Mức", "en": "Severity"},
    "fleet.share": {"vi": "Tỷ lệ", "en": "Share"},
    "fleet.unrated": {"vi": "không xếp loại", "en": "not rated"},
    "fleet.unsaid": {"vi": "không ghi", "en": "not given"},
    "fleet.others": {"vi": "Khác ({number})", "en": "Others ({number})"},
    "fleet.other": {"vi": "Khác", "en": "Others"},
    "fleet.more_rules": {"vi": "… và {number} khác.", "en": "… and {number} more."},
    "fleet.more_units": {"vi": "… và {number} khác", "en": "… and {number} more"},
    "fleet.more_files": {"vi": "… và {number} khác", "en": "… and {number} more"},
    "fleet.no_violation": {"vi": "Không có tồn tại nào.", "en": "No violation."},
    "target.reached": {"vi": "{reached} / {counted} ({percent} %)", "en": "{reached} / {counted} ({percent} %)"},
    "target.met": {"vi": "đạt chỉ tiêu {percent} %", "en": "target of {percent} % met"},
    "target.not_met": {"vi": "chưa đạt chỉ tiêu {percent} %", "en": "target of {percent} % not met"},
    "target.open": {
        "vi": "chưa kết luận được chỉ tiêu {percent} %: còn đơn vị cần xem lại hoặc chưa đến hạn",
        "en": "target of {percent} % still open: some units are under review or pending",
    },
    "target.nobody": {"vi": "không có đơn vị nào thuộc diện tính", "en": "no unit counts"},
    "target.behind": {"vi": "Chưa đạt", "en": "Behind"},
    "target.apart": {"vi": "Tính riêng", "en": "Apart"},
    "target.apart.waived": {"vi": "đạt nhờ miễn trừ: {number}", "en": "achieved by a waiver: {number}"},
    "target.apart.needs_review": {"vi": "cần xem lại: {number}", "en": "under review: {number}"},
    "target.apart.pending": {"vi": "chưa đến hạn: {number}", "en": "pending: {number}"},
    "target.apart.exempt": {
        "vi": "không áp dụng, không tính: {number}",
        "en": "exempt, not counted: {number}",
    },
}

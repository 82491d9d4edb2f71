"""What `diff` says, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.compared": {"vi": "So sánh gì", "en": "What is compared"},
    "help.old": {
        "vi": "báo cáo trước: tệp do dcs-audit check --format json (một hoặc nhiều đơn vị) hoặc jsonl ghi ra",
        "en": "the earlier report: a file written by dcs-audit check --format json (one unit or several) or jsonl",
    },
    "help.new": {"vi": "báo cáo sau", "en": "the later report"},
    "help.diff_exits": {
        "vi": "Mã kết thúc:\n"
        "  0  không có tồn tại mới hoặc nặng hơn\n"
        "  1  có tồn tại mới hoặc nặng hơn, kể cả ở đơn vị chỉ có trong báo cáo sau\n"
        "  2  sai cách dùng\n"
        "  3  có tệp không đọc được hoặc không phải báo cáo",
        "en": "Exit codes:\n"
        "  0  nothing new or worse\n"
        "  1  something is new or worse, also in a unit that only the later report has\n"
        "  2  usage error\n"
        "  3  a file cannot be read or is no report",
    },
    "meta.old": {"vi": "TRƯỚC.json", "en": "OLD.json"},
    "meta.new": {"vi": "SAU.json", "en": "NEW.json"},
    # What is wrong with a file
    "saved.no_file": {
        "vi": "cần tệp báo cáo đã lưu, không phải thư mục, thiết bị hay đường ống: tệp được đọc hai lần",
        "en": "expected a saved report, no folder, device or pipe: the file is read twice",
    },
    "saved.empty_file": {
        "vi": "tệp trống: cần báo cáo do dcs-audit check --format json hoặc jsonl ghi ra",
        "en": "the file is empty: expected a report written by dcs-audit check --format json or jsonl",
    },
    "saved.file_too_large": {
        "vi": "một báo cáo trong tệp dài quá 64 triệu ký tự: hãy lưu nhiều đơn vị bằng --format jsonl",
        "en": "a report in this file is longer than 64 million characters: save several units with --format jsonl",
    },
    "saved.no_report": {
        "vi": "không phải báo cáo của dcs-audit: cần tệp do dcs-audit check --format json hoặc jsonl ghi ra",
        "en": "no report of dcs-audit: expected a file written by dcs-audit check --format json or jsonl",
    },
    "saved.version": {
        "vi": "dạng {schema} không thuộc phiên bản này, chỉ đọc được {known}: hãy kiểm tra lại hồ sơ để có báo cáo mới",
        "en": "format {schema} is not of this version, which reads {known}: audit the unit file anew",
    },
    "saved.other": {
        "vi": "{schema} không phải báo cáo kiểm tra: cần tệp do dcs-audit check --format json hoặc jsonl ghi ra",
        "en": "{schema} is no audit report: expected a file written by dcs-audit check --format json or jsonl",
    },
    "saved.no_units": {
        "vi": "báo cáo nhiều đơn vị thiếu danh sách units: tệp không nguyên vẹn",
        "en": "a report on several units without its list of units: the file is not whole",
    },
    "saved.lacks": {"vi": "thiếu nội dung này: báo cáo không nguyên vẹn", "en": "is missing: the report is not whole"},
    "saved.bad_value": {
        "vi": "giá trị không đúng dạng của báo cáo: tệp đã bị sửa hoặc hỏng",
        "en": "is not what a report has here: the file was changed or damaged",
    },
    "saved.narrowed": {
        "vi": "chỉ có {shown} trong {duties} nghĩa vụ: hãy lưu báo cáo không dùng --only và --severity",
        "en": "holds only {shown} of {duties} duties: save the report without --only and --severity",
    },
    "saved.changed": {
        "vi": "số liệu tổng hợp không khớp danh sách nghĩa vụ: tệp đã bị sửa hoặc hỏng",
        "en": "the counts do not fit the list of duties: the file was changed or damaged",
    },
    "talk.compared_with_care": {"vi": "Lưu ý: {warning}", "en": "Note: {warning}"},
    # The comparison
    "compare.title": {
        "vi": "SO SÁNH HAI LẦN KIỂM TRA THỰC HIỆN DÂN CHỦ Ở CƠ SỞ",
        "en": "TWO AUDITS OF GRASSROOTS DEMOCRACY (thực hiện dân chủ ở cơ sở) COMPARED",
    },
    "compare.label.old": {"vi": "Lần trước", "en": "Before"},
    "compare.label.new": {"vi": "Lần này", "en": "Now"},
    "compare.run": {
        "vi": "năm {year}, tính đến ngày {day}, {violations} ({path})",
        "en": "year {year}, as of {day}, {violations} ({path})",
    },
    "compare.runs": {"vi": "{units} ({path})", "en": "{units} ({path})"},
    "compare.heading.totals": {"vi": "Tổng hợp", "en": "Summary"},
    "compare.heading.new": {"vi": "Tồn tại mới ({number})", "en": "New violations ({number})"},
    "compare.heading.worse": {"vi": "Nặng hơn ({number})", "en": "Worse ({number})"},
    "compare.heading.fixed": {"vi": "Đã khắc phục, nay đạt ({number})", "en": "Put right, passed now ({number})"},
    "compare.heading.hidden": {
        "vi": "Không còn tính là tồn tại, nhưng chưa phải là đạt ({number})",
        "en": "No violation any more, but not passed either ({number})",
    },
    "compare.heading.eased": {"vi": "Nhẹ hơn, vẫn còn ({number})", "en": "Less grave, still open ({number})"},
    "compare.heading.open": {"vi": "Vẫn còn như trước ({number})", "en": "Still open ({number})"},
    "compare.heading.moved": {"vi": "Thay đổi khác ({number})", "en": "Other changes ({number})"},
    "compare.heading.rules": {
        "vi": "Quy định phát sinh tồn tại mới nhiều nhất",
        "en": "Rules most often newly violated",
    },
    "compare.heading.worst": {"vi": "Đơn vị xấu đi nhiều nhất", "en": "Units that fell back most"},
    "compare.heading.only_old": {
        "vi": "Chỉ có trong lần trước, nay không được kiểm tra ({number})",
        "en": "Only before, not audited now ({number})",
    },
    "compare.heading.only_new": {"vi": "Chỉ có trong lần này ({number})", "en": "Only now ({number})"},
    "compare.total.new": {"vi": "tồn tại mới", "en": "new"},
    "compare.total.newly_due": {"vi": "trong đó vừa quá hạn mà chưa làm", "en": "of these newly due and not done"},
    "compare.total.worse": {"vi": "nặng hơn", "en": "worse"},
    "compare.total.fixed": {"vi": "đã khắc phục, nay đạt", "en": "put right, passed now"},
    "compare.total.hidden": {
        "vi": "không còn tính, chưa phải là đạt",
        "en": "no violation any more, not passed either",
    },
    "compare.total.eased": {"vi": "nhẹ hơn, vẫn còn", "en": "less grave, still open"},
    "compare.total.open": {"vi": "vẫn còn như trước", "en": "still open"},
    "compare.total.moved": {"vi": "thay đổi khác, không phải tồn tại", "en": "other changes, no violations"},
    "compare.total.by_evidence": {
        "vi": "trong đó chỉ do minh chứng có dùng được hay không",
        "en": "of these only because evidence can be relied on, or not",
    },
    "compare.lacking": {"vi": "minh chứng không dùng được: {files}", "en": "unusable evidence: {files}"},
    "compare.looked": {"vi": "có đối chiếu", "en": "looked up"},
    "compare.not_looked": {"vi": "không đối chiếu", "en": "not looked up"},
    "compare.total.same": {"vi": "không đổi, không phải tồn tại", "en": "unchanged, no violations"},
    "compare.units.worse": {
        "vi": "đơn vị xấu đi: có tồn tại mới hoặc nặng hơn",
        "en": "units worse: something new or worse",
    },
    "compare.units.better": {
        "vi": "đơn vị tốt lên: có tồn tại được khắc phục hoặc nhẹ hơn, không có gì xấu đi",
        "en": "units better: something put right or eased, nothing new or worse",
    },
    "compare.units.same": {"vi": "đơn vị không tốt lên, không xấu đi", "en": "units neither better nor worse"},
    "compare.units": {"vi": "So sánh {units}", "en": "{units} compared"},
    "compare.nothing": {
        "vi": "Không có tồn tại nào mới, nặng hơn hoặc đã khắc phục.",
        "en": "Nothing is new, worse or put right.",
    },
    "compare.from_to": {"vi": "{before} → {after}", "en": "{before} → {after}"},
    "compare.absent": {"vi": "không có nghĩa vụ này", "en": "no such duty"},
    "compare.newly_due": {"vi": "vừa quá hạn", "en": "newly due"},
    "compare.failed": {"vi": "{number} tiêu chí chưa đạt", "en": "checks failed: {number}"},
    "compare.violation": {"vi": "Quy định", "en": "Rule"},
    "compare.duties": {"vi": "Nghĩa vụ", "en": "Duties"},
    "compare.column.new": {"vi": "Mới", "en": "New"},
    "compare.column.worse": {"vi": "Nặng hơn", "en": "Worse"},
    "compare.column.fixed": {"vi": "Hết tồn tại", "en": "Gone"},
    "compare.column.open": {"vi": "Vẫn còn", "en": "Open"},
    "compare.with_violations": {"vi": "{name}: {violations}", "en": "{name}: {violations}"},
    "compare.more": {"vi": "… và {number} nữa", "en": "… and {number} more"},
    "compare.doubt.unit": {
        "vi": "Hai báo cáo của đơn vị khác nhau: {old} và {new}.",
        "en": "The two reports are of different units: {old} and {new}.",
    },
    "compare.doubt.year": {
        "vi": "Hai báo cáo của năm khác nhau: {old} và {new}.",
        "en": "The two reports are of different years: {old} and {new}.",
    },
    "compare.doubt.rulebook": {
        "vi": "Bộ quy định khác nhau ({old} và {new}): có thể có thay đổi do quy định chứ không phải do đơn vị.",
        "en": "The rulebooks differ ({old} and {new}): some changes may be the rules', not the unit's.",
    },
    "compare.doubt.order": {
        "vi": "Báo cáo sau tính đến ngày {new}, trước ngày của báo cáo trước ({old}): có thể đã đảo thứ tự hai tệp.",
        "en": "The later report is as of {new}, before the earlier one ({old}): perhaps the files are swapped.",
    },
    "compare.doubt.evidence": {
        "vi": "Minh chứng (--evidence): lần trước {old}, lần này {new}; có thể có thay đổi do đó.",
        "en": "Evidence (--evidence): {old} before, {new} now; some changes may come from that.",
    },
    "compare.doubts.unit": {
        "vi": "{units} được ghép theo đường dẫn vì tên, loại hình hoặc cấp trên đã đổi: {names}.",
        "en": "{units} matched by path, since name, type or parent changed: {names}.",
    },
    "compare.doubts.year": {
        "vi": "{units} có hai báo cáo của năm khác nhau: {names}.",
        "en": "{units} with reports of different years: {names}.",
    },
    "compare.doubts.rulebook": {
        "vi": "{units} có bộ quy định khác nhau giữa hai lần: có thể có thay đổi do quy định chứ không do đơn vị.",
        "en": "{units} audited with different rulebooks: some changes may be the rules', not the units'.",
    },
    "compare.doubts.order": {
        "vi": "{units} có báo cáo sau tính đến ngày sớm hơn báo cáo trước: có thể đã đảo thứ tự hai tệp.",
        "en": "{units} with a later report as of an earlier day: perhaps the files are in the wrong order.",
    },
    "compare.doubts.evidence": {
        "vi": "{units} chỉ được đối chiếu minh chứng (--evidence) ở một trong hai lần: {names}.",
        "en": "{units} whose evidence was looked up (--evidence) in one of the runs only: {names}.",
    },
    "compare.not_audited": {
        "vi": "Lần này chưa kiểm tra được {files}, không có gì để so sánh: {names}.",
        "en": "Could not audit {files} now, so there is nothing to compare: {names}.",
    },
    "compare.gone": {
        "vi": "{units} của lần trước không có trong lần này: tồn tại của các đơn vị đó không được coi là đã khắc phục.",
        "en": "{units} of before not found now: their violations do not count as put right.",
    },
}

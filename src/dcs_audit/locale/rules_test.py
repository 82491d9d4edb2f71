"""What `rules test` says, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.rules_test": {"vi": "Chạy các ca kiểm tra của quy định", "en": "Run the cases beside the rules"},
    "help.test_k": {
        "vi": "chỉ các ca mà mã quy định hoặc tên ca có đoạn chữ này; với --mutate: chỉ các quy định có mã như vậy",
        "en": "only cases whose rule id or name holds this text; with --mutate: only rules with such an id",
    },
    "help.test_mutate": {
        "vi": "sửa sai từng điều kiện, ngưỡng, ngày một lần và liệt kê chỗ sửa mà không ca nào phát hiện",
        "en": "spoil each condition, threshold and date in turn, and list what no case notices",
    },
    "help.test_jobs": {
        "vi": "số tiến trình chạy song song của --mutate (mặc định: số bộ xử lý)",
        "en": "parallel processes of --mutate (default: the number of processors)",
    },
    "meta.text": {"vi": "CHỮ", "en": "TEXT"},
    "usage.jobs": {
        "vi": "`{value}` không phải số tiến trình; viết một số từ 1 trở lên",
        "en": "`{value}` is no number of processes; write a number from 1 up",
    },
    "usage.nothing_to_test": {
        "vi": "không có ca kiểm tra nào để chạy; chưa kiểm tra được gì",
        "en": "there is no case to run; nothing was tested",
    },
    "usage.no_such_test": {
        "vi": "-k: không có quy định hoặc ca nào có “{text}”; chưa kiểm tra được gì",
        "en": "-k: no rule or case holds “{text}”; nothing was tested",
    },
    "usage.jobs_alone": {"vi": "--jobs chỉ dùng cùng --mutate", "en": "--jobs goes with --mutate only"},
    "talk.cases_first": {
        "vi": "Có ca chưa đúng với bộ quy định hiện tại: sửa xong mới thử được --mutate.",
        "en": "Some cases do not hold of the rules as they are: --mutate can only be tried after that is mended.",
    },
    "progress.cases": {"vi": "Đã chạy {done}/{all} ca", "en": "{done} of {all} cases run"},
    "progress.mutants": {"vi": "Đã thử {done}/{all} chỗ sửa", "en": "{done} of {all} mutants tried"},
    # Cases
    "case.one": {"vi": "{number} ca", "en": "{number} case"},
    "case.many": {"vi": "{number} ca", "en": "{number} cases"},
    "window.one": {"vi": "{number} thời hạn hiệu lực", "en": "{number} window"},
    "window.many": {"vi": "{number} thời hạn hiệu lực", "en": "{number} windows"},
    "failure.one": {"vi": "{number} sai", "en": "{number} fails"},
    "failure.many": {"vi": "{number} sai", "en": "{number} fail"},
    "test.all_hold": {"vi": "đều đúng", "en": "all hold"},
    "test.total": {"vi": "Tổng cộng {number}: {outcome}", "en": "{number} in all: {outcome}"},
    "test.failures": {"vi": "Ca sai", "en": "Cases that fail"},
    "outcome.passed": {"vi": "đạt", "en": "passed"},
    "outcome.violation": {"vi": "tồn tại", "en": "violation"},
    "outcome.pending": {"vi": "chưa đến hạn", "en": "pending"},
    "outcome.needs_review": {"vi": "cần xem lại", "en": "needs review"},
    "outcome.not_applicable": {"vi": "không áp dụng", "en": "not applicable"},
    "label.differs": {"vi": "Khác", "en": "Differs"},
    "label.verdict_got": {"vi": "Kết quả", "en": "Result"},
    "label.arithmetic": {"vi": "Thời hạn", "en": "Due"},
    "differs.both": {
        "vi": "{aspect}: mong đợi {expected}; được {got}",
        "en": "{aspect}: expected {expected}; got {got}",
    },
    "differs.nothing": {"vi": "không có", "en": "nothing"},
    "aspect.duties": {"vi": "nghĩa vụ", "en": "duties"},
    "aspect.status": {"vi": "kết luận {of}", "en": "status {of}"},
    "aspect.check": {"vi": "tiêu chí {of}", "en": "check {of}"},
    "aspect.verified": {"vi": "đã đối chiếu văn bản {of}", "en": "verified {of}"},
    "aspect.severity": {"vi": "mức độ {of}", "en": "severity {of}"},
    "aspect.due": {"vi": "thời hạn {of}", "en": "due {of}"},
    "aspect.days": {"vi": "số ngày {of}", "en": "days {of}"},
    "aspect.facts": {"vi": "cần điền {of}", "en": "facts {of}"},
    "aspect.declared": {"vi": "hiệu lực {of}", "en": "in force {of}"},
    "differs.unreadable": {"vi": "hồ sơ của ca không hợp lệ: {got}", "en": "the case's records are invalid: {got}"},
    "differs.failed": {"vi": "chưa kiểm tra được: {got}", "en": "could not be audited: {got}"},
    "differs.arises": {
        "vi": "ngày {of} phải phát sinh nghĩa vụ, nhưng không có",
        "en": "on {of} a duty must arise, but none does",
    },
    "differs.ends": {
        "vi": "tính đến ngày {of} không được phát sinh nghĩa vụ, nhưng lại có",
        "en": "as of {of} no duty may arise, but one does",
    },
    # Mutants
    "mutant.one": {"vi": "{number} chỗ sửa", "en": "{number} mutant"},
    "mutant.many": {"vi": "{number} chỗ sửa", "en": "{number} mutants"},
    "mutants.killed": {"vi": "{number} bị phát hiện", "en": "{number} killed"},
    "mutants.survived": {"vi": "{number} không ca nào phát hiện", "en": "{number} survived"},
    "mutants.none": {"vi": "Không có chỗ nào để sửa thử.", "en": "There is nothing to mutate."},
    "mutants.total": {"vi": "Tổng cộng {number}: {outcome}", "en": "{number} in all: {outcome}"},
    "mutants.survivors": {"vi": "Không ca nào phát hiện", "en": "Survivors"},
    "mutants.rule": {"vi": "quy định {name}", "en": "rule {name}"},
    "mutants.check": {"vi": "tiêu chí {name}", "en": "check {name}"},
    "mutants.parameter": {"vi": "tham số {name}", "en": "parameter {name}"},
    "mutants.changed": {"vi": "{path}: {old} → {new}", "en": "{path}: {old} -> {new}"},
    "mutants.dropped": {"vi": "bỏ {path}: {old}", "en": "without {path}: {old}"},
    "mutants.compared": {"vi": "so sánh {path}: {old} → {new}", "en": "comparison {path}: {old} -> {new}"},
}

"""Conditions, questions and verdicts of rules as the handbook words them, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

HANDBOOK: dict[str, dict[Lang, str]] = {
    # Conditions on the unit's facts
    "doc.c.is_yes": {"vi": "{of}: có", "en": "{of}: yes"},
    "doc.c.is_no": {"vi": "{of}: không", "en": "{of}: no"},
    "doc.c.present_yes": {"vi": "có ghi {of}", "en": "{of} is given"},
    "doc.c.present_no": {"vi": "không ghi {of}", "en": "{of} is not given"},
    "doc.c.at_most": {"vi": "{of} không quá {number}", "en": "{of} is at most {number}"},
    "doc.c.at_least": {"vi": "{of} từ {number} trở lên", "en": "{of} is at least {number}"},
    "doc.c.less_than": {"vi": "{of} dưới {number}", "en": "{of} is less than {number}"},
    "doc.c.more_than": {"vi": "{of} trên {number}", "en": "{of} is more than {number}"},
    # Questions
    "doc.q.where": {"vi": "khi {when}: {what}", "en": "where {when}: {what}"},
    "doc.q.since": {"vi": "với hồ sơ từ ngày {day}: {what}", "en": "for records dated {day} or later: {what}"},
    "doc.q.review_of": {
        "vi": "{what} (đạt theo cách này vẫn cần người xem lại: {reason})",
        "en": "{what} (met in this way, it still needs a human eye: {reason})",
    },
    "doc.q.review": {
        "vi": "(đạt theo cách này vẫn cần người xem lại)",
        "en": "(met in this way, it still needs a human eye)",
    },
    "doc.q.is": {"vi": "{of}: {values}", "en": "{of}: {values}"},
    "doc.q.is_not": {"vi": "trừ {of}: {values}", "en": "except {of}: {values}"},
    "doc.q.all_of": {"vi": "{of} có đủ {values}", "en": "{of} has all of {values}"},
    "doc.q.together": {"vi": "gửi đồng thời với các nơi khác", "en": "at the same time as the others"},
    "doc.q.none_of": {"vi": "{of} không có {values}", "en": "{of} has none of {values}"},
    "doc.q.after": {
        "vi": "{done} chậm nhất {length} kể từ {event}",
        "en": "{done} no later than {length} after {event}",
    },
    "doc.q.before": {"vi": "{done} ít nhất {length} trước {event}", "en": "{done} at least {length} before {event}"},
    "doc.q.unless_given": {
        "vi": "không hỏi khi hồ sơ có {of} mà không có {event}",
        "en": "not asked where the record gives {of} and not {event}",
    },
    "doc.q.since_audited_year": {
        "vi": "việc phát sinh trước năm kiểm tra mà đã làm thì không hỏi lại",
        "en": "what was done about events before the audited year is not asked",
    },
    "doc.q.not_judged": {
        "vi": "chỉ để biết còn chờ đến khi nào; việc trễ hạn được xét ở quy định khác",
        "en": "only tells until when it may still come; another rule judges lateness",
    },
    "doc.q.posted": {"vi": "công khai qua {channel}", "en": "disclosed through {channel}"},
    "doc.q.posted_for": {"vi": "ít nhất {length} liên tục", "en": "for at least {length} in a row"},
    "doc.q.villages": {"vi": "ở mọi thôn, tổ dân phố", "en": "in every village"},
    "doc.q.still": {"vi": "còn niêm yết tại ngày kiểm tra", "en": "still up on the day of the audit"},
    "doc.q.at_least": {"vi": "{of}: ít nhất {low}", "en": "{of}: at least {low}"},
    "doc.q.at_most": {"vi": "{of}: nhiều nhất {high}", "en": "{of}: at most {high}"},
    "doc.q.exactly": {"vi": "{of}: đúng {low}", "en": "{of}: exactly {low}"},
    "doc.q.between": {"vi": "{of}: ít nhất {low}, nhiều nhất {high}", "en": "{of}: at least {low}, at most {high}"},
    "doc.q.equal_to": {"vi": "(chỉ đếm {value})", "en": "(counting only {value})"},
    "doc.q.share_at_least": {
        "vi": "{part} ít nhất {top}/{bottom} {of}",
        "en": "{part} at least {top}/{bottom} of {of}",
    },
    "doc.q.share_more_than": {"vi": "{part} trên {top}/{bottom} {of}", "en": "{part} more than {top}/{bottom} of {of}"},
    "doc.q.share_less_than": {"vi": "{part} dưới {top}/{bottom} {of}", "en": "{part} less than {top}/{bottom} of {of}"},
    "doc.q.else": {"vi": "nếu hồ sơ không ghi thì", "en": "or where that is not given"},
    "doc.q.not_before": {"vi": "{of} từ ngày {day} trở đi", "en": "{of} on {day} or later"},
    "doc.q.represented": {
        "vi": "mọi thôn, tổ dân phố đều có trong {by}",
        "en": "every village is named in {by}",
    },
    "doc.q.given": {"vi": "có ghi {of}", "en": "{of} is given"},
    "doc.q.ordered": {"vi": "{first} không muộn hơn {then}", "en": "{first} no later than {then}"},
    "doc.q.ordered_strict": {"vi": "{first} trước {then}", "en": "{first} before {then}"},
    "doc.q.lasted": {
        "vi": "từ {start} đến {until} ít nhất {length} ({first})",
        "en": "from {start} to {until} at least {length} ({first})",
    },
    "doc.q.first_day_counted": {"vi": "tính cả ngày đầu", "en": "the first day counted"},
    "doc.q.first_day_not_counted": {"vi": "không tính ngày đầu", "en": "the first day not counted"},
    "doc.q.term_over": {
        "vi": "nhiệm kỳ không quá {length}; có thể đã hết tại ngày kiểm tra",
        "en": "the term is at most {length}; it may be over on the day of the audit",
    },
    "doc.q.term_running": {
        "vi": "nhiệm kỳ không quá {length} và chưa hết tại ngày kiểm tra",
        "en": "the term is at most {length} and not over on the day of the audit",
    },
    # Verdicts
    "doc.v.line": {"vi": "{status}: {what}", "en": "{status}: {what}"},
    "doc.v.passed.attest": {
        "vi": "người có trách nhiệm trả lời “có” và ghi tên.",
        "en": "somebody responsible answers yes and is named.",
    },
    "doc.v.passed.record": {"vi": "có hồ sơ như trên.", "en": "there is such a record."},
    "doc.v.passed.any": {
        "vi": "có ít nhất một bản ghi đáp ứng mọi tiêu chí.",
        "en": "at least one record meets every check.",
    },
    "doc.v.passed.each": {
        "vi": "có bản ghi, và mọi bản ghi đáp ứng mọi tiêu chí.",
        "en": "there is a record, and every record meets every check.",
    },
    "doc.v.passed.newest": {
        "vi": "có bản ghi, và bản ghi mới nhất đáp ứng mọi tiêu chí.",
        "en": "there is a record, and the newest one meets every check.",
    },
    "doc.v.missing.due": {
        "vi": "đã qua thời hạn mà chưa có hồ sơ.",
        "en": "the due date has passed and there is no record.",
    },
    "doc.v.missing.standing": {
        "vi": "chưa có hồ sơ tại ngày kiểm tra.",
        "en": "there is no record on the day of the audit.",
    },
    "doc.v.missing.period": {"vi": "kỳ này chưa có hồ sơ.", "en": "there is no record for the period."},
    "doc.v.late.due": {"vi": "đã thực hiện nhưng sau thời hạn.", "en": "done, but after the due date."},
    "doc.v.late.check": {
        "vi": "đã thực hiện nhưng sau thời hạn của một tiêu chí.",
        "en": "done, but after the time limit of a check.",
    },
    "doc.v.defective.check": {
        "vi": "có hồ sơ nhưng một tiêu chí không đạt.",
        "en": "there is a record, but a check fails.",
    },
    "doc.v.defective.attest": {
        "vi": "câu trả lời là “không” hoặc “không phát sinh”.",
        "en": "the answer is no, or that the matter did not arise.",
    },
    "doc.v.defective.attest_nil": {"vi": "câu trả lời là “không”.", "en": "the answer is no."},
    "doc.v.pending.due": {
        "vi": "chưa có hồ sơ và còn trong thời hạn.",
        "en": "there is no record and the due date is still ahead.",
    },
    "doc.v.pending.check": {
        "vi": "một tiêu chí còn trong thời hạn.",
        "en": "the time limit of a check is still ahead.",
    },
    "doc.v.review.attest": {
        "vi": "chưa ai trả lời, hoặc câu trả lời không rõ.",
        "en": "nobody has answered, or the answer is unknown.",
    },
    "doc.v.review.unknown": {
        "vi": "một dữ kiện cần cho kết luận còn bỏ trống trong hồ sơ.",
        "en": "a fact that decides it is left blank in the file.",
    },
    "doc.v.review.absent": {"vi": "chưa có hồ sơ.", "en": "there is no record."},
    "doc.v.review.gate": {
        "vi": "chưa có hồ sơ, khi {when}.",
        "en": "there is no record, where {when}.",
    },
    "doc.v.review.late": {
        "vi": "có hồ sơ nhưng sau thời hạn; không gọi là trễ hạn.",
        "en": "there is a record after the due date; it is not called late.",
    },
    "doc.v.review.early": {
        "vi": "thực hiện trước khi kỳ bắt đầu.",
        "en": "done before its time begins.",
    },
    "doc.v.review.check": {"vi": "không đạt tiêu chí “{check}”.", "en": "the check “{check}” is not met."},
    "doc.v.na.absent": {"vi": "chưa có hồ sơ.", "en": "there is no record."},
    "doc.v.na.requires": {"vi": "không thuộc diện áp dụng: {reason}", "en": "outside its scope: {reason}"},
    "doc.v.na.exempt": {"vi": "được loại trừ: {reason}", "en": "exempt: {reason}"},
}

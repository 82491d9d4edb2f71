"""What would change a verdict and what is left to do about it, in both languages."""

WORDS: dict[str, dict[str, str]] = {
    # What would change the verdict
    "x.then.checks": {"vi": "còn: {checks}", "en": "still: {checks}"},
    "x.then.fill_in": {"vi": "còn phải ghi: {facts}", "en": "still to fill in: {facts}"},
    "x.then.others": {"vi": "khi đó có {number} nghĩa vụ: {counts}", "en": "there are then {number} duties: {counts}"},
    "x.then.none": {"vi": "khi đó không còn nghĩa vụ này", "en": "the duty is then gone"},
    "x.number_of": {"vi": "{number} {status}", "en": "{number} {status}"},
    "x.waiver_over": {
        "vi": "miễn trừ hết hiệu lực sau ngày {until}; đến {day} mà hồ sơ vẫn như nay",
        "en": "the waiver ends on {until}; on {day}, with the file as it is",
    },
    "x.fill_in": {"vi": "ghi {fact} vào tệp", "en": "fill in {fact}"},
    "x.if_value": {"vi": "{of}: {value}", "en": "{of}: {value}"},
    "x.if_given": {"vi": "nếu có ghi {of}", "en": "{of} given"},
    "x.if_absent": {"vi": "nếu không ghi {of}", "en": "{of} not given"},
    "x.no_entries": {"vi": "danh sách rỗng (không có)", "en": "an empty list (none)"},
    "x.answer.yes": {"vi": "trả lời “có” (yes), ghi người và ngày xác nhận", "en": "the answer yes, with who and when"},
    "x.answer.no": {"vi": "trả lời “không” (no)", "en": "the answer no"},
    "x.answer.none": {"vi": "trả lời “không phát sinh” (none)", "en": "the answer none (did not arise)"},
    "x.on_day": {"vi": "đến {day} mà hồ sơ vẫn như nay", "en": "on {day}, with the file as it is"},
    "x.submit": {
        "vi": "làm việc này và ghi vào tệp một mục: {wanted}",
        "en": "do it and add an entry to the file: {wanted}",
    },
    "x.if_record": {"vi": "khi trong tệp có {wanted}", "en": "once the file has {wanted}"},
    "x.if_other_record": {
        "vi": "khi hồ sơ này thuộc trường hợp mà các tiêu chí của quy định đặt ra",
        "en": "once the record is of the kind that the checks of the rule ask about",
    },
    "x.all_together": {"vi": "tất cả các điểm trên cùng lúc", "en": "all of these at once"},
    "x.no_later": {"vi": "{field}: không muộn hơn {day}", "en": "{field}: no later than {day}"},
    "x.no_sooner": {"vi": "{field}: không sớm hơn {day}", "en": "{field}: no earlier than {day}"},
    "x.do_today": {"vi": "{field}: làm ngay hôm nay, {day}", "en": "{field}: done today, {day}"},
    "x.more_of": {"vi": "{field}: thêm {number}, thành {total}", "en": "{field}: {number} more, {total} in all"},
    "x.less_of": {"vi": "{field}: bớt {number}, còn {total}", "en": "{field}: {number} fewer, {total} in all"},
    "x.be": {"vi": "{field}: {value}", "en": "{field}: {value}"},
    "x.not_nil": {
        "vi": "công khai nội dung này thay vì khai “không phát sinh”",
        "en": "disclose it instead of saying that nothing arose",
    },
    "x.add": {"vi": "{field}: thêm {values}", "en": "{field}: add {values}"},
    "x.remove": {"vi": "{field}: không còn {values}", "en": "{field}: none of {values}"},
    "x.new_term": {"vi": "bầu lại cho nhiệm kỳ mới", "en": "elect for a new term"},
    "x.post": {"vi": "công khai qua {channel}", "en": "disclose through {channel}"},
    "x.post_again": {
        "vi": "công khai lại qua {channel} và giữ nguyên",
        "en": "disclose through {channel} again and keep it up",
    },
    "x.post_for": {
        "vi": "công khai qua {channel} đủ {total} ngày liên tục",
        "en": "disclose through {channel} for {total} days in a row",
    },
    "x.post_longer": {
        "vi": "{channel}: thêm {number} ngày liên tục cho đủ {total} ngày",
        "en": "{channel}: {number} more days in a row, to make {total}",
    },
    "x.post_until": {"vi": "{what}, tức là đến hết {day}", "en": "{what}, that is until {day}"},
    "x.post_villages": {
        "vi": "{channel}: đủ {total} ngày liên tục ở mọi thôn, tổ dân phố",
        "en": "{channel}: {total} days in a row in every village",
    },
    "x.add_villages": {"vi": "thêm đại diện của: {villages}", "en": "add representatives of: {villages}"},
    # What is left to do
    "x.cure.passed": {"vi": "Không có gì phải khắc phục.", "en": "Nothing to put right."},
    "x.cure.not_applicable": {"vi": "Không có gì phải khắc phục.", "en": "Nothing to put right."},
    "x.cure.waiver": {"vi": "Đang được miễn trừ, đến hết {until}.", "en": "Waived until {until} inclusive."},
    "x.cure.pending": {
        "vi": "Chưa muộn: làm xong chậm nhất {due} thì vẫn đúng hạn.",
        "en": "Not too late: done by {due}, it is in time.",
    },
    "x.cure.pending_open": {
        "vi": "Chưa muộn: đang thực hiện, giữ nguyên cho đến khi đủ thời gian.",
        "en": "Not too late: under way; keep it up until the time is complete.",
    },
    "x.cure.answer": {
        "vi": "Người có trách nhiệm trả lời câu hỏi trong {path}; không trả lời thì không bao giờ được coi là đạt.",
        "en": "Whoever is responsible answers in {path}; silence never passes.",
    },
    "x.cure.fill_in": {
        "vi": "Ghi đúng sự thật vào tệp: {facts}; rồi kiểm tra lại.",
        "en": "Fill in what is true: {facts}; then check again.",
    },
    "x.cure.evidence": {
        "vi": "Bổ sung minh chứng vào thư mục, hoặc sửa tên minh chứng trong tệp hồ sơ: {files}.",
        "en": "Put the evidence into its folder, or correct its name in the unit file: {files}.",
    },
    "x.supply": {"vi": "có đủ minh chứng đã nêu: {files}", "en": "the evidence named is there: {files}"},
    "x.cure.look": {
        "vi": "Không dữ kiện nào trong tệp quyết định được; người có trách nhiệm phải xem hồ sơ và tự kết luận.",
        "en": "No fact of the file can decide it; somebody responsible must look at the records and judge.",
    },
    "x.cure.missing": {
        "vi": "Vẫn làm được ngay; làm xong và ghi vào tệp thì mới hết thiếu.",
        "en": "It can still be done now; done and recorded, it is no longer missing.",
    },
    "x.cure.missing_late": {
        "vi": "Hạn là {due}. Vẫn phải làm và làm được ngay, nhưng làm hôm nay ({as_of}) thì kết luận là trễ {days} "
        "ngày. Việc trễ chỉ giải trình được, không xóa được; để càng lâu càng trễ thêm.",
        "en": "It was due on {due}. It must and can still be done, but done today ({as_of}) it is {days} days late. "
        "Lateness can be explained, not undone; waiting makes it worse.",
    },
    "x.cure.missing_review": {
        "vi": "Ngày {due} không phải hạn luật định cứng: làm hôm nay ({as_of}, sau {days} ngày) thì cần xem lại, không "
        "gọi là trễ hạn.",
        "en": "{due} is no hard deadline: done today ({as_of}, {days} days after) it needs review and is not called "
        "late.",
    },
    "x.cure.late": {
        "vi": "“{check}”: việc đã xong nhưng trễ {days} ngày, và sẽ luôn là trễ. Chỉ có thể giải trình lý do và giữ "
        "đúng hạn ở lần sau; không sửa ngày trên hồ sơ.",
        "en": "“{check}”: done, but {days} days late, and it stays late. It can be explained and done in time next "
        "time; dates on record are not to be changed.",
    },
    "x.cure.undone": {
        "vi": "“{check}”: chưa làm, đã quá hạn {days} ngày. Làm ngay thì hết thiếu nhưng vẫn bị ghi là trễ; việc trễ "
        "chỉ giải trình được.",
        "en": "“{check}”: not done, {days} days overdue. Done now it is no longer missing, but late; lateness can only "
        "be explained.",
    },
    "x.cure.missing_check": {
        "vi": "“{check}”: chưa làm, làm được ngay.",
        "en": "“{check}”: not done; it can be done now.",
    },
    "x.cure.late_part": {
        "vi": "“{check}”: phần đã trễ chỉ giải trình được; phần chưa làm vẫn làm được ngay.",
        "en": "“{check}”: what is late can only be explained; what is not done can be done now.",
    },
    "x.cure.redo": {
        "vi": "“{check}”: khắc phục được, bằng cách công khai lại cho đủ và ghi lần công khai đó vào tệp.",
        "en": "“{check}”: it can be put right: disclose it again as required and record that posting.",
    },
    "x.cure.fixed": {
        "vi": "“{check}”: việc đã diễn ra thì không sửa số liệu, ngày tháng được; chỉ có thể giải trình hoặc làm lại "
        "theo đúng quy định.",
        "en": "“{check}”: what has happened cannot be changed on paper; it can be explained, or done again as "
        "required.",
    },
    "x.cure.mend": {
        "vi": "“{check}”: khắc phục được, bằng cách làm đúng và ghi lại vào tệp.",
        "en": "“{check}”: it can be put right: do it as required and record that.",
    },
    "x.cure.remedy": {"vi": "{remedy}", "en": "{remedy}"},
    # No duty to explain
    "x.not_for_type": {
        "vi": "đơn vị là {type}; quy định này chỉ dành cho: {kinds}",
        "en": "the unit is a {type}; this rule is only for: {kinds}",
    },
    "x.not_yet": {
        "vi": "chưa có hiệu lực: từ {start}, sau ngày kiểm tra {as_of}",
        "en": "not yet in force: from {start}, after {as_of}",
    },
    "x.no_longer": {
        "vi": "không còn hiệu lực: đến hết {end}, trước ngày kiểm tra {as_of}",
        "en": "no longer in force: until {end}, before {as_of}",
    },
    "x.no_period": {
        "vi": "có hiệu lực từ {start} nhưng không có kỳ nào của năm {year} được xét theo quy định này",
        "en": "in force from {start}, but no period of {year} is judged by it",
    },
    "x.restated": {
        "vi": "kế hoạch chỉ nhắc lại luật, nên không xét riêng; được xét một lần theo: {rules}",
        "en": "the plan only repeats the law, so it is not judged by itself; it is judged once, by: {rules}",
    },
    "x.informational": {
        "vi": "chỉ để biết: không đặt nghĩa vụ cho đơn vị được kiểm tra, nên không bao giờ được xét",
        "en": "for information: it puts no duty on an audited unit and is never judged",
    },
    "x.judged": {"vi": "{duty} ({title}): {status}", "en": "{duty} ({title}): {status}"},
    "x.judged_not": {"vi": "{rule}: không phát sinh với đơn vị này", "en": "{rule}: gives this unit no duty"},
    "x.if_nil": {
        "vi": "đúng là không phát sinh và khai như vậy (item: {item}, nil: true)",
        "en": "nothing arose indeed, and the file says so (item: {item}, nil: true)",
    },
    "x.turn.requires": {
        "vi": "khi {when}",
        "en": "where {when}",
    },
    "x.turn.exempt": {
        "vi": "khi không còn: {when}",
        "en": "once this is no longer so: {when}",
    },
}

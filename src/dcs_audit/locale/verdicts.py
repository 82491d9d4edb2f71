"""Sentences of verdicts, in both languages. Blanks in braces; both languages of a key use the same blanks."""

SENTENCES: dict[str, dict[str, str]] = {
    # What was expected of a record, and what was found.
    "joined": {"vi": "{items}", "en": "{items}"},
    "values": {"vi": "{items}", "en": "{items}"},
    "expected.after_event": {"vi": "≤ {due} ({length} từ {event})", "en": "≤ {due} ({length} from {event})"},
    "expected.before_event": {"vi": "≤ {due} ({length} trước {event})", "en": "≤ {due} ({length} before {event})"},
    "expected.deadline_unknown": {"vi": "trong {length}", "en": "within {length}"},
    "expected.by": {"vi": "≤ {due}", "en": "≤ {due}"},
    "expected.window": {"vi": "từ {opens} đến {due}", "en": "from {opens} to {due}"},
    "expected.posted": {"vi": "công khai qua {channel}", "en": "disclosed through {channel}"},
    "expected.posted_for": {
        "vi": "{channel}: ít nhất {length} liên tục",
        "en": "{channel}: at least {length} in a row",
    },
    "expected.posted_villages": {
        "vi": "{channel}: mọi thôn, tổ dân phố, ít nhất {length} liên tục",
        "en": "{channel}: every village, at least {length} in a row",
    },
    "expected.posted_still": {
        "vi": "{channel}: đang niêm yết tại ngày {as_of}",
        "en": "{channel}: still posted on {as_of}",
    },
    "expected.exactly": {"vi": "đúng {number} {what}", "en": "exactly {number} {what}"},
    "expected.between": {"vi": "từ {low} đến {high} {what}", "en": "{low} to {high} {what}"},
    "expected.at_least": {"vi": "ít nhất {number} {what}", "en": "at least {number} {what}"},
    "expected.at_most": {"vi": "nhiều nhất {number} {what}", "en": "at most {number} {what}"},
    "expected.share": {"vi": "≥ {top}/{bottom} {of}", "en": "≥ {top}/{bottom} of {of}"},
    "expected.share_more": {"vi": "> {top}/{bottom} {of}", "en": "> {top}/{bottom} of {of}"},
    "expected.not_nil": {"vi": "có nội dung công khai", "en": "something disclosed"},
    "actual.nil": {"vi": "khai không phát sinh", "en": "declared that nothing arose"},
    "expected.one_of": {"vi": "{values}", "en": "{values}"},
    "expected.all_of": {"vi": "đủ: {values}", "en": "all of: {values}"},
    "expected.none_of": {"vi": "không có: {values}", "en": "none of: {values}"},
    "expected.not_before": {"vi": "≥ {date}", "en": "≥ {date}"},
    "expected.fact": {"vi": "{fact}: {value}", "en": "{fact}: {value}"},
    "expected.represented": {
        "vi": "mọi thôn, tổ dân phố có đại diện",
        "en": "every village represented",
    },
    "expected.term": {
        "vi": "đến {limit} ({length} từ {start})",
        "en": "until {limit} ({length} from {start})",
    },
    "expected.term_length": {"vi": "không quá {length}", "en": "no more than {length}"},
    "expected.term_running": {"vi": "còn nhiệm kỳ tại {as_of}", "en": "in office on {as_of}"},
    "actual.date": {"vi": "{date}", "en": "{date}"},
    "actual.not_done": {"vi": "chưa có đến {as_of}", "en": "not done by {as_of}"},
    "actual.field_absent": {"vi": "chưa ghi `{field}`", "en": "`{field}` not given"},
    "actual.fact_unknown": {"vi": "chưa biết `{fact}`", "en": "`{fact}` unknown"},
    "actual.not_posted": {"vi": "chưa công khai qua {channel}", "en": "not disclosed through {channel}"},
    "actual.taken_down": {"vi": "{channel}: đã gỡ ngày {date}", "en": "{channel}: taken down on {date}"},
    "actual.posted": {"vi": "có đăng", "en": "posted"},
    "actual.posted_on": {"vi": "từ {date}", "en": "since {date}"},
    "actual.posting_unclear": {
        "vi": "{channel}: chưa rõ thời gian hoặc nơi công khai",
        "en": "{channel}: time or place unclear",
    },
    "actual.days": {"vi": "{channel}: {number} ngày", "en": "{channel}: {number} days"},
    "actual.villages_short": {
        "vi": "{channel}: chưa đủ ngày ở {villages}; nơi ngắn nhất được {number} ngày",
        "en": "{channel}: too short in {villages}; the shortest stood {number} days",
    },
    "actual.villages_lacking": {"vi": "chưa có: {villages}", "en": "lacking: {villages}"},
    "actual.value": {"vi": "{value}", "en": "{value}"},
    "actual.number": {"vi": "{number}", "en": "{number}"},
    "actual.share": {"vi": "{part}/{whole}", "en": "{part}/{whole}"},
    "actual.complete": {"vi": "đủ", "en": "complete"},
    "actual.lacking": {"vi": "thiếu: {values}", "en": "lacking: {values}"},
    "actual.holding": {"vi": "có: {values}", "en": "held: {values}"},
    "actual.none": {"vi": "không có", "en": "none"},
    "actual.term": {"vi": "đến {end}", "en": "until {end}"},
    "actual.term_open": {"vi": "chưa ghi ngày kết thúc; tính đến {as_of}", "en": "no end given; as of {as_of}"},
    # Lengths of time; {number} is padded as in legal texts.
    "length.days": {"vi": "{number} ngày", "en": "{plain} days"},
    "length.working_days": {"vi": "{number} ngày làm việc", "en": "{plain} working days"},
    "length.months": {"vi": "{number} tháng", "en": "{plain} months"},
    "length.years": {"vi": "{number} năm", "en": "{plain} years"},
    # Channels.
    "channel.notice_board": {"vi": "bảng niêm yết tại trụ sở", "en": "notice board at the seat"},
    "channel.village_notice_board": {
        "vi": "nhà văn hóa, điểm sinh hoạt cộng đồng",
        "en": "village notice board",
    },
    "channel.portal": {"vi": "cổng, trang thông tin điện tử", "en": "the portal"},
    "channel.loudspeaker": {"vi": "truyền thanh", "en": "loudspeaker"},
    "channel.village_heads": {"vi": "kênh Trưởng thôn, Tổ trưởng tổ dân phố", "en": "village heads"},
    "channel.intranet": {"vi": "hệ thống thông tin nội bộ", "en": "the intranet"},
    "channel.all_staff_letter": {"vi": "văn bản gửi toàn thể", "en": "letter to all staff"},
    # Fields whose values are compared.
    "field.entitled": {"vi": "số người được triệu tập", "en": "people entitled"},
    "field.attended": {"vi": "số người dự", "en": "people present"},
    # Values of slugs.
    "value.any": {"vi": "", "en": ""},
    "value.true": {"vi": "có", "en": "yes"},
    "value.false": {"vi": "không", "en": "no"},
    "value.head": {"vi": "trưởng ban, người đứng đầu", "en": "head"},
    "value.deputy": {"vi": "phó, cấp phó", "en": "deputy"},
    "value.union": {"vi": "Công đoàn", "en": "trade union"},
    "value.village_head": {"vi": "trưởng thôn", "en": "village head"},
    "value.other": {"vi": "người khác", "en": "other"},
    "value.plenary": {"vi": "hội nghị toàn thể", "en": "plenary"},
    "value.delegates": {"vi": "hội nghị đại biểu", "en": "delegates"},
    "value.ballot": {"vi": "phiếu lấy ý kiến", "en": "ballot"},
    "value.council": {"vi": "Hội đồng nhân dân", "en": "People's Council"},
    "value.mttq": {"vi": "Ủy ban Mặt trận Tổ quốc", "en": "Fatherland Front"},
    "value.unit_head": {"vi": "người đứng đầu", "en": "head of the unit"},
    "value.unit_deputy": {"vi": "cấp phó của người đứng đầu", "en": "deputy head of the unit"},
    "value.chief_accountant": {"vi": "kế toán trưởng", "en": "chief accountant"},
    "value.manager": {"vi": "thành viên ban lãnh đạo, điều hành", "en": "manager"},
    "value.commune_official": {"vi": "cán bộ, công chức cấp xã", "en": "commune official"},
    "value.part_time_official": {
        "vi": "người hoạt động không chuyên trách ở cấp xã",
        "en": "part-time official of the commune",
    },
    "value.village_official": {
        "vi": "người hoạt động không chuyên trách ở thôn, tổ dân phố",
        "en": "part-time official of a village",
    },
    "value.a": {"vi": "điểm a", "en": "point a"},
    "value.b": {"vi": "điểm b", "en": "point b"},
    "value.c": {"vi": "điểm c", "en": "point c"},
    "value.d": {"vi": "điểm d", "en": "point d"},
    "value.dd": {"vi": "điểm đ", "en": "point đ"},
    "value.e": {"vi": "điểm e", "en": "point e"},
    "value.g": {"vi": "điểm g", "en": "point g"},
    # Why a duty needs review.
    "reason.fill_in": {"vi": "Cần bổ sung: {facts}.", "en": "To be filled in: {facts}."},
    "reason.review": {
        "vi": "Luật cho phép trong trường hợp có tính chất đặc thù; cần người kiểm tra xem xét.",
        "en": "The law allows this in special cases; a person must look at it.",
    },
    "reason.check_unclear": {"vi": "Tiêu chí “{check}” cần xem xét.", "en": "The check “{check}” needs a look."},
    "reason.early": {
        "vi": "Thực hiện trước khi bắt đầu thời gian luật định; cần xem lại.",
        "en": "Done before the time set by law begins; to be reviewed.",
    },
    "reason.late_practice": {
        "vi": "Có hồ sơ nhưng lập sau {due}; luật không ấn định ngày nên không coi là trễ hạn, cần xem lại.",
        "en": "Recorded after {due}; the law sets no day, so this is not called late but needs review.",
    },
    "reason.none": {"vi": "Không thuộc trường hợp phải thực hiện.", "en": "Outside what the rule asks."},
    # How a duty stands.
    "message.passed": {"vi": "{duty} Hồ sơ đạt.", "en": "{duty} The records satisfy this."},
    "message.missing": {"vi": "{duty} Chưa có hồ sơ.", "en": "{duty} Nothing was submitted."},
    "message.missing_overdue": {
        "vi": "{duty} Chưa thực hiện; đã quá hạn {due} ({days} ngày).",
        "en": "{duty} Not done; it was due on {due} ({days} days ago).",
    },
    "message.late": {"vi": "{duty} Đã thực hiện nhưng trễ hạn {days} ngày.", "en": "{duty} Done {days} days late."},
    "message.defective": {
        "vi": "{duty} Đã thực hiện nhưng chưa đúng quy định.",
        "en": "{duty} Done, but not as required.",
    },
    "message.pending": {
        "vi": "{duty} Chưa đến hạn: còn {days} ngày, đến {due}.",
        "en": "{duty} Not yet due: {days} days left, until {due}.",
    },
    "message.pending_open": {
        "vi": "{duty} Đang thực hiện, chưa đủ thời gian.",
        "en": "{duty} Under way, not yet complete.",
    },
    "message.needs_review": {"vi": "{duty} Cần xem lại. {reason}", "en": "{duty} Needs review. {reason}"},
    "message.not_applicable": {"vi": "{duty} Không áp dụng. {reason}", "en": "{duty} Not applicable. {reason}"},
    "message.waived": {
        "vi": "{message} Được miễn trừ đến {until}: {reason}",
        "en": "{message} Waived until {until}: {reason}",
    },
    # Notices and limits of a report.
    "notice.one_engine": {
        "vi": "Chỉ một máy suy luận ({engine}) chạy được trên máy này; kết luận không được đối chiếu bằng máy thứ hai.",
        "en": "Only one engine ({engine}) runs on this machine; the verdicts were not compared with a second one.",
    },
    "notice.future_record": {
        "vi": "{record} ghi ngày {date}, sau ngày kiểm tra; chưa được tính.",
        "en": "{record} is dated {date}, after the day of the audit; it does not count yet.",
    },
    "notice.unknown_part": {
        "vi": "{record}: không quy định nào biết phần `{part}`; xét như không ghi phần. Các phần đã biết: {known}.",
        "en": "{record}: no rule knows the part `{part}`; it is judged as if it named none. Known: {known}.",
    },
    "notice.waiver_malformed": {
        "vi": "Miễn trừ cho {rule} không có hiệu lực: thiếu hoặc sai {fields}.",
        "en": "The waiver for {rule} has no effect: {fields} absent or wrong.",
    },
    "notice.waiver_expired": {
        "vi": "Miễn trừ cho {rule} đã hết hạn ngày {until}; không có hiệu lực.",
        "en": "The waiver for {rule} expired on {until}; it has no effect.",
    },
    "notice.waiver_unused": {
        "vi": "Miễn trừ cho {rule} không cần dùng đến: nghĩa vụ đã đạt hoặc không áp dụng.",
        "en": "The waiver for {rule} was not needed: the duty passed or does not apply.",
    },
    "limit.unused": {
        "vi": "Hồ sơ không có quy định nào dùng để kiểm tra: {records}.",
        "en": "Records that no rule looked at: {records}.",
    },
    "limit.unverified": {
        "vi": "Quy định chưa đối chiếu văn bản hợp nhất hoặc văn bản gốc: {rules}.",
        "en": "Rules whose text was not compared with the official wording: {rules}.",
    },
    "score.how": {
        "vi": "Điểm = tỷ trọng nghĩa vụ đến hạn đã đạt (nghiêm trọng {critical}, lớn {major}, nhỏ {minor}); "
        "có tồn tại nghiêm trọng thì không quá {cap}.",
        "en": "Score = weighted share of due duties that passed (critical {critical}, major {major}, minor {minor}); "
        "at most {cap} with any critical violation.",
    },
}

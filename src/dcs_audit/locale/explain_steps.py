"""The steps of an explanation as sentences, in both languages: days counted, sums, facts, changes, what is left to do.

Blanks in braces; both languages of a key use the same blanks.
"""

WORDS: dict[str, dict[str, str]] = {
    # Days
    "x.weekday.0": {"vi": "thứ Hai", "en": "Monday"},
    "x.weekday.1": {"vi": "thứ Ba", "en": "Tuesday"},
    "x.weekday.2": {"vi": "thứ Tư", "en": "Wednesday"},
    "x.weekday.3": {"vi": "thứ Năm", "en": "Thursday"},
    "x.weekday.4": {"vi": "thứ Sáu", "en": "Friday"},
    "x.weekday.5": {"vi": "thứ Bảy", "en": "Saturday"},
    "x.weekday.6": {"vi": "Chủ nhật", "en": "Sunday"},
    "x.day": {"vi": "{weekday} {day}", "en": "{weekday} {day}"},
    "x.one_day": {"vi": "{day}", "en": "{day}"},
    "x.stretch": {"vi": "{first} đến {last}", "en": "{first} to {last}"},
    "x.more": {"vi": "và {number} đợt khác", "en": "and {number} more"},
    "x.list": {"vi": "{items}", "en": "{items}"},
    "x.all": {"vi": "{items}", "en": "{items}"},
    "x.blank": {"vi": "", "en": ""},
    "x.plain": {"vi": "{value}", "en": "{value}"},
    "x.trigger": {"vi": "{field}: {day}", "en": "{field}: {day}"},
    "x.trigger.period": {"vi": "ngày hết kỳ: {day}", "en": "last day of the period: {day}"},
    "x.trigger.working_year": {"vi": "năm công tác kết thúc: {day}", "en": "the working year ends: {day}"},
    "x.evidence": {"vi": "{file}: {found}", "en": "{file}: {found}"},
    "x.evidence_unread": {
        "vi": "chưa đối chiếu; thêm --evidence THƯ_MỤC",
        "en": "not looked up; add --evidence DIR",
    },
    "x.number.verified": {"vi": "{title}: {value}, áp dụng từ {since}", "en": "{title}: {value}, from {since}"},
    "x.number.unverified": {
        "vi": "{title}: {value}, áp dụng từ {since}; chưa đối chiếu văn bản gốc",
        "en": "{title}: {value}, from {since}; not compared with the official text",
    },
    "x.number.practice": {
        "vi": "{title}: {value}, từ {since}; con số do bộ quy định chọn, không văn bản nào ấn định",
        "en": "{title}: {value}, from {since}; chosen by the rulebook, set by no text",
    },
    "x.rule.after.working_days": {
        "vi": "{length} sau mốc tính; không tính chính ngày đó, bỏ qua thứ Bảy, Chủ nhật, ngày lễ, Tết và ngày nghỉ bù",
        "en": "{length} after that day, which is not counted itself; Saturdays, Sundays, public holidays and "
        "compensation days are skipped",
    },
    "x.rule.after.days": {
        "vi": "{length} sau mốc tính, đếm mọi ngày, không tính chính ngày đó; hết hạn vào ngày nghỉ thì dời sang ngày "
        "làm việc kế tiếp",
        "en": "{length} after that day, which is not counted itself; every day counts; an end on a day off moves to "
        "the next working day",
    },
    "x.rule.after.months": {
        "vi": "{length} sau mốc tính, đến ngày tương ứng; hết hạn vào ngày nghỉ thì dời sang ngày làm việc kế tiếp",
        "en": "{length} after that day, to the same day of the month; an end on a day off moves to the next working "
        "day",
    },
    "x.rule.before.working_days": {
        "vi": "ít nhất {length} trước mốc tính; không tính chính ngày đó, bỏ qua thứ Bảy, Chủ nhật, ngày lễ, Tết và "
        "ngày nghỉ bù",
        "en": "at least {length} before that day, which is not counted itself; Saturdays, Sundays, public holidays and "
        "compensation days are skipped",
    },
    "x.rule.before.days": {
        "vi": "ít nhất {length} trước mốc tính, đếm mọi ngày, không tính chính ngày đó; rơi vào ngày nghỉ thì không "
        "dời",
        "en": "at least {length} before that day, which is not counted itself; every day counts; nothing moves",
    },
    "x.rule.before.months": {
        "vi": "ít nhất {length} trước mốc tính, đến ngày tương ứng; rơi vào ngày nghỉ thì không dời",
        "en": "at least {length} before that day, to the same day of the month; nothing moves",
    },
    "x.rule.posted": {
        "vi": "tính cả ngày đăng và ngày gỡ; các đợt nối tiếp hoặc chồng lên nhau là một đợt; đang đăng thì tính đến "
        "ngày kiểm tra",
        "en": "the first and the last day both count; postings that touch or overlap are one; one still up counts to "
        "the day of the audit",
    },
    "x.fixed.by": {
        "vi": "ngày ấn định: {day}, làm trong ngày đó vẫn đúng hạn; rơi vào ngày nghỉ không dời",
        "en": "by {day}, that day included; it does not move if it is a day off",
    },
    "x.fixed.before": {
        "vi": "trước ngày {day}, không kể ngày đó; rơi vào ngày nghỉ không dời",
        "en": "before {day}, that day excluded; it does not move if it is a day off",
    },
    "x.period_end": {"vi": "chậm nhất vào ngày cuối của kỳ: {day}", "en": "by the last day of the period: {day}"},
    "x.nth": {"vi": "({number}) {day}", "en": "({number}) {day}"},
    "x.count.working_days": {
        "vi": "{number} ngày làm việc, ngày thứ nhất là {first}, ngày cuối là {last}",
        "en": "{number} working days, the first {first}, the last {last}",
    },
    "x.count.after": {"vi": "{event} + {length} = {plain}", "en": "{event} + {length} = {plain}"},
    "x.count.before": {"vi": "{event} − {length} = {plain}", "en": "{event} − {length} = {plain}"},
    "x.count.working_year": {
        "vi": "năm công tác mới bắt đầu {opens}; thêm {length} là {after}; hạn là ngày liền trước",
        "en": "the new working year begins on {opens}; {length} later is {after}; the day before it is the last",
    },
    "x.weekends": {"vi": "{number} ngày cuối tuần: {days}", "en": "{number} weekend days: {days}"},
    "x.holiday": {"vi": "{day}: {name}", "en": "{day}: {name}"},
    "x.day_off": {"vi": "ngày nghỉ", "en": "day off"},
    "x.made_up": {
        "vi": "{day} là ngày làm bù nên vẫn đếm ({name})",
        "en": "{day} was worked in exchange and is counted ({name})",
    },
    "x.swapped": {"vi": "hoán đổi ngày nghỉ", "en": "swapped"},
    "x.moved": {
        "vi": "{plain} là ngày nghỉ nên hạn dời sang {due}",
        "en": "{plain} is a day off, so the deadline moves to {due}",
    },
    "x.moved_unverified": {
        "vi": "{plain} là ngày nghỉ nên hạn dời sang {due}; điều khoản viện dẫn chưa đối chiếu văn bản",
        "en": "{plain} is a day off, so the deadline moves to {due}; the clause cited was not compared with its text",
    },
    "x.due": {"vi": "{day} là ngày cuối cùng còn đúng hạn", "en": "{day} is the last good day"},
    "x.done": {"vi": "{field}: {day}", "en": "{field}: {day}"},
    "x.not_done": {"vi": "{field}: chưa có tính đến {as_of}", "en": "{field}: none by {as_of}"},
    "x.late": {
        "vi": "{done} − {due} = {days} ngày: trễ {days} ngày",
        "en": "{done} − {due} = {days} days: {days} late",
    },
    "x.early": {
        "vi": "{due} − {done} = {days} ngày: đúng hạn, sớm {days} ngày",
        "en": "{due} − {done} = {days} days: in time, {days} early",
    },
    "x.on_the_day": {"vi": "làm đúng ngày hết hạn: đúng hạn", "en": "done on the last day: in time"},
    "x.too_early": {
        "vi": "làm trước ngày {opens}, khi thời gian thực hiện chưa bắt đầu",
        "en": "done before {opens}, when its time had not begun",
    },
    "x.overdue": {
        "vi": "{as_of} − {due} = {days} ngày: quá hạn {days} ngày",
        "en": "{as_of} − {due} = {days} days: {days} overdue",
    },
    "x.left": {"vi": "{due} − {as_of} = {days} ngày: còn {days} ngày", "en": "{due} − {as_of} = {days} days left"},
    "x.last_day": {"vi": "hết hạn trong ngày {as_of}", "en": "{as_of} is the last day"},
    # Postings
    "x.never_posted": {
        "vi": "không có lần công khai nào qua {channel}",
        "en": "nothing was disclosed through {channel}",
    },
    "x.posting": {
        "vi": "{channel}: từ {start} đến {end}",
        "en": "{channel}: from {start} to {end}",
    },
    "x.posting_in": {"vi": "{posting}; {where}", "en": "{posting}; {where}"},
    "x.everywhere": {"vi": "ở mọi thôn, tổ dân phố", "en": "in every village"},
    "x.only_in": {"vi": "ở {villages}", "en": "in {villages}"},
    "x.still_up": {"vi": "nay (chưa ghi ngày gỡ)", "en": "now (no end given)"},
    "x.gap": {"vi": "gián đoạn {days} ngày: {first} đến {last}", "en": "a gap of {days} days: {first} to {last}"},
    "x.run": {
        "vi": "{last} − {first} + 1 = {number} ngày liên tục",
        "en": "{last} − {first} + 1 = {number} days in a row",
    },
    "x.run_so_far": {
        "vi": "{last} − {first} + 1 = {number} ngày liên tục tính đến ngày kiểm tra, còn đang đăng",
        "en": "{last} − {first} + 1 = {number} days in a row by the day of the audit, still up",
    },
    "x.in_village": {
        "vi": "{village}: dài nhất {number} ngày liên tục",
        "en": "{village}: {number} days in a row at most",
    },
    "x.not_in_village": {"vi": "{village}: không có ngày nào", "en": "{village}: no day"},
    # Numbers
    "x.value": {"vi": "{field}: {value}", "en": "{field}: {value}"},
    "x.absent": {"vi": "chưa ghi", "en": "not given"},
    "x.unknown": {
        "vi": "{fact} chưa ghi nên chưa tính được",
        "en": "{fact} is not given, so nothing can be worked out",
    },
    "x.nothing": {"vi": "không có", "en": "none"},
    "x.entries": {"vi": "{number} mục", "en": "{number} entries"},
    "x.of_value": {"vi": "{value}", "en": "{value}"},
    "x.counted": {"vi": "{field}: đếm được {number} {what}", "en": "{field}: {number} {what} counted"},
    "x.share": {
        "vi": "{part} × {bottom} = {left} {sign} {whole} × {top} = {right}",
        "en": "{part} × {bottom} = {left} {sign} {whole} × {top} = {right}",
    },
    "x.sign.at_least_yes": {"vi": "≥", "en": "≥"},
    "x.sign.at_least_no": {"vi": "<", "en": "<"},
    "x.sign.more_than_yes": {"vi": ">", "en": ">"},
    "x.sign.more_than_no": {"vi": "≤", "en": "≤"},
    "x.sign.less_than_yes": {"vi": "<", "en": "<"},
    "x.sign.less_than_no": {"vi": "≥", "en": "≥"},
    "x.tally": {"vi": "{field}: {number}", "en": "{field}: {number}"},
    "x.tally_one": {"vi": "không ghi {field}, tính là {number}", "en": "no {field}, counted as {number}"},
    "x.total": {"vi": "cộng {number}", "en": "{number} in all"},
    "x.between": {"vi": "cách nhau {days} ngày", "en": "{days} days apart"},
    "x.same_day": {"vi": "cùng một ngày", "en": "on the same day"},
    "x.after": {"vi": "ngược thứ tự, sau {days} ngày", "en": "the wrong way round, by {days} days"},
    "x.span.counted": {
        "vi": "{last} − {first} + 1 = {number} ngày, tính cả ngày đầu",
        "en": "{last} − {first} + 1 = {number} days, the first one counted",
    },
    "x.span.not_counted": {
        "vi": "{last} − {first} = {number} ngày, không tính ngày đầu",
        "en": "{last} − {first} = {number} days, the first one not counted",
    },
    "x.too_soon": {"vi": "trước {day} {days} ngày", "en": "{days} days before {day}"},
    "x.since": {"vi": "không sớm hơn {day} (sau {days} ngày)", "en": "not before {day} ({days} days after)"},
    "x.limit": {"vi": "{start} + {length} = {limit}", "en": "{start} + {length} = {limit}"},
    "x.term_over": {"vi": "{end} sau {limit}: quá {days} ngày", "en": "{end} is after {limit}: {days} days too long"},
    "x.term_within": {
        "vi": "{end} chưa quá {limit} (còn {days} ngày)",
        "en": "{end} is within {limit} ({days} days left)",
    },
    "x.villages": {"vi": "các thôn, tổ dân phố: {villages}", "en": "the villages: {villages}"},
    # Why it applies
    "x.type": {
        "vi": "{type}: đúng loại đơn vị mà quy định dành cho",
        "en": "{type}: the type that the rule is for",
    },
    "x.in_force.from": {"vi": "có hiệu lực từ {start}", "en": "in force from {start}"},
    "x.in_force.span": {"vi": "có hiệu lực từ {start} đến hết {end}", "en": "in force from {start} to {end}"},
    "x.in_force_then.from": {"vi": "có hiệu lực từ {start}", "en": "in force from {start}"},
    "x.in_force_then.span": {
        "vi": "có hiệu lực từ {start} đến hết {end}; kỳ này vẫn theo bản đó",
        "en": "in force from {start} to {end}; the period is still judged by it",
    },
    "x.standing": {"vi": "nghĩa vụ thường xuyên, lúc nào cũng phải có", "en": "a standing duty, owed all the time"},
    "x.period": {"vi": "kỳ {label}: {first} đến {last}", "en": "period {label}: {first} to {last}"},
    "x.window": {
        "vi": "thời gian thực hiện từ {opens}; việc làm từ {first} đến {last} được xét cho kỳ này",
        "en": "its time begins on {opens}; what is done from {first} to {last} is taken for it",
    },
    "x.subject.record": {
        "vi": "một nghĩa vụ cho mỗi hồ sơ; đây là {subject}",
        "en": "one duty for each record; this is {subject}",
    },
    "x.subject.project": {
        "vi": "một nghĩa vụ cho mỗi dự án; đây là {subject}",
        "en": "one duty for each project; this is {subject}",
    },
    "x.subject.item": {
        "vi": "một nghĩa vụ cho mỗi nội dung; đây là {subject}",
        "en": "one duty for each content; this is {subject}",
    },
    "x.gate.requires.yes": {"vi": "chỉ áp dụng khi “{when}”: đúng như vậy", "en": "only where “{when}”: it is so"},
    "x.gate.requires.no": {
        "vi": "chỉ áp dụng khi “{when}”: không phải như vậy. {reason}",
        "en": "only where “{when}”: it is not so. {reason}",
    },
    "x.gate.requires.unknown": {"vi": "chỉ áp dụng khi “{when}”: chưa biết", "en": "only where “{when}”: unknown"},
    "x.gate.exempt.yes": {
        "vi": "được loại trừ khi “{when}”: đúng như vậy. {reason}",
        "en": "not where “{when}”: it is so. {reason}",
    },
    "x.gate.exempt.no": {
        "vi": "được loại trừ khi “{when}”: không phải như vậy, nên vẫn áp dụng",
        "en": "not where “{when}”: it is not so, and the duty stands",
    },
    "x.gate.exempt.unknown": {"vi": "được loại trừ khi “{when}”: chưa biết", "en": "not where “{when}”: unknown"},
    "x.gate.absent_review.yes": {
        "vi": "chưa có hồ sơ thì chưa coi là thiếu khi “{when}”: đúng như vậy. {reason}",
        "en": "absence is not called missing where “{when}”: it is so. {reason}",
    },
    "x.gate.absent_review.no": {
        "vi": "chưa có hồ sơ thì chưa coi là thiếu khi “{when}”: không phải như vậy",
        "en": "absence is not called missing where “{when}”: it is not so",
    },
    "x.gate.absent_review.unknown": {
        "vi": "chưa có hồ sơ thì chưa coi là thiếu khi “{when}”: chưa biết",
        "en": "absence is not called missing where “{when}”: unknown",
    },
    "x.gate.later": {
        "vi": "điều kiện “{when}” chỉ xét từ {start}",
        "en": "the condition “{when}” counts only from {start}",
    },
    "x.fact": {"vi": "{of}: {value}", "en": "{of}: {value}"},
    "x.fact_unknown": {"vi": "{of}: chưa ghi", "en": "{of}: not given"},
    "x.moot": {"vi": "không phát sinh: {reason}", "en": "it does not arise: {reason}"},
    "x.absent.needs_review": {
        "vi": "chưa có hồ sơ nên chưa kết luận được: {reason}",
        "en": "nothing was submitted, so nobody can say: {reason}",
    },
    "x.absent.not_applicable": {
        "vi": "chưa có hồ sơ thì coi là không phát sinh: {reason}",
        "en": "nothing was submitted, so it does not arise: {reason}",
    },
    # Records
    "x.wanted": {"vi": "{section}: {where}", "en": "{section}: {where}"},
    "x.wanted_except": {"vi": "{wanted}; trừ {where}", "en": "{wanted}; except {where}"},
    "x.any_record": {"vi": "mọi mục", "en": "any entry"},
    "x.filter": {"vi": "{field} là {values}", "en": "{field} is {values}"},
    "x.no_record": {"vi": "không có mục nào trong tệp cho nghĩa vụ này", "en": "the file holds none for this duty"},
    "x.dated": {"vi": "ngày {day}", "en": "of {day}"},
    "x.undated": {"vi": "không ghi ngày", "en": "undated"},
    "x.record.used": {"vi": "{name}, {dated}: được dùng để kết luận", "en": "{name}, {dated}: decides the verdict"},
    "x.record.beside": {
        "vi": "{name}, {dated}: có khớp nhưng không quyết định kết luận, vì {why}",
        "en": "{name}, {dated}: matches, but does not decide, as {why}",
    },
    "x.record.left_out": {
        "vi": "{name}, {dated}: không tính cho nghĩa vụ này, vì {why}",
        "en": "{name}, {dated}: left out, as {why}",
    },
    "x.beside.term_over": {"vi": "nhiệm kỳ đã hết ngày {end}", "en": "its term was over on {end}"},
    "x.beside.follows": {
        "vi": "chỉ xét hồ sơ đã quyết định {rule}",
        "en": "only the record that decided {rule} is looked at",
    },
    "x.beside.newer": {"vi": "có hồ sơ mới hơn", "en": "there is a newer one"},
    "x.beside.better": {"vi": "có hồ sơ khác đáp ứng tốt hơn", "en": "another one answers it better"},
    "x.beside.unneeded": {"vi": "kết luận không dựa vào hồ sơ nào", "en": "the verdict rests on no record"},
    "x.left.unanswered": {"vi": "chưa trả lời", "en": "it is not answered"},
    "x.left.period_year": {
        "vi": "ghi kỳ {period}, không thuộc năm {year}",
        "en": "its period is {period}, not of {year}",
    },
    "x.left.period": {"vi": "ghi kỳ {period}, không phải kỳ {wanted}", "en": "its period is {period}, not {wanted}"},
    "x.left.window": {"vi": "ở ngoài khoảng từ {first} đến {last}", "en": "it lies outside {first} to {last}"},
    "x.left.year": {"vi": "không thuộc năm {year}", "en": "it is not of {year}"},
    "x.left.future": {
        "vi": "sau ngày kiểm tra nên chưa tính",
        "en": "it is after the day of the audit and does not count yet",
    },
    "x.left.ended": {"vi": "sau khi quy định hết hiệu lực ngày {end}", "en": "it is after the rule ended on {end}"},
    "x.left.before_rule": {
        "vi": "trước khi quy định có hiệu lực ngày {start}",
        "en": "it is before the rule came into force on {start}",
    },
    "x.left.newer": {"vi": "có hồ sơ mới hơn", "en": "there is a newer one"},
    "x.left.subject": {"vi": "thuộc “{subject}”", "en": "it is about “{subject}”"},
    "x.left.elsewhere": {"vi": "không thuộc kỳ hoặc đối tượng này", "en": "it is of another period or subject"},
    "x.record.open": {
        "vi": "{name}, {dated}: có thể thuộc nghĩa vụ này nhưng chưa ghi `{field}`",
        "en": "{name}, {dated}: may be meant, but does not give `{field}`",
    },
    "x.record.future": {
        "vi": "{name}, {dated}: sau ngày kiểm tra nên chưa tính",
        "en": "{name}, {dated}: after the day of the audit, does not count yet",
    },
    "x.unasked.gate": {"vi": "“{check}” không đặt ra với đơn vị này:", "en": "“{check}” is not asked of this unit:"},
    "x.unasked.record": {"vi": "“{check}” không đặt ra với hồ sơ này", "en": "“{check}” is not asked of this record"},
    "x.type_among": {
        "vi": "{type}: quy định dành cho loại đơn vị này, và cho {others}",
        "en": "{type}: the rule is for this type, and for {others}",
    },
    "x.rule.plain.days": {
        "vi": "{length} sau mốc tính, đếm mọi ngày, không tính chính ngày đó; rơi vào ngày nghỉ không dời",
        "en": "{length} after that day, which is not counted itself; every day counts; nothing moves",
    },
    "x.rule.plain.months": {
        "vi": "{length} sau mốc tính, đến ngày tương ứng; rơi vào ngày nghỉ không dời",
        "en": "{length} after that day, to the same day of the month; nothing moves",
    },
    "x.due_soft": {
        "vi": "{day} là mốc để xét; làm sau ngày này thì cần xem lại, không gọi là trễ hạn",
        "en": "{day} is the day looked at; done after it needs review and is not called late",
    },
    "x.past": {
        "vi": "{done} − {due} = {days} ngày: sau mốc {days} ngày, không gọi là trễ hạn",
        "en": "{done} − {due} = {days} days after; not called late",
    },
}

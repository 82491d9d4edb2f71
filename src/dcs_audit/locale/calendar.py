"""What `calendar` says, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.next": {
        "vi": "số ngày tính từ ngày kiểm tra (mặc định: 90)",
        "en": "days from the day of the audit (default: 90)",
    },
    "help.calendar_format": {
        "vi": "dạng lịch; ics mở được bằng phần mềm lịch (mặc định: theo đuôi tệp của --output, nếu không thì text)",
        "en": "format; ics opens in calendar programs (default: what the ending of --output says, else text)",
    },
    "help.calendar_output": {"vi": "ghi lịch vào tệp này", "en": "write the calendar to this file"},
    "help.calendar_exits": {
        "vi": "Mã kết thúc:\n"
        "  0  đã lập lịch, kể cả khi có việc quá hạn\n"
        "  2  sai cách dùng, bộ quy định hỏng hoặc bộ suy luận lỗi\n"
        "  3  có tệp hồ sơ không đọc được hoặc không hợp lệ; các tệp khác vẫn có trong lịch",
        "en": "Exit codes:\n"
        "  0  the calendar was made, even if things are overdue\n"
        "  2  usage error, bad rule pack or engine failure\n"
        "  3  a unit file cannot be read or is invalid; the others are in the calendar",
    },
    "meta.days": {"vi": "SỐ_NGÀY", "en": "DAYS"},
    "usage.next": {
        "vi": "“{value}” không phải số ngày từ 0 đến {most}",
        "en": "“{value}” is no number of days from 0 to {most}",
    },
    "usage.calendar_extra": {
        "vi": "--format ics cần thư viện icalendar; hãy chạy: {command}",
        "en": "--format ics needs the icalendar library; run: {command}",
    },
    "calendar.title": {
        "vi": "LỊCH THỰC HIỆN DÂN CHỦ Ở CƠ SỞ",
        "en": "CALENDAR OF GRASSROOTS DEMOCRACY (thực hiện dân chủ ở cơ sở)",
    },
    "calendar.label.from": {"vi": "Thời gian", "en": "Days"},
    "calendar.span": {
        "vi": "từ {start} đến hết {end} ({days})",
        "en": "from {start} to {end} inclusive ({days})",
    },
    "calendar.heading.overdue": {"vi": "Đã quá hạn, chưa thực hiện ({number})", "en": "Overdue, not done ({number})"},
    "calendar.heading.month": {"vi": "Tháng {month}/{year} ({number})", "en": "{month}/{year} ({number})"},
    "calendar.heading.aside": {"vi": "Không có ngày trong lịch này", "en": "Not in this calendar"},
    "calendar.nothing": {
        "vi": "Không có việc nào có ngày đến hạn trong thời gian này.",
        "en": "Nothing with a due date falls due in this time.",
    },
    "calendar.nobody": {
        "vi": "Chưa có hồ sơ nào được kiểm tra, nên lịch không có gì.",
        "en": "No unit was audited, so there is nothing to show.",
    },
    "calendar.entry.one": {"vi": "{number} việc", "en": "{number} entry"},
    "calendar.entry.many": {"vi": "{number} việc", "en": "{number} entries"},
    "calendar.label.units": {"vi": "Đơn vị", "en": "Units"},
    "calendar.label.subjects": {"vi": "Trường hợp", "en": "Cases"},
    "calendar.label.do": {"vi": "Cần làm", "en": "To do"},
    "calendar.label.check": {"vi": "Còn chờ", "en": "Waits for"},
    "calendar.more": {
        "vi": "… và {number} việc quá hạn khác; xem dcs-audit check.",
        "en": "… and {number} more overdue; see dcs-audit check.",
    },
    "calendar.more_names": {"vi": "… và {number} nữa", "en": "… and {number} more"},
    "calendar.aside.overdue": {
        "vi": "{duties} đã quá hạn, chưa thực hiện, xem dcs-audit check.",
        "en": "{duties} overdue and not done; see dcs-audit check.",
    },
    "calendar.aside.later": {"vi": "{duties} đến hạn sau ngày {day}.", "en": "{duties} due after {day}."},
    "calendar.aside.undated_missing": {
        "vi": "{duties} đang thiếu mà văn bản không ấn định ngày (phải có cả năm): cần làm ngay, xem dcs-audit check.",
        "en": "{duties} missing for which no text sets a day (owed all year): to be done now, see dcs-audit check.",
    },
    "calendar.aside.undated_pending": {
        "vi": "{duties} đang thực hiện, chưa rõ ngày xong.",
        "en": "{duties} under way without a day of completion.",
    },
    "calendar.aside.faulty": {
        "vi": "{duties} đã làm nhưng trễ hạn hoặc chưa đúng quy định, xem dcs-audit check.",
        "en": "{duties} done, but late or defective; see dcs-audit check.",
    },
    "calendar.aside.needs_review": {
        "vi": "{duties} cần xem lại: chưa biết có phải làm hay không, hoặc hạn vào ngày nào.",
        "en": "{duties} under review: not known whether or by when they are owed.",
    },
    "calendar.aside.waived": {
        "vi": "{duties} được miễn trừ, không đưa vào lịch.",
        "en": "{duties} waived and left out.",
    },
    "calendar.aside.earlier_year": {
        "vi": "{duties} của năm trước ({year}) cũng đến hạn trong thời gian này: xem hồ sơ của năm đó.",
        "en": "{duties} of the year before ({year}) also due in this time: see that year's unit file.",
    },
    "calendar.next_year": {
        "vi": "Ngày của năm {years} tính theo những gì hồ sơ này đã ghi và quy định có hiệu lực ngày {day}.",
        "en": "Dates of {years} follow from this unit file and from the rules in force on {day}.",
    },
    "calendar.summary": {"vi": "Hạn: {what}", "en": "Due: {what}"},
    "calendar.alarm": {"vi": "Còn {days}: {what}", "en": "{days} left: {what}"},
    "calendar.weekday.1": {"vi": "thứ Hai", "en": "Monday"},
    "calendar.weekday.2": {"vi": "thứ Ba", "en": "Tuesday"},
    "calendar.weekday.3": {"vi": "thứ Tư", "en": "Wednesday"},
    "calendar.weekday.4": {"vi": "thứ Năm", "en": "Thursday"},
    "calendar.weekday.5": {"vi": "thứ Sáu", "en": "Friday"},
    "calendar.weekday.6": {"vi": "thứ Bảy", "en": "Saturday"},
    "calendar.weekday.7": {"vi": "Chủ nhật", "en": "Sunday"},
}

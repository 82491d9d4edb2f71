"""What can be wrong with a rule pack, beside what can be wrong with any file: its shape, its words, its references."""

from __future__ import annotations

PROBLEMS: dict[str, dict[str, str]] = {
    # The pack and its files
    "no_such_pack": {
        "vi": "không có bộ quy định này: ghi tên một bộ đi kèm chương trình ({packs}) hoặc đường dẫn tới thư mục có "
        "tệp pack.yaml",
        "en": "no such pack: name a shipped pack ({packs}) or the path of a folder with pack.yaml",
    },
    "too_many_pack_files": {
        "vi": "có hơn {most} tệp: không ai đọc hết một bộ quy định như vậy, hãy chia thành nhiều bộ",
        "en": "more than {most} files: nobody could read such a pack, so divide it",
    },
    "leads_out_of_pack": {
        "vi": "dẫn ra ngoài bộ quy định: chép tệp vào chính thư mục này",
        "en": "leads out of the pack: put a copy of the file in its place",
    },
    "pack_file_too_large": {
        "vi": "không đọc được: tệp lớn hơn 2 MB, hãy chia thành nhiều tệp",
        "en": "cannot be read: larger than 2 MB, so divide it into several files",
    },
    "empty_pack_file": {
        "vi": "tệp trống: ghi nội dung, bắt đầu bằng {keys}, hoặc xóa tệp này",
        "en": "the file is empty: write something, beginning with {keys}, or delete the file",
    },
    "several_pack_documents": {
        "vi": "tệp có nhiều phần ngăn bởi `---`: bỏ dòng `---`, hoặc tách thành nhiều tệp",
        "en": "the file holds several documents divided by `---`: remove the `---`, or make several files",
    },
    "too_many_pack_values": {
        "vi": "tệp có hơn {limit} giá trị: hãy chia thành nhiều tệp",
        "en": "the file holds more than {limit} values: divide it into several files",
    },
    "no_scoring": {
        "vi": "thiếu `scoring`: bộ quy định đầu tiên phải ghi cách tính điểm",
        "en": "scoring: the first pack must say how scores are computed",
    },
    # One value
    "nothing_written": {"vi": "trống: ghi nội dung", "en": "empty: write something"},
    "nothing_listed": {"vi": "danh sách trống: cần ít nhất một mục", "en": "the list is empty: it needs an entry"},
    "one_language": {
        "vi": "thiếu `{key}`: mỗi câu ghi bằng cả hai thứ tiếng, `{{vi: …, en: …}}`",
        "en": "`{key}` is missing: every sentence is written in both languages, `{{vi: …, en: …}}`",
    },
    "not_number": {
        "vi": "`{value}` không phải số: ghi chữ số, dấu chấm trước phần thập phân, ví dụ `49.9`",
        "en": "`{value}` is not a number: write digits, with a point before decimals, e.g. `49.9`",
    },
    "not_pack_date": {
        "vi": "`{value}` không phải ngày theo cách ghi của bộ quy định: ghi năm-tháng-ngày, ví dụ `2026-01-31`",
        "en": "`{value}` is not a date as packs write it: write year-month-day, e.g. `2026-01-31`",
    },
    "day_with_time": {
        "vi": "`{value}` có cả giờ: chỉ ghi năm-tháng-ngày",
        "en": "`{value}` has a time of day: write year-month-day alone",
    },
    "not_day_of_year": {
        "vi": '`{value}` không phải ngày của mỗi năm: ghi tháng-ngày trong dấu nháy, ví dụ `"11-15"`, không dùng 02-29',
        "en": '`{value}` is no day of every year: write month-day (MM-DD) in quotes, e.g. `"11-15"`, and not 02-29',
    },
    "not_fraction": {
        "vi": "`{value}` không phải phân số: ghi tử số và mẫu số, ví dụ `[2, 3]` cho hai phần ba, `[80, 100]` cho 80 %",
        "en": "`{value}` is no fraction: write top and bottom, e.g. `[2, 3]` for two thirds, `[80, 100]` for 80 %",
    },
    "below_bound": {
        "vi": "`{value}` quá nhỏ: ghi số từ {bound} trở lên",
        "en": "`{value}` is too small: write {bound} or more",
    },
    "above_bound": {
        "vi": "`{value}` quá lớn: ghi số không quá {bound}",
        "en": "`{value}` is too large: write {bound} or less",
    },
    "comma_in_text": {
        "vi": "câu có dấu phẩy nên bị cắt tại `{key}`: đặt cả câu trong dấu nháy",
        "en": "the sentence has a comma and so is cut off at `{key}`: put all of it in quotes",
    },
    "strange_value": {
        "vi": "giá trị không đúng dạng: xem cách ghi bằng `dcs-audit schema rule`",
        "en": "this value has the wrong form: `dcs-audit schema rule` shows the right one",
    },
    "said": {"vi": "{what}", "en": "{what}"},
    # Names
    "unknown_name_rule": {"vi": "không có quy định `{name}`", "en": "unknown rule `{name}`"},
    "unknown_name_check": {"vi": "không có tiêu chí `{name}`", "en": "unknown check `{name}`"},
    "unknown_name_parameter": {"vi": "không có tham số `{name}`", "en": "unknown parameter `{name}`"},
    "unknown_name_source": {"vi": "không có văn bản `{name}` trong sources.yaml", "en": "unknown source `{name}`"},
    "unknown_name_group": {"vi": "không có nhóm `{name}`", "en": "unknown group `{name}`"},
    "unknown_name_fact": {"vi": "không có thông tin đơn vị `{name}`", "en": "unknown fact `{name}`"},
    "unknown_name_base": {"vi": "không có đơn vị gốc `{name}` trong `bases`", "en": "no such base `{name}`"},
    "unknown_name_channel": {"vi": "không có kênh công khai `{name}`", "en": "unknown channel `{name}`"},
    "unknown_name_status": {"vi": "không có kết luận `{name}`", "en": "no such status `{name}`"},
    "defined_twice": {
        "vi": "`{name}` được định nghĩa hai lần, lần đầu ở {first}: đổi tên hoặc bỏ một",
        "en": "`{name}` is defined twice, first at {first}: rename one or drop it",
    },
    "two_versions": {
        "vi": "hai phiên bản cùng có hiệu lực ngày {day}, phiên bản kia ở {first}: cho phiên bản trước kết thúc (`to`) "
        "trước ngày đó; nếu là hai quy định khác nhau thì đặt mã khác nhau",
        "en": "two versions are in force on {day}, the other at {first}: let the earlier one end (`to`) before that "
        "day; if they are two rules, give them two ids",
    },
    # Several keys together
    "window_backwards": {
        "vi": "`to` trước `from`, nên không bao giờ có hiệu lực: xem lại hai ngày",
        "en": "`to` lies before `from`: it would never be in force",
    },
    "values_out_of_order": {
        "vi": "các giá trị phải xếp theo ngày, giá trị sau bắt đầu từ ngày sau",
        "en": "the values must stand in the order of their dates, each from a later day",
    },
    "longer_than_century": {
        "vi": "hơn {most} {unit}: không nghĩa vụ nào kéo dài quá một thế kỷ, xem lại số và `unit`",
        "en": "more than {most} {unit}: no duty waits longer than a century",
    },
    "one_of_keys": {
        "vi": "{what} phải có đúng một trong các khóa: {keys}",
        "en": "{what} takes exactly one of: {keys}",
    },
    "pick_of_boards": {
        "vi": "`pick: {pick}` chỉ dùng cho `boards`, vì chỉ các ban mới có nhiệm kỳ",
        "en": "pick: {pick} is for boards, which alone have a term",
    },
    "parts_of_documents": {
        "vi": "`parts` chỉ dùng cho `documents`: báo cáo 6 tháng đầu năm không ghi kỳ là cả năm",
        "en": "parts is for documents: a report of the first half-year does not name the year",
    },
    "open_without_where": {
        "vi": "`open_if_absent`: `{path}` không có trong `where`: ghi thuộc tính ấy vào `where` hoặc bỏ ở đây",
        "en": "open_if_absent: `{path}` is not among the attributes of `where`",
    },
    "late_reason_alone": {
        "vi": "`late_reason` nêu vì sao việc trễ cần xem lại: chỉ ghi cùng `late_as: needs_review`",
        "en": "late_reason says why what is late needs review: it goes with late_as: needs_review",
    },
    "attest_beside": {
        "vi": "`attest` thay cho {keys}: bỏ một trong hai",
        "en": "attest stands for {keys}: leave one of them out",
    },
    "working_year_due": {
        "vi": "`every: working_year` cần `due.after_period`: số tháng phải làm xong",
        "en": "every: working_year needs due.after_period, the months in which it is to be done",
    },
    "per_record": {
        "vi": "`per: record` cần `every: year` và `none`: vì sao không có hồ sơ thì không phát sinh nghĩa vụ",
        "en": "per: record needs every: year, and `none`: why no duty arises without a record",
    },
    "per_project": {
        "vi": "`per: project` cần `every: year` hoặc `standing`, và `record.subject`: thuộc tính ghi dự án",
        "en": "per: project needs every: year or standing, and record.subject: the project's attribute",
    },
    "per_item": {
        "vi": "`per: item` và `items` đi cùng nhau: những nội dung phải công khai",
        "en": "per: item and `items` go together: which contents are to be disclosed",
    },
    "per_item_elsewhere": {
        "vi": "`per: item` chỉ dùng cho `section: disclosures` và `every: year`",
        "en": "per: item is for disclosures of the year",
    },
    "nil_elsewhere": {
        "vi": "`nil` chỉ dùng cho `disclosures`, nơi duy nhất được ghi là không phát sinh",
        "en": "nil is for disclosures, which alone may say that nothing arose",
    },
    "no_bound": {
        "vi": "cần `at_least` hoặc `at_most`: không có giới hạn thì hồ sơ nào cũng đạt",
        "en": "one of at_least, at_most is needed: without a bound every record passes",
    },
    "bounds_crossed": {
        "vi": "`at_least` lớn hơn `at_most`: không hồ sơ nào đạt được",
        "en": "at_least is more than at_most: no record could pass",
    },
    "share_without_whole": {
        "vi": "tỷ lệ cần có tổng số: ghi `of`, `of_fact` hoặc cả hai",
        "en": "a share needs a whole: of, of_fact, or both",
    },
    "share_not_fraction": {
        "vi": "tỷ lệ là phân số [tử số, mẫu số] lớn hơn 0 và không quá 1",
        "en": "a share is a fraction [top, bottom] above 0 and at most 1",
    },
    "together_elsewhere": {
        "vi": "`together` chỉ dùng cho nơi nhận, ví dụ `sent.to`",
        "en": "together is for receivers, such as sent.to",
    },
    "asks_nothing": {
        "vi": "mỗi cách trong `options` phải hỏi một điều: không hỏi gì thì hồ sơ nào cũng đạt",
        "en": "an option must ask a question: with none, every record passes",
    },
    "reason_without_review": {
        "vi": "`reason` nói điều người xem lại phải xác nhận: cần có `review: true`",
        "en": "reason is what a person must look for: it needs review: true",
    },
    # What is well written and cannot work
    "only_total": {
        "vi": "hồ sơ cộng dồn chỉ có `total`, không có `{path}`",
        "en": "records added up have only `total`, not `{path}`",
    },
    "leads_through_list": {
        "vi": "`{path}` của {section} đi qua một danh sách, ở đây chỉ dùng được một giá trị",
        "en": "`{path}` of {section} leads through a list, and only one value can be taken here",
    },
    "no_such_attribute": {
        "vi": "hồ sơ {section} không có thuộc tính `{name}`",
        "en": "{section} have no such attribute: `{name}`",
    },
    "wrong_sort": {
        "vi": "`{path}` của {section} thuộc loại {sort}; ở đây cần loại {sorts}",
        "en": "`{path}` of {section} is a {sort}; this takes one of: {sorts}",
    },
    "never_word": {
        "vi": "`{path}` của {section} không bao giờ là `{name}`",
        "en": "`{path}` of {section} is never `{name}`",
    },
    "never_sort": {
        "vi": "`{path}` của {section} thuộc loại {sort}, không bao giờ là `{value}`",
        "en": "`{path}` of {section} is a {sort}, never `{value}`",
    },
    "no_value": {
        "vi": "`{path}` không có giá trị nào, nên không hồ sơ nào phù hợp: ghi ít nhất một giá trị",
        "en": "`{path}`: no value is given, so no record could match",
    },
    "total_of_record": {
        "vi": "`total` phải là thuộc tính của chính hồ sơ, không có dấu chấm",
        "en": "total takes an attribute of the record itself",
    },
    "since_of_total": {
        "vi": "`since` không dùng được: hồ sơ cộng dồn không có ngày riêng",
        "en": "since: records added up have no day of their own",
    },
    "derived_day": {
        "vi": "`{path}` là của {owner}, không phải của {section}",
        "en": "{path} is of {owner}, not of {section}",
    },
    "time": {
        "vi": "thời hạn tính theo {units}; tham số `{name}` tính theo {unit}",
        "en": "a time counts {units}; `{name}` counts {unit}",
    },
    "time_of_working_year": {
        "vi": "thời hạn của năm công tác tính theo {units}; tham số `{name}` tính theo {unit}",
        "en": "a time of a working year counts {units}; `{name}` counts {unit}",
    },
    "time_of_practice": {
        "vi": "thời hạn do bộ quy định tự chọn (`practice`) tính theo {units}; tham số `{name}` tính theo {unit}",
        "en": "a time of practice counts {units}; `{name}` counts {unit}",
    },
    "counts_other": {
        "vi": "`{key}` tính theo {units}; tham số `{name}` tính theo {unit}",
        "en": "{key} counts {units}; `{name}` counts {unit}",
    },
    "nil_not_asked": {
        "vi": "`nil: refused`, nhưng không tiêu chí nào của quy định hỏi điều đó: thêm tiêu chí có "
        "`one_of: {{of: nil, values: ['false']}}`",
        "en": "nil: refused, but no check of the rule asks about it: one_of: {{of: nil, values: ['false']}}",
    },
    "follows_other": {
        "vi": "quy định dùng hồ sơ của `{name}`, mà `{name}` có `every` hoặc `record.section` khác",
        "en": "it takes the record of `{name}`, which has another `every` or `record.section`",
    },
    "follows_with_per": {
        "vi": "chỉ quy định không có `per` mới dùng được hồ sơ của quy định khác, và quy định kia cũng không có `per`",
        "en": "only a rule without `per` can take the record of another, and only of one without `per`",
    },
    "follows_forever": {
        "vi": "đi theo `{name}` thì không bao giờ dừng: bỏ một `follows` trong vòng này",
        "en": "following `{name}` never ends: drop one `follows` of this circle",
    },
    "posted_elsewhere": {
        "vi": "chỉ `disclosures` được công khai trên các kênh, không phải {section}",
        "en": "only disclosures are posted on channels, not {section}",
    },
    "term_elsewhere": {
        "vi": "chỉ {sections} có nhiệm kỳ, không phải {section}",
        "en": "only {sections} have a term, not {section}",
    },
    "no_list": {
        "vi": "`{path}` của {section} không phải danh sách",
        "en": "`{path}` of {section} is no list",
    },
    # The inventory of the law
    "inventoried_twice": {"vi": "văn bản `{name}` được kê hai lần: bỏ một", "en": "`{name}` is inventoried twice"},
    "article_twice": {"vi": "Điều {number} có hai lần: bỏ một", "en": "Điều {number} stands twice"},
    "clause_twice": {"vi": "khoản {number} có hai lần: bỏ một", "en": "clause {number} stands twice"},
    "point_twice": {
        "vi": "điểm {letter} khoản {clause} có hai lần: bỏ một",
        "en": "point {letter} of clause {clause} stands twice",
    },
    "no_such_place": {"vi": "không có `{at}`: xem lại số khoản, điểm", "en": "there is no `{at}`"},
    "no_such_clause": {"vi": "không có khoản {number}: xem lại số khoản", "en": "there is no clause {number}"},
    "not_inventoried": {
        "vi": "{place} không có trong bản kê của `{source}`: xem lại viện dẫn hoặc bổ sung bản kê",
        "en": "{place} is not in the inventory of `{source}`",
    },
    "second_note": {"vi": "ghi chú thứ hai cho `{at}`: chỉ giữ một", "en": "a second note on `{at}`"},
    # What entries are called
    "subject.rule": {"vi": "quy định {name}", "en": "rule {name}"},
    "subject.check": {"vi": "tiêu chí {name}", "en": "check {name}"},
    "subject.parameter": {"vi": "tham số {name}", "en": "parameter {name}"},
    "subject.source": {"vi": "văn bản {name}", "en": "source {name}"},
    "subject.target": {"vi": "chỉ tiêu {name}", "en": "target {name}"},
    "subject.amends": {"vi": "thay đổi tham số {name}", "en": "amends {name}"},
    "subject.informational": {"vi": "nội dung để biết {name}", "en": "informational {name}"},
    "subject.restated": {"vi": "quy định nhắc lại {name}", "en": "restated {name}"},
    "subject.group": {"vi": "nhóm {name}", "en": "group {name}"},
    "subject.subtype": {"vi": "phân loại {name}", "en": "subtype {name}"},
    "subject.case": {"vi": "ca kiểm tra {name}", "en": "case {name}"},
    "subject.day_off": {"vi": "day_off", "en": "day_off"},
    "subject.used_by": {"vi": "tiêu chí {check}, quy định {rule} dùng", "en": "check {check}, used by rule {rule}"},
}

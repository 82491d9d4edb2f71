"""What is wrong in a file of records, and what would be right, in Vietnamese and English."""

from dcs_audit.locale.notation_problems import PROBLEMS as NOTATION
from dcs_audit.locale.pack_faults import PROBLEMS as PACK_FAULTS
from dcs_audit.locale.pack_problems import PROBLEMS as PACK
from dcs_audit.locale.workbook_problems import PROBLEMS as WORKBOOK

HINTS: dict[str, dict[str, str]] = {
    "meant": {"vi": "ghi `{meant}`", "en": "write `{meant}`"},
    "any_of": {"vi": "ghi một trong: {any_of}", "en": "write one of: {any_of}"},
    "level": {
        "vi": "khóa này đứng cùng cấp với `{level}`, không nằm bên trong",
        "en": "it belongs beside `{level}`, not inside it",
    },
    "inside": {
        "vi": "khóa này thuộc bên trong `{inside}`",
        "en": "it belongs inside `{inside}`",
    },
    "near": {"vi": "có phải muốn ghi `{near}`?", "en": "did you mean `{near}`?"},
    "mended": {"vi": "ghi `{mended}`", "en": "write `{mended}`"},
    "allowed": {"vi": "chỉ dùng một trong: {allowed}", "en": "use one of: {allowed}"},
}
"""Said after a message that has the argument of that name."""

PROBLEMS: dict[str, dict[str, str]] = {
    **NOTATION,
    **WORKBOOK,
    **PACK,
    **PACK_FAULTS,
    # The file itself
    "file_not_found": {
        "vi": "không tìm thấy tệp: kiểm tra lại đường dẫn",
        "en": "file not found: check the path",
    },
    "is_directory": {
        "vi": "đây là thư mục: hãy chỉ tới một tệp hồ sơ",
        "en": "this is a directory: name a file of records",
    },
    "not_regular_file": {
        "vi": "đây không phải tệp thông thường (là thiết bị hoặc đường ống): hãy chỉ tới một tệp, hoặc dùng `-`",
        "en": "not a regular file but a device or pipe: name a file, or use `-`",
    },
    "no_permission": {
        "vi": "không có quyền đọc tệp: xin cấp quyền đọc",
        "en": "no permission to read the file: ask for it",
    },
    "cannot_read": {
        "vi": "không đọc được tệp ({reason}): kiểm tra lại tệp và ổ đĩa",
        "en": "the file cannot be read ({reason}): check the file and its drive",
    },
    "file_too_large": {
        "vi": "tệp lớn hơn {limit} MB: một tệp chỉ ghi một đơn vị trong một năm (giới hạn: biến DCS_AUDIT_MAX_MB)",
        "en": "the file is larger than {limit} MB: one file holds one unit and one year (limit: DCS_AUDIT_MAX_MB)",
    },
    "utf16": {
        "vi": "tệp được lưu theo mã UTF-16: hãy lưu lại (Save as) theo mã UTF-8",
        "en": "the file is saved as UTF-16: save it again as UTF-8",
    },
    "not_utf8": {
        "vi": "byte {byte} không thuộc mã UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258): hãy chuyển mã sang UTF-8",
        "en": "byte {byte} is not UTF-8 (perhaps TCVN3, VNI or Windows-1258): convert the file to UTF-8",
    },
    "old_encoding": {
        "vi": "tệp được lưu theo bảng mã {encoding}, không phải UTF-8 (byte {byte}): hãy chuyển mã sang UTF-8 "
        "(ví dụ bằng công cụ chuyển mã của Unikey), rồi lưu lại",
        "en": "the file is saved in {encoding}, not in UTF-8 (byte {byte}): convert it to UTF-8 and save it again",
    },
    "disguised": {
        "vi": "chữ trong tệp giống bảng mã {encoding} bị đọc nhầm rồi lưu thành UTF-8: mở lại tệp gốc, chuyển mã sang "
        "Unicode (ví dụ bằng công cụ chuyển mã của Unikey), rồi lưu theo UTF-8",
        "en": "the letters look like {encoding} that was misread and saved as UTF-8: convert the original file to "
        "Unicode and save it as UTF-8",
    },
    "nul_byte": {
        "vi": "tệp chứa byte 0, không phải tệp văn bản: hãy dùng tệp YAML hoặc JSON lưu theo mã UTF-8",
        "en": "the file holds a zero byte, so it is no text: use a YAML or JSON file saved as UTF-8",
    },
    "empty_file": {
        "vi": "tệp trống: cần ít nhất `unit` (tên và loại đơn vị) và `year` (năm kiểm tra)",
        "en": "the file is empty: it needs at least `unit` (name and type) and `year`",
    },
    "more_problems": {
        "vi": "còn nhiều lỗi nữa, chỉ hiện {shown} lỗi: sửa các lỗi này rồi chạy lại",
        "en": "there are more problems than the {shown} shown: mend these and run again",
    },
    # One value
    "unknown_key": {
        "vi": "không có khóa `{key}` ở đây",
        "en": "there is no key `{key}` here",
    },
    "for_editors": {
        "vi": "`{key}` là dòng chỉ dẫn cho trình soạn thảo, không phải khóa của hồ sơ; để nguyên dấu # ở đầu dòng",
        "en": "`{key}` tells editors the schema and is no key of a record; leave the # before it",
    },
    "missing": {
        "vi": "thiếu: phải ghi giá trị này",
        "en": "missing: this must be given",
    },
    "not_mapping": {
        "vi": "phải là nhóm `khóa: giá trị`",
        "en": "must be a group of `key: value`",
    },
    "not_list": {
        "vi": "phải là danh sách: mỗi mục một dòng bắt đầu bằng `- `, hoặc `[…, …]`",
        "en": "must be a list: one item a line after `- `, or `[…, …]`",
    },
    "not_list_or_all": {
        "vi": "phải là danh sách tên thôn hoặc `all`: ghi `[tên, tên]` hoặc `all`",
        "en": "must be a list of village names or `all`: write `[name, name]` or `all`",
    },
    "not_text": {
        "vi": "phải là một giá trị: không dùng danh sách hay nhóm khóa ở đây",
        "en": "must be one value: no list or group of keys here",
    },
    "unknown_slug": {
        "vi": "`{value}` không có trong danh mục được dùng ở đây",
        "en": "`{value}` is not in the list of values for this place",
    },
    "unknown_kind": {
        "vi": "`{value}` không phải mã loại có trong các bộ quy định đang dùng",
        "en": "the rule packs in use know no kind `{value}`",
    },
    "unknown_rule": {"vi": "không có quy định kiểm tra `{value}`", "en": "there is no rule `{value}`"},
    "unknown_pack": {"vi": "không có bộ quy định `{value}`", "en": "there is no rule pack `{value}`"},
    "not_whole_number": {
        "vi": "`{value}` không phải số nguyên: chỉ ghi chữ số, không có số 0 ở đầu, dấu chấm hay dấu phẩy, ví dụ `120`",
        "en": "`{value}` is not a whole number: digits only, no leading zero, point or comma, e.g. `120`",
    },
    "number_too_large": {
        "vi": "số `{value}` quá lớn: ghi nhiều nhất 9 chữ số",
        "en": "the number `{value}` is too large: 9 digits at most",
    },
    "negative": {"vi": "`{value}` là số âm: ghi số từ 0 trở lên", "en": "`{value}` is negative: write 0 or more"},
    "below_one": {"vi": "`{value}` nhỏ hơn 1: ghi 1, 2, …", "en": "`{value}` is less than 1: write 1, 2, …"},
    "year_out_of_range": {
        "vi": "năm `{value}` ngoài khoảng 2000–2100: ghi năm dương lịch bốn chữ số",
        "en": "the year `{value}` is outside 2000–2100: write a calendar year of four digits",
    },
    "not_bool": {
        "vi": "`{value}` không phải `true` (có) hoặc `false` (không); chưa biết thì bỏ trống",
        "en": "`{value}` is not `true` (yes) or `false` (no); leave it out if unknown",
    },
    "not_date": {
        "vi": "`{value}` không phải ngày: ghi ngày/tháng/năm `08/04/2026` hoặc năm-tháng-ngày `2026-04-08`",
        "en": "`{value}` is not a date: write day/month/year `08/04/2026` or year-month-day `2026-04-08`",
    },
    "impossible_date": {
        "vi": "không có ngày {value}: kiểm tra lại ngày, tháng",
        "en": "there is no day {value} (day/month/year): check day and month",
    },
    "date_month_first": {
        "vi": "`{value}` ghi tháng trước ngày: ghi ngày trước, tháng sau",
        "en": "`{value}` has the month first: write the day, then the month",
    },
    "date_out_of_range": {
        "vi": "năm của `{value}` ngoài khoảng 1900–2200: kiểm tra lại năm",
        "en": "the year of `{value}` is outside 1900–2200: check it",
    },
    "not_period": {
        "vi": "`{value}` không phải kỳ: ghi `2026` (năm), `2026-H1` (6 tháng), `2026-Q1` (quý) hoặc `2026-M03` (tháng)",
        "en": "`{value}` is not a period: write `2026`, `2026-H1` (half), `2026-Q1` (quarter) or `2026-M03` (month)",
    },
    "not_month_day": {
        "vi": "`{value}` không phải ngày có mỗi năm: ghi tháng-ngày, ví dụ `05-31`, không dùng `02-29`",
        "en": "`{value}` is not a day of every year: write month-day, e.g. `05-31`; `02-29` is none",
    },
    # Several values together
    "more_than": {
        "vi": "`{part}` ({few}) lớn hơn `{whole}` ({many}): kiểm tra lại hai số",
        "en": "`{part}` ({few}) is more than `{whole}` ({many}): check both numbers",
    },
    "ends_before_start": {
        "vi": "kết thúc {end} trước `{first}` {start}: kiểm tra lại hai ngày",
        "en": "ends on {end}, before `{first}` {start}: check both dates (day/month/year)",
    },
    "duplicate_id": {
        "vi": "mã `{value}` đã dùng ở `{first}`: mỗi mục hồ sơ một mã",
        "en": "the id `{value}` is already that of `{first}`: give each record its own",
    },
    "duplicate_village": {
        "vi": "thôn `{value}` đã có ở `{first}`: mỗi thôn ghi một lần",
        "en": "the village `{value}` is already at `{first}`: list each village once",
    },
    "duplicate_project": {
        "vi": "mã dự án `{value}` đã dùng ở `{first}`: mỗi dự án một mã",
        "en": "the project id `{value}` is already that of `{first}`: give each project its own",
    },
    "unknown_village": {
        "vi": "thôn `{value}` không có trong `unit.villages`",
        "en": "the village `{value}` is not in `unit.villages`",
    },
    "unknown_project": {
        "vi": "dự án `{value}` không có trong `unit.projects`",
        "en": "the project `{value}` is not in `unit.projects`",
    },
    "subtype_not_commune": {
        "vi": "chỉ chính quyền cấp xã (`type: commune`) mới có `subtype`: hãy bỏ dòng này",
        "en": "only a commune (`type: commune`) has a `subtype`: remove it",
    },
    "no_disclosures_of_village": {
        "vi": "thôn, tổ dân phố không có mục `disclosures`: ghi vào hồ sơ của chính quyền cấp xã",
        "en": "a village has no `disclosures`: they belong in the commune's file",
    },
}

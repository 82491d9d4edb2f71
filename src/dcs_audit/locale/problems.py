"""What is wrong in a file of records, and what would be right, in Vietnamese and English."""

HINTS: dict[str, dict[str, str]] = {
    "near": {"vi": "có phải muốn ghi `{near}`?", "en": "did you mean `{near}`?"},
    "allowed": {"vi": "chỉ dùng một trong: {allowed}", "en": "use one of: {allowed}"},
}
"""Said after a message that has the argument of that name."""

PROBLEMS: dict[str, dict[str, str]] = {
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
        "vi": "tệp lớn hơn {limit} MB: một tệp chỉ ghi một đơn vị trong một năm",
        "en": "the file is larger than {limit} MB: one file holds one unit and one year",
    },
    "utf16": {
        "vi": "tệp được lưu theo mã UTF-16: hãy lưu lại (Save as) theo mã UTF-8",
        "en": "the file is saved as UTF-16: save it again as UTF-8",
    },
    "not_utf8": {
        "vi": "byte {byte} không thuộc mã UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258): hãy chuyển mã sang UTF-8",
        "en": "byte {byte} is not UTF-8 (perhaps TCVN3, VNI or Windows-1258): convert the file to UTF-8",
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
    # Notation
    "control_character": {
        "vi": "có ký tự điều khiển {char} không nhìn thấy được: hãy xóa ký tự đó",
        "en": "holds the invisible control character {char}: delete it",
    },
    "lone_surrogate": {
        "vi": "có nửa ký tự {char} (mã \\u bị thiếu một nửa): hãy gõ lại chữ này",
        "en": "holds {char}, half of a character (an incomplete \\u escape): type the text again",
    },
    "duplicate_key": {
        "vi": "khóa `{key}` đã có ở dòng {line}: chỉ giữ một",
        "en": "the key `{key}` is already on line {line}: keep only one",
    },
    "too_deep": {
        "vi": "lồng nhau quá {limit} cấp: hồ sơ không cần lồng sâu như vậy",
        "en": "nested more than {limit} levels deep: no record needs that",
    },
    "too_many_values": {
        "vi": "tệp có hơn {limit} giá trị: một tệp chỉ ghi một đơn vị trong một năm",
        "en": "the file holds more than {limit} values: one file holds one unit and one year",
    },
    "several_documents": {
        "vi": "tệp có nhiều phần ngăn bởi `---`: một tệp chỉ ghi một đơn vị, hãy tách thành nhiều tệp",
        "en": "the file holds several documents divided by `---`: one file is one unit, so make several files",
    },
    "merge_key": {
        "vi": "không dùng `<<` để gộp: hãy ghi đủ các khóa",
        "en": "`<<` does not merge here: write the keys out",
    },
    "yaml_tag": {
        "vi": "không dùng nhãn kiểu `{tag}`: hãy bỏ nhãn, hoặc đặt chữ bắt đầu bằng `!` trong dấu nháy",
        "en": "the tag `{tag}` has no meaning here: remove it, or put text that begins with `!` in quotes",
    },
    "complex_key": {
        "vi": "khóa phải là chữ: không dùng danh sách, nhóm khóa hay `*` làm khóa",
        "en": "a key must be plain text: no list, mapping or `*` alias",
    },
    "cyclic_alias": {
        "vi": "`*{name}` nằm trong chính `&{name}`: hãy ghi rõ nội dung",
        "en": "`*{name}` stands inside `&{name}` itself: write the content out",
    },
    "unknown_alias": {
        "vi": "`*{name}` không có `&{name}` ở trước: nếu là chữ thì đặt trong dấu nháy",
        "en": "`*{name}` has no `&{name}` before it: put it in quotes if it is text",
    },
    "tab": {
        "vi": "thụt dòng bằng phím Tab: hãy dùng dấu cách",
        "en": "indented with a tab: use spaces",
    },
    "missing_space": {
        "vi": "thiếu dấu cách sau dấu hai chấm của `{key}`: ghi `{key}: …`",
        "en": "no space after the colon of `{key}`: write `{key}: …`",
    },
    "colon_in_text": {
        "vi": 'nội dung có dấu hai chấm và dấu cách: đặt cả nội dung trong dấu nháy, ví dụ `"Quyết định: số 12"`',
        "en": 'the text holds a colon and a space: put all of it in quotes, e.g. `"Decision: no. 12"`',
    },
    "bad_indent": {
        "vi": "thụt dòng không đều: các khóa cùng cấp phải thẳng cột, cấp dưới thụt thêm 2 dấu cách",
        "en": "uneven indentation: keys of one level stand in one column, the level below 2 spaces further in",
    },
    "no_colon": {
        "vi": "dòng này không có `khóa: giá trị`: thêm dấu hai chấm và dấu cách sau khóa, hoặc thụt dòng thêm",
        "en": "this line is no `key: value`: add a colon and a space after the key, or indent the line further",
    },
    "unclosed_bracket": {
        "vi": "ngoặc mở ở đây chưa đóng, hoặc thiếu dấu phẩy bên trong: thêm `]`, `}}` hoặc `,`",
        "en": "the bracket opened here is not closed, or lacks a comma inside: add `]`, `}}` or `,`",
    },
    "unclosed_quote": {
        "vi": "dấu nháy mở ở đây chưa đóng: thêm dấu nháy đóng",
        "en": "the quote opened here is not closed: add the closing quote",
    },
    "text_after_quote": {
        "vi": "có chữ sau dấu nháy đóng: đặt cả nội dung trong một cặp dấu nháy",
        "en": "text follows the closing quote: put all of it inside one pair of quotes",
    },
    "bad_escape": {
        "vi": "mã sau dấu `\\` không đúng: ghi `\\\\` nếu muốn có dấu `\\`, hoặc dùng dấu nháy đơn trong YAML",
        "en": "what follows the `\\` is no escape: write `\\\\` for a backslash, or use single quotes in YAML",
    },
    "bad_start": {
        "vi": "nội dung không được bắt đầu bằng ký hiệu {char} : đặt cả nội dung trong dấu nháy",
        "en": "text cannot begin with the symbol {char} : put it in quotes",
    },
    "dash_in_value": {
        "vi": "dấu `-` của danh sách đứng sau dấu hai chấm: xuống dòng trước dấu `-`",
        "en": "the `-` of a list follows a colon: begin a new line before it",
    },
    "yaml_syntax": {
        "vi": "không đọc được YAML từ chỗ này: kiểm tra thụt dòng, dấu nháy, ngoặc; đặt chữ có ký hiệu trong nháy",
        "en": "this is no YAML from here on: check indentation, quotes and brackets; put text with symbols in quotes",
    },
    "json_comma": {
        "vi": "thiếu dấu phẩy giữa hai giá trị: thêm `,`",
        "en": "no comma between two values: add `,`",
    },
    "json_trailing_comma": {
        "vi": "thừa dấu phẩy sau giá trị cuối: bỏ dấu `,`",
        "en": "a comma follows the last value: remove it",
    },
    "json_colon": {
        "vi": 'thiếu dấu hai chấm sau khóa: ghi `"khóa": giá trị`',
        "en": 'no colon after the key: write `"key": value`',
    },
    "json_key": {
        "vi": 'ở đây phải là một khóa trong dấu nháy kép: ghi `"khóa"`, và bỏ dấu phẩy thừa',
        "en": 'a key in double quotes belongs here: write `"key"`, and no comma after the last value',
    },
    "json_control": {
        "vi": "chuỗi bị ngắt dòng hoặc có ký tự điều khiển: ghi `\\n` để xuống dòng, `\\t` cho Tab",
        "en": "a line break or control character inside a text: write `\\n` for a new line, `\\t` for a tab",
    },
    "json_extra": {
        "vi": "còn nội dung sau giá trị JSON: một tệp chỉ có một giá trị",
        "en": "something follows the JSON value: one file holds one value",
    },
    "json_syntax": {
        "vi": "không đọc được JSON từ chỗ này: kiểm tra dấu nháy kép, dấu phẩy và ngoặc",
        "en": "this is no JSON from here on: check double quotes, commas and brackets",
    },
    "not_json_number": {
        "vi": "`{value}` không phải số của JSON: ghi số, hoặc `null` nếu chưa biết",
        "en": "`{value}` is no JSON number: write a number, or `null` if unknown",
    },
    # One value
    "unknown_key": {"vi": "không có khóa `{key}`", "en": "no such key as `{key}`"},
    "missing": {"vi": "thiếu: phải ghi giá trị này", "en": "missing: this must be given"},
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
    "unknown_slug": {"vi": "`{value}` không có trong danh mục", "en": "`{value}` is not in the list of values"},
    "unknown_item": {
        "vi": "`{value}` không phải nội dung công khai của loại đơn vị này",
        "en": "`{value}` is no disclosure item of this type of unit",
    },
    "unknown_kind": {
        "vi": "loại `{value}` không có trong các bộ quy định đang dùng",
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
        "vi": "`{value}` không rõ là có hay không: ghi `true` (có) hoặc `false` (không), bỏ trống nếu chưa biết",
        "en": "`{value}` is neither `true` nor `false`: write one of them, or leave it out if unknown",
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

"""What is wrong in a file of records, and what would be right, in Vietnamese and English."""

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
    **WORKBOOK,
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
        "vi": "thụt dòng bằng phím Tab: xóa đi và gõ dấu cách, mỗi cấp 2 dấu cách",
        "en": "indented with a tab: delete it and type spaces, 2 for each level",
    },
    "missing_space": {
        "vi": "thiếu dấu cách sau dấu hai chấm của `{key}`",
        "en": "no space after the colon of `{key}`",
    },
    "colon_in_text": {
        "vi": "nội dung có dấu hai chấm và dấu cách nên bị đọc nhầm thành khóa: đặt cả nội dung trong dấu nháy",
        "en": "the text holds a colon and a space and so reads like a key: put all of it in quotes",
    },
    "bad_indent": {
        "vi": "thụt dòng không thẳng với dòng nào ở trên: các khóa cùng cấp phải thẳng cột, cấp dưới thụt thêm 2 dấu "
        "cách",
        "en": "indented like no line above: keys of one level stand in one column, the level below 2 spaces further in",
    },
    "no_colon": {
        "vi": "dòng này không có dạng `khóa: giá trị`: thêm dấu hai chấm và dấu cách sau khóa; nếu là phần tiếp của "
        "dòng trên thì thụt vào sâu hơn",
        "en": "this line is no `key: value`: add a colon and a space after the key; if it goes on from the line "
        "above, indent it further",
    },
    "unclosed_bracket": {
        "vi": "dấu ngoặc `{char}` mở ở đây chưa được đóng",
        "en": "the bracket `{char}` opened here is not closed",
    },
    "unclosed_quote": {
        "vi": "dấu nháy mở ở đây chưa được đóng: thêm dấu nháy ở cuối nội dung",
        "en": "the quote opened here is not closed: add the closing quote after the text",
    },
    "text_after_quote": {
        "vi": "có chữ sau dấu nháy đóng: đặt cả nội dung trong một cặp dấu nháy, hoặc bỏ hết dấu nháy",
        "en": "text follows the closing quote: put all of it inside one pair of quotes, or use none",
    },
    "bad_escape": {
        "vi": "mã sau dấu `\\` không đúng: ghi `\\\\` nếu muốn có dấu `\\`, hoặc dùng dấu nháy đơn trong YAML",
        "en": "what follows the `\\` is no escape: write `\\\\` for a backslash, or use single quotes in YAML",
    },
    "indent_too_deep": {
        "vi": "thụt {has} dấu cách, sâu hơn dòng {above}, mà dòng {above} đã có giá trị nên không có cấp dưới: thụt "
        "{width} dấu cách cho thẳng cột với dòng {above}, hoặc bỏ giá trị ở dòng {above}",
        "en": "indented by {has} spaces, further than line {above}, which has a value and so nothing below it: indent "
        "by {width} spaces like line {above}, or remove the value of line {above}",
    },
    "wide_colon": {
        "vi": "dấu hai chấm là toàn bề rộng `：` của bộ gõ tiếng Trung, Nhật: dùng dấu `:` thường và một dấu cách",
        "en": "the colon is the full-width `：` of an East Asian keyboard: use a plain `:` and a space",
    },
    "missing_comma": {
        "vi": "trong ngoặc thiếu dấu phẩy trước chỗ này, hoặc nội dung có dấu hai chấm mà chưa đặt trong dấu nháy: "
        "thêm `,` giữa hai mục, hoặc đặt nội dung trong dấu nháy",
        "en": "inside the brackets a comma is lacking before this place, or a text with a colon is not in quotes: add "
        "`,` between the two entries, or put the text in quotes",
    },
    "stray_bracket": {
        "vi": "thừa dấu ngoặc đóng `{char}`: bỏ bớt, hoặc thêm dấu ngoặc mở",
        "en": "the closing bracket `{char}` was never opened: remove it, or add the opening one",
    },
    "odd_space": {
        "vi": "thụt dòng bằng ký tự {char} trông như dấu cách (thường do chép từ Word, Zalo hoặc trang web): xóa phần "
        "đầu dòng rồi gõ lại bằng dấu cách",
        "en": "indented with {char}, which only looks like a space (mostly copied from Word or a web page): delete "
        "the beginning of the line and type spaces",
    },
    "no_dash": {
        "vi": "đây là danh sách: mỗi mục bắt đầu bằng dấu gạch và dấu cách, ghi `- {key}: …` "
        "(trong JSON: `[{{…}}, …]`)",
        "en": "this is a list: each item begins with a dash and a space, write `- {key}: …` (in JSON: `[{{…}}, …]`)",
    },
    "dash_missing": {
        "vi": "dòng này thẳng cột với các dấu `-` của danh sách mà không có dấu `-`: thêm `- ` nếu là mục mới, thụt "
        "thêm 2 dấu cách nếu thuộc mục trên, lùi ra nếu đã hết danh sách",
        "en": "this line stands in the column of the list's dashes and has none: add `- ` for a new item, indent it "
        "by 2 more spaces if it belongs to the item above, or less if the list has ended",
    },
    "no_dash_space": {
        "vi": "thiếu dấu cách sau dấu gạch `-` của danh sách: ghi dấu gạch, một dấu cách, rồi mới đến khóa",
        "en": "no space after the dash of the list: write the dash, a space, then the key",
    },
    "unknown_item": {
        "vi": "`{value}` không phải mã nội dung công khai của loại đơn vị này",
        "en": "`{value}` is no disclosure item of this type of unit",
    },
    "bad_start": {
        "vi": "nội dung không được bắt đầu bằng ký hiệu {char} : đặt cả nội dung trong dấu nháy",
        "en": "text cannot begin with the symbol {char} : put it in quotes",
    },
    "dash_in_value": {
        "vi": "dấu `-` của danh sách đứng cùng dòng với khóa: xuống dòng, thụt thêm 2 dấu cách rồi mới ghi `- `",
        "en": "the `-` of a list stands on the line of its key: begin a new line, indented by 2 more spaces, before it",
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
    "unknown_key": {
        "vi": "không có khóa `{key}` ở đây",
        "en": "there is no key `{key}` here",
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
        "vi": "`{value}` không rõ là có hay không (chưa biết thì bỏ trống)",
        "en": "`{value}` is neither yes nor no (leave it out if unknown)",
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

"""What can be wrong with the notation of a unit file, YAML or JSON, in both languages."""

PROBLEMS: dict[str, dict[str, str]] = {
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
    "hash_value": {
        "vi": "dấu # sau dấu cách mở đầu ghi chú nên giá trị này bị bỏ trống: bỏ dấu #, hoặc đặt giá trị trong dấu "
        "nháy; nếu đúng là ghi chú thì thêm dấu cách sau dấu #",
        "en": "a # after a space begins a comment, so this value is empty: leave the # out, or put the value in "
        "quotes; if a comment is meant, put a space after the #",
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
}

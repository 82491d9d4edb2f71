"""What is wrong in packs that are well written: numbers changed, facts, files that nobody reads; and what is right."""

PROBLEMS: dict[str, dict[str, str]] = {
    # Numbers that a pack changes
    "amends_unknown": {
        "vi": "không có tham số `{name}`",
        "en": "unknown parameter `{name}`",
    },
    "amends_no_text": {
        "vi": "chưa viện dẫn văn bản nào: ghi `basis`, chỗ trong văn bản ấn định số này",
        "en": "no text is cited: give `basis`, the place in the text that sets this number",
    },
    "amends_before_text": {
        "vi": "áp dụng từ {begins}, khi chưa văn bản nào được viện dẫn có hiệu lực ({windows}): "
        "sửa `from` hoặc `basis`",
        "en": "it begins on {begins}, when no text that it cites is in force ({windows}): mend `from` or `basis`",
    },
    "amends_two_numbers": {
        "vi": "từ {begins} ở đây là {value}, ở {first} là {other}: hai số khác nhau từ cùng một ngày; "
        "bỏ một trong hai, hoặc bỏ bộ quy định chứa nó",
        "en": "from {begins} it is {value} here and {other} at {first}: two different numbers from the same day; "
        "leave out one of the two, or its pack",
    },
    "amends_left_open": {
        "vi": "áp dụng từ {begins}, mà từ {later} chính tham số là {value}: bắt đầu từ {later} trở đi, "
        "hoặc thêm một mục `from: {later}` nói từ ngày đó áp dụng số nào",
        "en": "it begins on {begins}, and from {later} the number itself is {value}: begin on {later} or later, "
        "or add an entry with `from: {later}` that says what holds from then",
    },
    # What a pack builds on
    "extends_unknown": {
        "vi": "không có bộ quy định `{name}`",
        "en": "unknown pack `{name}`",
    },
    "extends_itself": {
        "vi": "bộ quy định không thể bổ sung cho chính mình: ghi tên bộ quy định khác, thường là `quoc-gia`",
        "en": "a pack cannot add to itself: name another one, as a rule `quoc-gia`",
    },
    "extends_absent": {
        "vi": "bổ sung cho `{name}`, nhưng lần chạy này không dùng bộ đó: thêm `--pack {name}` vào trước",
        "en": "it adds to `{name}`, which this run does not use: give `--pack {name}` as well, before it",
    },
    # Files that would never be read
    "stray_ending": {
        "vi": "tệp có đuôi này không được đọc, nên không quy định nào trong đó được xét: đổi tên thành `{right}`",
        "en": "a file with this ending is not read, and no rule in it would be judged: rename it to `{right}`",
    },
    "stray_folder": {
        "vi": "thư mục con không được đọc, nên không quy định nào trong đó được xét: chuyển tệp ra cạnh pack.yaml",
        "en": "a folder inside a pack is not read, and no rule in it would be judged: move the file beside pack.yaml",
    },
    # Conditions on facts
    "fact_flag": {
        "vi": "`{fact}` là câu trả lời có hoặc không: dùng `is: true`, `is: false` hoặc `present`, không dùng `{key}`",
        "en": "`{fact}` is a yes or no: use `is: true`, `is: false` or `present`, not `{key}`",
    },
    "fact_number": {
        "vi": "`{fact}` là một số: dùng `at_least`, `at_most`, `more_than`, `less_than` hoặc `present`, "
        "không dùng `{key}`",
        "en": "`{fact}` is a number: use `at_least`, `at_most`, `more_than`, `less_than` or `present`, not `{key}`",
    },
    "fact_list": {
        "vi": "`{fact}` là một danh sách, được đếm: dùng `at_least`, `at_most`, `more_than`, `less_than` "
        "hoặc `present`, không dùng `{key}`",
        "en": "`{fact}` is a list, which is counted: use `at_least`, `at_most`, `more_than`, `less_than` "
        "or `present`, not `{key}`",
    },
    "fact_count": {
        "vi": "`{fact}` là số đếm trong hồ sơ, lúc nào cũng biết: dùng `at_least`, `at_most`, `more_than` "
        "hoặc `less_than`, không dùng `{key}`",
        "en": "`{fact}` is counted in the records and always known: use `at_least`, `at_most`, `more_than` "
        "or `less_than`, not `{key}`",
    },
    "fact_text": {
        "vi": "`{fact}` là một đoạn chữ: chỉ hỏi được có ghi hay không, bằng `present`, không dùng `{key}`",
        "en": "`{fact}` is a text: only `present` can be asked of it, whether it is given, not `{key}`",
    },
    "fact_no_number": {
        "vi": "`{fact}` không phải số hay danh sách để đếm: ở đây dùng {numbers}",
        "en": "`{fact}` is neither a number nor a list to count: this takes {numbers}",
    },
    "fact_no_flag": {
        "vi": "`{fact}` không phải câu trả lời có hoặc không: ở đây dùng {flags}",
        "en": "`{fact}` is no yes or no: this takes {flags}",
    },
    "period_end_false": {
        "vi": "`period_end` chỉ có thể là `true`: ghi `true`, hoặc thay bằng `by`, `before` hay `after_period`",
        "en": "`period_end` can only be `true`: write `true`, or take `by`, `before` or `after_period` instead",
    },
    # The same twice
    "same_attribute": {
        "vi": "`{one}` và `{other}` đều là `{path}`: so một thuộc tính với chính nó thì hồ sơ nào cũng như nhau; "
        "sửa một trong hai",
        "en": "`{one}` and `{other}` are both `{path}`: compared with itself it says the same of every record; "
        "mend one of the two",
    },
}

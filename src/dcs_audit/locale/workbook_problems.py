"""What is wrong in a workbook of records, and what would be right."""

from __future__ import annotations

PROBLEMS: dict[str, dict[str, str]] = {
    # The file
    "xlsx_not_workbook": {
        "vi": "đây không phải sổ tính Excel: mở tệp bằng Excel hoặc LibreOffice rồi lưu theo dạng .xlsx",
        "en": "this is no Excel workbook: open it in Excel or LibreOffice and save it as .xlsx",
    },
    "xlsx_locked": {
        "vi": "tệp đặt mật khẩu mở, hoặc là dạng .xls cũ: bỏ mật khẩu rồi lưu theo dạng .xlsx",
        "en": "the file needs a password to open, or is an old .xls: remove the password and save it as .xlsx",
    },
    "xlsx_macros": {
        "vi": "sổ tính có macro: lưu lại theo dạng .xlsx (không có macro)",
        "en": "the workbook holds macros: save it as .xlsx, which has none",
    },
    "xlsx_broken": {
        "vi": "tệp hỏng hoặc chưa chép hết: chép lại tệp gốc, hoặc mở bằng Excel và lưu lại",
        "en": "the file is damaged or incomplete: copy it again, or open it in Excel and save it",
    },
    "xlsx_too_large": {
        "vi": "sổ tính giải nén ra hơn {limit} MB: một tệp chỉ ghi một đơn vị trong một năm",
        "en": "the workbook unpacks to more than {limit} MB: one file holds one unit and one year",
    },
    "xlsx_too_many_cells": {
        "vi": "sổ tính có quá nhiều ô: xóa các dòng, cột thừa; một tệp chỉ ghi một đơn vị trong một năm",
        "en": "the workbook has too many cells: delete spare rows and columns; one file holds one unit and one year",
    },
    "xlsx_far_cell": {
        "vi": "có nội dung ở ô {cell}, quá xa bảng: xóa nội dung đó",
        "en": "there is something in cell {cell}, far off the table: delete it",
    },
    "xlsx_entities": {
        "vi": "tệp có khai báo DTD, không có trong sổ tính thật: mở bằng Excel và lưu lại",
        "en": "the file declares a DTD, which no real workbook does: open it in Excel and save it",
    },
    "xlsx_not_ours": {
        "vi": "sổ tính không theo mẫu hồ sơ: tạo mẫu bằng `dcs-audit init --format xlsx` và chép số liệu sang",
        "en": "this is not the workbook of a unit file: make one with `dcs-audit init --format xlsx` and copy over",
    },
    "xlsx_no_facts": {
        "vi": "thiếu trang thông tin của đơn vị (trang “Đơn vị” của mẫu): tạo lại mẫu và chép số liệu sang",
        "en": "the sheet with the facts of the unit is not there: make a new workbook and copy over",
    },
    # Sheets, columns, rows
    "xlsx_unknown_sheet": {
        "vi": "trang tính `{sheet}` không thuộc mẫu nên không đọc: xóa trang này, hoặc chép nội dung sang trang mẫu",
        "en": "the sheet `{sheet}` is not of the form and is not read: delete it, or move what it holds to one that is",
    },
    "xlsx_sheet_twice": {
        "vi": "trang tính `{sheet}` là bản sao của `{first}`: chỉ giữ một",
        "en": "the sheet `{sheet}` is a copy of `{first}`: keep only one",
    },
    "xlsx_hidden_gone": {
        "vi": "cột ẩn của trang `{sheet}` đã bị xóa nên không đọc được trang này: tạo lại mẫu và chép số liệu sang",
        "en": "a hidden column of the sheet `{sheet}` is gone, so it cannot be read: make a new workbook and copy over",
    },
    "xlsx_column_twice": {
        "vi": "cột này có hai lần trong trang: chỉ giữ một",
        "en": "this column is there twice: keep only one",
    },
    "xlsx_unknown_column": {
        "vi": "cột này không có trong mẫu hồ sơ của bản đang dùng: tạo lại mẫu và chép số liệu sang",
        "en": "this column is unknown to this version: make a new workbook and copy over",
    },
    "xlsx_stray_cell": {
        "vi": "`{value}` đứng ngoài các cột của mẫu nên không đọc: chuyển vào cột Ghi chú, hoặc xóa",
        "en": "`{value}` stands outside the columns of the form and is not read: move it to the notes, or delete it",
    },
    "xlsx_bare_row": {
        "vi": "dòng này mới chọn nội dung, chưa ghi thông tin nào: ghi ít nhất một thông tin (ngày, số văn bản …), "
        "hoặc xóa dòng",
        "en": "this row says only what it is about: add at least one fact (a day, a number …), or clear the row",
    },
    "xlsx_no_parent": {
        "vi": "chưa biết dòng này thuộc mục nào: chọn mã dòng ở cột “Thuộc dòng”",
        "en": "it is not known which row this belongs to: choose its code in the column “Belongs to”",
    },
    "xlsx_unknown_parent": {
        "vi": "không có dòng nào mang mã `{value}`, hoặc có nhiều hơn một: chọn mã có ở trang chính",
        "en": "no row has the code `{value}`, or several have: choose a code of the main sheet",
    },
    "xlsx_none_and_rows": {
        "vi": "vừa ghi là không có, vừa ghi từng mục: bỏ một trong hai",
        "en": "says that there are none, and lists some: remove one of the two",
    },
    "xlsx_only_none": {
        "vi": "ô này chỉ ghi “không có” khi đã biết là không có mục nào; các mục ghi ở trang riêng",
        "en": "this cell says only “none at all” where it is known that there are none; entries have their own sheet",
    },
    # Cells
    "xlsx_formula": {
        "vi": "ô chứa công thức: chép ô rồi dán giá trị (Paste Special – Values), hoặc gõ thẳng giá trị",
        "en": "the cell holds a formula: paste its value instead (Paste Special – Values), or type the value",
    },
    "xlsx_error": {
        "vi": "ô báo lỗi {value}: gõ lại giá trị",
        "en": "the cell shows the error {value}: type the value again",
    },
    "xlsx_became_day": {
        "vi": "bảng tính đã đổi nội dung ô thành ngày {value}: đặt định dạng ô là Văn bản (Text) rồi gõ lại",
        "en": "the program turned this cell into the day {value}: format the cell as Text and type it again",
    },
    "xlsx_became_number": {
        "vi": "bảng tính đã đổi nội dung ô thành số {value}: đặt định dạng ô là Văn bản (Text) rồi gõ lại",
        "en": "the program turned this cell into the number {value}: format the cell as Text and type it again",
    },
    "xlsx_became_truth": {
        "vi": "bảng tính đã đổi nội dung ô thành {value}: đặt định dạng ô là Văn bản (Text) rồi gõ lại",
        "en": "the program turned this cell into {value}: format the cell as Text and type it again",
    },
    "xlsx_no_day": {
        "vi": "`{value}` không rõ là ngày nào: ghi ngày/tháng/năm, ví dụ 08/04/2026",
        "en": "it is not clear which day `{value}` is: write day/month/year, such as 08/04/2026",
    },
    "xlsx_day_and_time": {
        "vi": "`{value}` là ngày {day} kèm giờ trong ngày: chỉ ghi ngày, ví dụ {day}",
        "en": "`{value}` is {day} with a time of day: write the day alone, such as {day}",
    },
    "xlsx_no_truth": {
        "vi": "`{value}` không rõ là có hay không: chọn “có” (co, x, 1), “không” (khong, 0), hoặc “chưa rõ”",
        "en": "`{value}` is neither yes nor no: choose “yes” (y, x, 1), “no” (n, 0) or “unknown”",
    },
    "xlsx_no_month_day": {
        "vi": "`{value}` không phải ngày/tháng: ghi ngày trước, tháng sau, ví dụ 31/05",
        "en": "`{value}` is not a day and month: write the day, then the month, such as 31/05",
    },
    "xlsx_open_quote": {
        "vi": "dấu nháy kép mở ra chưa đóng: đóng dấu nháy, hoặc bỏ đi",
        "en": "a double quote is opened and not closed: close it, or remove it",
    },
}

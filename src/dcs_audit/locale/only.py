"""What is said where a unit owes nothing by the rules that were asked for."""

from __future__ import annotations

from dcs_audit.locale.languages import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "only.none": {
        "vi": "Đơn vị này không có nghĩa vụ nào theo {name} (--only): {why}. Phần này chưa kiểm tra được gì.",
        "en": "This unit has no duty of {name} (--only): {why}. Nothing of it was checked.",
    },
    "only.why.pack": {
        "vi": "bộ quy định của đơn vị không có mã này",
        "en": "it is not in the rulebook of the unit",
    },
    "only.why.type": {
        "vi": "chỉ áp dụng cho {kinds}, còn đơn vị là {type}",
        "en": "it is only for {kinds}, and the unit is: {type}",
    },
    "only.why.not_in_force": {"vi": "không có hiệu lực vào ngày {day}", "en": "it is not in force on {day}"},
    "only.why.nothing": {
        "vi": "hồ sơ không ghi việc nào làm phát sinh nghĩa vụ này, hoặc năm {year} không có kỳ nào phải xét",
        "en": "nothing in the record gives rise to it, or no period of {year} is judged by it",
    },
    "nothing_asked": {
        "vi": "Đơn vị này không có nghĩa vụ nào thuộc phần được hỏi, nên chưa có gì được kiểm tra.",
        "en": "This unit has no duty of what was asked for, so nothing was checked.",
    },
    "fleet.unowed": {
        "vi": "{without} trong {units} không có nghĩa vụ nào thuộc phần được hỏi (--only); ở đó chưa kiểm tra gì.",
        "en": "{without} out of {units} have no duty of what was asked for (--only); nothing was checked there.",
    },
    "fleet.twins": {
        "vi": "{number} trùng với hồ sơ khác trong lần kiểm tra này (cùng loại hình, tên, đơn vị cấp trên, mã, năm) mà "
        "vẫn được tính riêng: {named}",
        "en": "{number} of the same unit and year as another of this run (type, name, parent, code), counted apart all "
        "the same: {named}",
    },
    "fleet.twin": {"vi": "{path} (trùng {first})", "en": "{path} (as {first})"},
    "fleet.twins_more": {"vi": "{named}; … và {number} khác", "en": "{named}; … and {number} more"},
}

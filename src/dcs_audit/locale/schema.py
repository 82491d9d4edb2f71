"""What the `schema` command says; what it writes into schemas stands in `schema_unit` and its siblings."""

from __future__ import annotations

from dcs_audit.locale.languages import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.schema_of": {
        "vi": "cấu trúc của: unit (tệp hồ sơ), rule (các tệp của một bộ quy định), "
        "report (báo cáo JSON về một đơn vị), fleet (báo cáo JSON về nhiều đơn vị)",
        "en": "the shape of: unit (unit files), rule (the files of a rule pack), report (a JSON report on one unit), "
        "fleet (a JSON report on several units)",
    },
    "help.schema_type": {
        "vi": "chỉ nhận đơn vị thuộc loại hình này (chỉ với unit)",
        "en": "accept only units of this type (with unit)",
    },
    "help.schema_pack": {
        "vi": "chỉ từ của bộ quốc gia và bộ này, theo tên hoặc thư mục "
        "(dùng được nhiều lần, chỉ với unit; mặc định: mọi bộ có sẵn)",
        "en": "only the words of the national pack and this one, by name or folder "
        "(repeatable, with unit; default: all that are shipped)",
    },
    "help.schema_output": {"vi": "ghi vào tệp này", "en": "write to this file"},
    "usage.schema_option": {
        "vi": "{option} chỉ dùng với schema unit",
        "en": "{option} goes with schema unit only",
    },
}

"""What is said of files that an output would take the place of, or whose ending says nothing."""

from __future__ import annotations

from dcs_audit.locale.languages import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "usage.replaces_record": {
        "vi": "{path}: tệp đã có và là hồ sơ hoặc tệp do người soạn, không phải báo cáo; dùng tên khác, hoặc thêm "
        "--force để ghi đè (mất nội dung cũ)",
        "en": "{path}: the file exists and is a record or was written by people, and is no report; use another name, "
        "or --force to overwrite it (what it holds is lost)",
    },
    "usage.replaces_evidence": {
        "vi": "{path}: tệp đã có trong thư mục minh chứng; dùng tên khác, hoặc thêm --force để ghi đè (mất nội dung "
        "cũ)",
        "en": "{path}: the file exists in the folder of evidence; use another name, or --force to overwrite it (what "
        "it holds is lost)",
    },
    "usage.replaces_other": {
        "vi": "{path}: tệp đã có và không phải do dcs-audit ghi ra; dùng tên khác, hoặc thêm --force để ghi đè (mất "
        "nội dung cũ)",
        "en": "{path}: the file exists and was not written by dcs-audit; use another name, or --force to overwrite it "
        "(what it holds is lost)",
    },
    "usage.ending": {
        "vi": "{path}: không có dạng nào cho đuôi {ending}; dùng một trong các đuôi {endings}, hoặc nêu dạng bằng "
        "--format",
        "en": "{path}: no format has the ending {ending}; use one of {endings}, or name the format with --format",
    },
}

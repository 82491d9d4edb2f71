"""What is said of evidence (minh chứng): in verdicts (SENTENCES), and by labels and commands (WORDS)."""

from __future__ import annotations

from dcs_audit.locale.languages import Lang

SENTENCES: dict[str, dict[str, str]] = {
    "reason.evidence": {
        "vi": "Chưa dùng được minh chứng mà hồ sơ nêu: {files}.",
        "en": "Evidence that the records name cannot be relied on: {files}.",
    },
    "message.evidence": {"vi": "{message} Cần xem lại. {reason}", "en": "{message} Needs review. {reason}"},
    "evidence.named": {"vi": "{file} ({record}): {what}", "en": "{file} ({record}): {what}"},
    "evidence.present": {"vi": "{size} byte, SHA-256 {digest}…", "en": "{size} bytes, SHA-256 {digest}…"},
    "evidence.empty": {"vi": "tệp rỗng", "en": "an empty file"},
    "evidence.missing": {"vi": "không có trong thư mục minh chứng", "en": "not in the folder of evidence"},
    "evidence.case": {
        "vi": "không có trong thư mục minh chứng; chỉ có {near}, khác chữ hoa, chữ thường",
        "en": "not in the folder of evidence; only {near}, which differs in upper and lower case",
    },
    "evidence.ambiguous": {
        "vi": "nhiều tệp cùng tên, chỉ khác cách mã hóa dấu tiếng Việt (NFC, NFD); chưa rõ là tệp nào",
        "en": "several files of this name, which differ only in how accents are encoded (NFC, NFD)",
    },
    "evidence.outside": {
        "vi": "dẫn ra ngoài thư mục minh chứng, không mở",
        "en": "leads out of the folder of evidence, not opened",
    },
    "evidence.not_a_file": {
        "vi": "không phải là tệp thường (thư mục, thiết bị, đường ống)",
        "en": "no regular file (a folder, a device, a pipe)",
    },
    "evidence.unreadable": {"vi": "không đọc được", "en": "cannot be read"},
    "evidence.url": {"vi": "liên kết, không mở để kiểm tra", "en": "a link, not opened"},
    "notice.evidence": {
        "vi": "Đã đối chiếu minh chứng: hồ sơ nêu {named}; tìm thấy {found}, không dùng được {lacking}, "
        "liên kết không mở {links}.",
        "en": "Evidence was looked up: {named} named; {found} found, {lacking} unusable, {links} links not opened.",
    },
    "notice.evidence_lacking": {
        "vi": "Minh chứng không dùng được của hồ sơ không dùng cho nghĩa vụ nào: {named}.",
        "en": "Unusable evidence of a record that no duty rests on: {named}.",
    },
    "limit.evidence_unread": {
        "vi": "Minh chứng mà hồ sơ nêu ({number} tệp hoặc liên kết) chưa được đối chiếu; thêm --evidence THƯ_MỤC "
        "để đối chiếu các tệp.",
        "en": "The evidence that the records name ({number} files or links) was not looked at; add --evidence DIR "
        "to look up the files.",
    },
    "limit.evidence_content": {
        "vi": "Nội dung minh chứng: chỉ kiểm tra tệp có trong thư mục và đọc được.",
        "en": "What the evidence says: only that the files are there and can be read was checked.",
    },
    "limit.evidence_links": {
        "vi": "Liên kết được nêu làm minh chứng, không mở: {links}.",
        "en": "Links named as evidence, not opened: {links}.",
    },
    "limit.evidence_unused": {
        "vi": "Tệp trong thư mục minh chứng mà không hồ sơ nào nêu: {files}.",
        "en": "Files in the folder of evidence that no record names: {files}.",
    },
    "limit.evidence_unused_more": {
        "vi": "Tệp trong thư mục minh chứng mà không hồ sơ nào nêu: {files} và {number} tệp khác.",
        "en": "Files in the folder of evidence that no record names: {files} and {number} more.",
    },
}

WORDS: dict[str, dict[Lang, str]] = {
    "label.evidence": {"vi": "Minh chứng", "en": "Evidence"},
    "supply_evidence": {
        "vi": "Bổ sung minh chứng vào thư mục, hoặc sửa tên minh chứng trong tệp hồ sơ: {files}.",
        "en": "Put the evidence into its folder, or correct its name in the unit file: {files}.",
    },
    "evidence_of": {"vi": "minh chứng cho {rules}", "en": "evidence for {rules}"},
    "csv.evidence": {"vi": "Minh chứng", "en": "Evidence"},
    "help.evidence": {
        "vi": "đối chiếu các tệp mà hồ sơ nêu làm minh chứng với thư mục này; nhiều đơn vị: mỗi đơn vị một thư mục con "
        "theo tên tệp hồ sơ",
        "en": "look up the files that records name as evidence in this folder; several units: in a folder below it "
        "named as the unit file",
    },
    "usage.evidence": {
        "vi": "--evidence {path}: không đọc được thư mục: {reason}",
        "en": "--evidence {path}: cannot read the folder: {reason}",
    },
    "usage.evidence_shared": {
        "vi": "--evidence: {first} và {second} cùng dùng thư mục con {name}; đổi tên một tệp hồ sơ",
        "en": "--evidence: {first} and {second} share the folder {name} below it; rename one of the unit files",
    },
}

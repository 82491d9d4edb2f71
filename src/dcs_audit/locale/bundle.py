"""What the command `bundle` says, and the index in what it packs."""

from __future__ import annotations

from dcs_audit.locale.languages import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.bundle_unit": {"vi": "một tệp hồ sơ", "en": "one unit file"},
    "help.bundle_evidence": {"vi": "thư mục minh chứng của đơn vị", "en": "the folder of the unit's evidence"},
    "help.bundle_output": {"vi": "ghi gói vào tệp .zip này", "en": "write the bundle to this .zip file"},
    "help.bundle_verify": {
        "vi": "đối chiếu mọi tệp trong gói này với mục lục của nó, thay cho việc gói",
        "en": "compare every file of this bundle with its index, instead of packing",
    },
    "help.bundle_packing": {"vi": "Gói", "en": "Packing"},
    "help.bundle_checking": {"vi": "Đối chiếu", "en": "Verifying"},
    "help.bundle_exits": {
        "vi": "Mã kết thúc:\n"
        "  0  đã gói, đủ minh chứng, không có tồn tại; hoặc gói còn nguyên vẹn (--verify)\n"
        "  1  đã gói, nhưng thiếu minh chứng hoặc có tồn tại; hoặc gói đã bị thay đổi (--verify)\n"
        "  2  sai cách dùng, không đọc hoặc ghi được tệp, bộ quy định hỏng hoặc bộ suy luận lỗi\n"
        "  3  tệp hồ sơ không đọc được hoặc không hợp lệ; chưa gói gì",
        "en": "Exit codes:\n"
        "  0  packed, all evidence there and no violation; or the bundle is intact (--verify)\n"
        "  1  packed, but evidence is lacking or there are violations; or the bundle was changed (--verify)\n"
        "  2  usage error, a file that cannot be read or written, bad rule pack or engine failure\n"
        "  3  the unit file cannot be read or is invalid; nothing was packed",
    },
    "usage.bundle_unit": {
        "vi": "cần một tệp hồ sơ, --evidence THƯ_MỤC và -o TỆP.zip; hoặc --verify TỆP.zip",
        "en": "needs a unit file, --evidence DIR and -o FILE.zip; or --verify FILE.zip",
    },
    "usage.bundle_verify": {
        "vi": "--verify chỉ đi một mình: không cùng với hồ sơ, --evidence, -o",
        "en": "--verify goes alone: without a unit file, --evidence or -o",
    },
    "usage.bundle_one": {
        "vi": "{path}: cần đúng một hồ sơ để gói; ở đây có nhiều hồ sơ hoặc không có",
        "en": "{path}: a bundle is of exactly one unit; here are several, or none",
    },
    "usage.exists": {
        "vi": "{path} đã có; thêm --force để ghi đè",
        "en": "{path} exists; add --force to overwrite it",
    },
    "usage.bundle_evidence_file": {
        "vi": "{path} là một tệp minh chứng, không ghi đè",
        "en": "{path} is a file of evidence and is not overwritten",
    },
    "usage.bundle_no_file": {"vi": "{path} không phải là tệp thường", "en": "{path} is no regular file"},
    "error.bundle_changed": {
        "vi": "{path} thay đổi trong khi gói; chưa gói gì, xin chạy lại",
        "en": "{path} changed while it was being packed; nothing was packed, please run again",
    },
    "error.bundle_read": {
        "vi": "không gói được: {reason}; chưa gói gì",
        "en": "cannot pack: {reason}; nothing was packed",
    },
    "talk.packed": {
        "vi": "Đã gói {number} tệp vào {path}. SHA-256 của gói: {digest}",
        "en": "Packed {number} files into {path}. SHA-256 of the bundle: {digest}",
    },
    "talk.lacking": {"vi": "Thiếu minh chứng {file} ({record}): {what}", "en": "Lacking {file} ({record}): {what}"},
    "talk.bundle_violations": {"vi": "Hồ sơ có {violations}.", "en": "The records have {violations}."},
    "bundle.intact": {
        "vi": "{path}: {number} tệp khớp với mục lục. SHA-256 của gói: {digest}",
        "en": "{path}: {number} files are as the index says. SHA-256 of the bundle: {digest}",
    },
    "bundle.differs": {
        "vi": "{path}: {differing} tệp không khớp với mục lục {number} tệp. SHA-256 của gói: {digest}",
        "en": "{path}: {differing} files are not as the index of {number} files says. SHA-256 of the bundle: {digest}",
    },
    "bundle.changed": {"vi": "đã thay đổi hoặc hỏng", "en": "changed or damaged"},
    "bundle.gone": {"vi": "không còn trong gói", "en": "no longer in the bundle"},
    "bundle.extra": {"vi": "không có trong mục lục", "en": "not in the index"},
    "bundle.twice": {"vi": "có nhiều lần trong gói", "en": "several times in the bundle"},
    "bundle.no_zip": {
        "vi": "không phải tệp zip, hoặc đã hỏng",
        "en": "no zip file, or a damaged one",
    },
    "bundle.no_index": {
        "vi": "không có đúng một index.json: không phải gói của dcs-audit",
        "en": "has not exactly one index.json: no bundle of dcs-audit",
    },
    "bundle.bad_index": {
        "vi": "index.json hỏng hoặc không phải của dcs-audit",
        "en": "index.json is damaged or foreign",
    },
    "bundle.unreadable_file": {"vi": "không đọc được: {reason}", "en": "cannot be read: {reason}"},
    # The index of a bundle
    "bundle.title": {
        "vi": "MỤC LỤC HỒ SƠ, MINH CHỨNG THỰC HIỆN DÂN CHỦ Ở CƠ SỞ",
        "en": "Index of records and evidence on grassroots democracy (thực hiện dân chủ ở cơ sở)",
    },
    "bundle.verdicts": {"vi": "Kết luận", "en": "Verdicts"},
    "bundle.left_out": {
        "vi": "không có báo cáo dạng {format}: máy chưa cài thư viện {library}",
        "en": "no report of format {format}: the library {library} is not installed",
    },
    "bundle.how": {
        "vi": "Mỗi tệp minh chứng có một bản, trong thư mục của điều, khoản đầu tiên mà tệp đó chứng minh; mục lục "
        "dưới đây nêu tệp ở mọi điều, khoản liên quan. Tên không dùng được trên mọi máy đã được thay, tên trong hồ sơ "
        "ghi bên cạnh. Công cụ chỉ kiểm tra tệp có và đọc được, không xem nội dung.",
        "en": "Each file of evidence is here once, in the folder of the first clause that it proves; the index below "
        "names it under every clause. Names that not every system takes were replaced; the name in the records stands "
        "beside. Only that the files are there and can be read was checked, not what they say.",
    },
    "bundle.lacking": {
        "vi": "Minh chứng được nêu nhưng không dùng được ({number})",
        "en": "Evidence that is named but cannot be relied on ({number})",
    },
    "bundle.none_lacking": {
        "vi": "Không thiếu tệp nào mà hồ sơ nêu.",
        "en": "No file that the records name is lacking.",
    },
    "bundle.aside": {"vi": "Ngoài ra", "en": "Besides"},
    "bundle.bare": {
        "vi": "Nghĩa vụ dựa trên hồ sơ không nêu minh chứng nào: {number}",
        "en": "Duties that rest on records which name no evidence: {number}",
    },
    "bundle.loose": {"vi": "Minh chứng không dùng cho nghĩa vụ nào", "en": "Evidence that no duty rests on"},
    "bundle.link": {"vi": "Liên kết, không mở để kiểm tra", "en": "A link, not opened"},
    "bundle.unused": {
        "vi": "Tệp trong thư mục minh chứng mà không hồ sơ nào nêu, không đưa vào gói",
        "en": "A file in the folder of evidence that no record names, not packed",
    },
    "bundle.more_unused": {"vi": "… và {number} tệp khác như vậy", "en": "… and {number} more of them"},
    "bundle.files": {"vi": "Các tệp trong gói", "en": "Files of the bundle"},
    "bundle.head.path": {"vi": "Tệp", "en": "File"},
    "bundle.head.size": {"vi": "Số byte", "en": "Bytes"},
    "bundle.head.sha256": {"vi": "SHA-256", "en": "SHA-256"},
    "bundle.digests": {
        "vi": "{index} ghi thêm mã băm của {contents}. Đối chiếu lại: dcs-audit bundle --verify TỆP.zip.",
        "en": "{index} also holds the digest of {contents}. To verify: dcs-audit bundle --verify FILE.zip.",
    },
    "meta.zip": {"vi": "TỆP.zip", "en": "FILE.zip"},
}

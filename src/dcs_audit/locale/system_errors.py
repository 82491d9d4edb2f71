"""Why the operating system would not read or write a file, in both languages."""

from __future__ import annotations

import errno
import os

from dcs_audit.locale.languages import Lang

_BY_NUMBER: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("không có tệp hoặc thư mục này", "no such file or directory"),
    errno.EACCES: ("không có quyền truy cập", "permission denied"),
    errno.EPERM: ("hệ điều hành không cho phép", "operation not permitted"),
    errno.EISDIR: ("đây là thư mục, không phải tệp", "this is a folder, no file"),
    errno.ENOTDIR: ("một phần của đường dẫn không phải là thư mục", "a part of the path is no folder"),
    errno.EEXIST: ("đã có tệp hoặc thư mục cùng tên", "a file or folder of that name exists"),
    errno.ENOSPC: ("ổ đĩa đã đầy", "no space left on the drive"),
    errno.EROFS: ("ổ đĩa chỉ cho đọc", "the drive is read-only"),
    errno.ELOOP: ("liên kết trỏ vòng quanh", "too many levels of symbolic links"),
    errno.ENAMETOOLONG: ("tên tệp quá dài", "the file name is too long"),
    errno.EFBIG: ("tệp quá lớn đối với ổ đĩa", "the file is too large for the drive"),
    errno.EBADF: ("đầu ra đã bị đóng", "the output is closed"),
    errno.EIO: ("ổ đĩa đọc hoặc ghi bị lỗi", "input/output error of the drive"),
    errno.EBUSY: ("tệp đang được chương trình khác dùng", "the file is in use by another program"),
    errno.ETXTBSY: ("tệp đang được chương trình khác dùng", "the file is in use by another program"),
    errno.EMFILE: ("chương trình mở quá nhiều tệp", "too many open files"),
    errno.ENFILE: ("máy mở quá nhiều tệp", "too many open files in the system"),
    errno.ENOMEM: ("máy hết bộ nhớ", "out of memory"),
    errno.ENXIO: ("không có thiết bị này", "no such device"),
    errno.ENODEV: ("không có thiết bị này", "no such device"),
    errno.EINVAL: ("tên tệp hoặc thao tác không hợp lệ", "invalid file name or operation"),
    errno.ENOTEMPTY: ("thư mục không rỗng", "the folder is not empty"),
    errno.ENOTCONN: ("mất kết nối với ổ đĩa mạng", "the network drive is not connected"),
    errno.ESTALE: ("tệp trên ổ đĩa mạng không còn nữa", "the file on the network drive is gone"),
    errno.ETIMEDOUT: ("ổ đĩa mạng không trả lời", "the network drive does not answer"),
}
if hasattr(errno, "EDQUOT"):  # Windows may have none
    _BY_NUMBER[errno.EDQUOT] = ("đã dùng hết dung lượng được cấp", "the disk quota is used up")

_BY_TEXT: dict[str, tuple[str, str]] = {
    "embedded null byte": ("tên có ký tự NUL", "the name holds a NUL character"),
    **{os.strerror(number): words for number, words in _BY_NUMBER.items()},
}


def reason(error: BaseException) -> str:
    """What the system says, as it can be kept and told later in any language by `in_words`."""
    number = getattr(error, "errno", None)
    if number in _BY_NUMBER:
        return os.strerror(number)
    return getattr(error, "strerror", None) or str(error)


def in_words(reason: str, lang: Lang) -> str:
    """A reason in `lang`; one that is not known stays as it is: better in English than not said."""
    words = _BY_TEXT.get(reason)
    return reason if words is None else words[0 if lang == "vi" else 1]


def why(error: BaseException, lang: Lang) -> str:
    """Why the system refused, in `lang`."""
    return in_words(reason(error), lang)

"""Why the system refused, in words."""

from __future__ import annotations

import errno
import os

import pytest

from dcs_audit.locale.system_errors import in_words, reason, why
from dcs_audit.records.source import read_bytes


@pytest.mark.parametrize(
    "name", ["ENOENT", "EACCES", "EISDIR", "ENOTDIR", "ENOSPC", "ELOOP", "EROFS", "ENAMETOOLONG", "EPERM", "EIO"]
)
def test_what_the_system_says_has_words_in_vietnamese(name: str) -> None:
    number = getattr(errno, name)
    error = OSError(number, os.strerror(number))
    assert why(error, "vi") != os.strerror(number)
    assert not why(error, "vi").isascii()
    assert why(error, "en").isascii()
    assert in_words(reason(error), "vi") == why(error, "vi")


def test_windows_says_it_in_its_own_words_but_numbers_it_alike() -> None:
    assert why(OSError(errno.ENOENT, "The system cannot find the file specified"), "vi") == (
        "không có tệp hoặc thư mục này"
    )


def test_what_is_not_known_is_told_as_it_is() -> None:
    assert why(OSError(99999, "Fancy"), "vi") == "Fancy"
    assert why(OSError("only words"), "vi") == "only words"
    assert why(ValueError("embedded null byte"), "vi") == "tên có ký tự NUL"


def test_a_problem_of_a_file_is_told_in_both_languages() -> None:
    found = read_bytes("x" * 5000)
    assert not isinstance(found, bytes)
    assert "tên tệp quá dài" in found.render("vi")
    assert "the file name is too long" in found.render("en")

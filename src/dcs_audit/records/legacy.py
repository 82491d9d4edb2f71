"""Which of the encodings of Vietnam's past a file is in, told by the words that its bytes make in each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal
from unicodedata import normalize

Encoding = Literal["TCVN3", "VNI", "Windows-1258"]

_LOOKED_AT = 1 << 16
"""Bytes from the beginning of a file that are read for words."""
_FEWEST = 3
"""Words that must be found before an encoding is named."""
_WORD = re.compile(r"[^\W\d_]+")

_COMMON = frozenset(
    _WORD.findall("""
    xã của năm ngày thôn công nhân hội nghị quyết định ủy phường tổ phố đơn vị văn bản số hộ thực hiện kế hoạch báo cáo
    các không có được niêm yết người động viên chức cán bộ đồng việc nhà nước chính quyền giám sát đầu tư cộng trưởng
    phó đại biểu tại huyện tỉnh thành trấn về cơ sở dân
    """)
)
"""Words that any record has some of."""

_TCVN3 = (
    "a1Ăa2Âa3Êa4Ôa5Ơa6Ưa7Đa8ăa9âaaêabôacơadưaeđb5àb6ảb7ãb8áb9ạbbằbcẳbdẵbeắc6ặc7ầc8ẩc9ẫcaấcbậcccècẻcfẽd0éd1ẹd2ềd3ể"
    "d4ễd5ếd6ệd7ìd8ỉdcĩddídeịdfòe1ỏe2õe3óe4ọe5ồe6ổe7ỗe8ốe9ộeaờebởecỡedớeeợefùf1ủf2ũf3úf4ụf5ừf6ửf7ữf8ứf9ựfaỳfbỷ"
    "fcỹfdýfeỵ"
)
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT, _HAT, _BREVE, _HORN = map(chr, (768, 769, 777, 771, 803, 770, 774, 795))
# VNI writes the mark after its letter, in small letters from 0xE0 and 32 less for capitals.
_VNI_MARKS: Mapping[int, str] = {
    0xF8: _GRAVE,
    0xF9: _ACUTE,
    0xFB: _HOOK,
    0xF5: _TILDE,
    0xEF: _DOT,
    0xE2: _HAT,
    0xE0: _HAT + _GRAVE,
    0xE1: _HAT + _ACUTE,
    0xE5: _HAT + _HOOK,
    0xE3: _HAT + _TILDE,
    0xE4: _HAT + _DOT,
    0xEA: _BREVE,
    0xE8: _BREVE + _GRAVE,
    0xE9: _BREVE + _ACUTE,
    0xFA: _BREVE + _HOOK,
    0xFC: _BREVE + _TILDE,
    0xEB: _BREVE + _DOT,
}
_VNI_LETTERS: Mapping[int, str] = {
    0xF4: "o" + _HORN,
    0xF6: "u" + _HORN,
    0xF1: "đ",
    0xEC: "ì",
    0xED: "í",
    0xE6: "ỉ",
    0xF3: "ĩ",
    0xF2: "ị",
}


def named(data: bytes) -> Encoding | None:
    """The old encoding that `data` reads well in; None where none is much better than the others."""
    beginning = data[:_LOOKED_AT]
    found = {
        "TCVN3": _words("".join(map(_tcvn3().__getitem__, beginning))),
        "VNI": _words("".join(map(_vni().__getitem__, beginning))),
        "Windows-1258": _words(beginning.decode("cp1258", "replace")),
    }
    best, runner_up = sorted(found.items(), key=lambda entry: -entry[1])[:2]
    return best[0] if best[1] >= _FEWEST and best[1] > 2 * runner_up[1] else None  # type: ignore[return-value]


def disguised(text: str) -> Encoding | None:
    """The old encoding whose bytes were taken for letters of Western Europe and saved as these; None for none."""
    found = named(text[:_LOOKED_AT].encode("cp1252", "replace"))
    return None if found == "Windows-1258" else found  # whose letters are those of Unicode


def _words(text: str) -> int:
    """How many common words with marks the text has."""
    found = _WORD.findall(normalize("NFC", text).lower())
    return sum(word in _COMMON and not word.isascii() for word in found)


@cache
def _tcvn3() -> tuple[str, ...]:
    pairs = re.findall("([0-9a-f]{2})([^0-9a-f]|[^\x00-\x7f])", _TCVN3)
    table = {int(code, 16): letter for code, letter in pairs}
    return tuple(table.get(code, chr(code)) for code in range(256))


@cache
def _vni() -> tuple[str, ...]:
    small = {**_VNI_MARKS, **_VNI_LETTERS}
    table = {**small, **{code - 32: letter.upper() for code, letter in small.items()}}
    return tuple(table.get(code, chr(code)) for code in range(256))

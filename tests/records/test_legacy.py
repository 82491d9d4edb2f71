"""Files in the encodings of before Unicode are told by name."""

from __future__ import annotations

import pytest

from dcs_audit.records.legacy import named
from dcs_audit.records.problems import Problem
from dcs_audit.records.source import decode

# "ủy ban nhân dân xã, hội nghị, quyết định", as each encoding has it.
SAMPLES = {
    "TCVN3": b"\xf1y ban nh\xa9n d\xa9n x\xb7, h\xe9i ngh\xde, quy\xd5t \xae\xdenh",
    "VNI": b"u\xfby ban nha\xe2n da\xe2n xa\xf5, ho\xe4i ngh\xf2, quye\xe1t \xf1\xf2nh",
    "Windows-1258": b"u\xd2y ban nh\xe2n d\xe2n xa\xde, h\xf4\xf2i nghi\xf2, quy\xea\xect \xf0i\xf2nh",
}


@pytest.mark.parametrize("encoding", SAMPLES)
def test_named(encoding: str) -> None:
    assert named(SAMPLES[encoding]) == encoding
    problem = decode(b"a: 1\nb: " + SAMPLES[encoding], "u.yaml")
    assert not isinstance(problem, str)
    assert (problem.code, problem.line, dict(problem.args)["encoding"]) == ("old_encoding", 2, encoding)
    assert encoding in problem.text("vi") and encoding in problem.text("en")


@pytest.mark.parametrize("data", [b"", b"plain", "Größe über Maße".encode("latin-1"), bytes(range(256)) * 9])
def test_nothing_is_named_without_words(data: bytes) -> None:
    assert named(data) is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("unit: {name: X· An B×nh, note: Héi nghÞ c¸n bé, c«ng chøc, ng­êi lao ®éng n¨m 2026 cña x·}", "TCVN3"),
        (
            "unit: {name: Xaõ An Bình, note: Hoäi nghò caùn boä, coâng chöùc, ngöôøi lao ñoäng naêm 2026 cuûa xaõ}",
            "VNI",
        ),
    ],
)
def test_old_letters_saved_as_utf8_are_named(text: str, encoding: str) -> None:
    found = decode(text.encode("utf-8"), "a.yaml")
    assert isinstance(found, Problem)
    assert (found.code, dict(found.args)) == ("disguised", {"encoding": encoding})


@pytest.mark.parametrize(
    "text",
    [
        "unit: {name: Xã An Bình, type: commune}",
        "unit: {name: Xã Ea Súp}\nnote: tài liệu năm 2026",
        "name: Café Müller, Größe, naïve, façade, Ærø, señor, ¿qué? ¡año!",
        "name: thôn, xã, năm, công khai",
        "x" * 1000 + "é",
    ],
)
def test_todays_letters_are_left_alone(text: str) -> None:
    assert decode(text.encode("utf-8"), "a.yaml") == text

"""Results made the quick way are the same as others, and as frozen."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any

import pytest

from dcs_audit.locale.phrases import Text
from dcs_audit.verdicts.model import CheckResult, DutyResult, RecordRef, Severity, Status
from dcs_audit.verdicts.quick import maker


@pytest.mark.parametrize("frozen", [CheckResult, DutyResult, RecordRef])
def test_made_quickly_is_made_the_same(frozen: type[Any]) -> None:
    values = {one.name: (one.name,) for one in fields(frozen)}
    slow, quick = frozen(**values), maker(frozen)(**values)
    assert quick == slow
    assert maker(frozen)(*values.values()) == slow
    assert type(quick) is frozen
    assert (hash(quick), repr(quick)) == (hash(slow), repr(slow))
    assert replace(quick) == slow
    assert pickle.loads(pickle.dumps(quick)) == slow


def test_defaults_are_those_of_the_class() -> None:
    title = Text("a", "a")
    given = ("a", title, Status.PASSED, Severity.MINOR, title, title, "records", 1, (), True)
    assert maker(CheckResult)(*given) == CheckResult(*given)


def test_a_default_that_is_made_anew_is_made_anew() -> None:
    one, other = (maker(WithAList)(1) for _ in range(2))
    assert one.b == other.b == []
    assert one.b is not other.b


def test_it_cannot_be_changed() -> None:
    made = maker(RecordRef)("records", 1)
    with pytest.raises(FrozenInstanceError):
        made.line = 2  # type: ignore[misc]


def test_what_the_class_would_refuse_is_refused() -> None:
    with pytest.raises(TypeError):
        maker(RecordRef)("records")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        maker(RecordRef)("records", 1, lines=2)  # type: ignore[call-arg]


@dataclass(frozen=True, slots=True)
class WithAList:
    a: int
    b: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class WithoutSlots:
    a: int


def test_a_class_of_another_shape_is_refused() -> None:
    with pytest.raises(TypeError):
        maker(WithoutSlots)(1)

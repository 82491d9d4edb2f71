"""How the models of the rule language refuse: with a code of `locale.pack_problems`, never with a bare sentence."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

AT = "at"
"""The argument that names the key, below what is refused, at which the fault is."""


def refused(code: str, **args: object) -> PydanticCustomError:
    """The error to raise; `args` are what its message names, `at` the key inside at which it is to be shown."""
    # Imported here: words are needed only where something is wrong.
    from dcs_audit.law.told import told

    named = {name: str(value) for name, value in args.items()}
    english = str(told(code, **named)).replace("{", "(").replace("}", ")")  # pydantic would fill in the braces
    return PydanticCustomError(code, english, {"told": named})

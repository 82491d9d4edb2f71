"""Puts words into a JSON Schema: title and description at every key, and what each word of a closed list means.

A catalogue has an entry for `Part.key`, or `key` alone where it means the same everywhere, for `Part` itself, and for
each way of writing a single value (`how.Day`), which follows where the key has no explanation of its own. What stands
before ` – ` is the title. A key or word without an entry is a KeyError: the schemas are ours, and so is the slip.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from dcs_audit.locale.languages import Lang

Catalogue: TypeAlias = Mapping[str, tuple[str, str]]
"""By name, the Vietnamese words and the English ones."""

_DASH = " – "


class Describer:
    """Writes the words of one language into schemas."""

    def __init__(self, catalogue: Catalogue, value: Callable[[str, str], str | None], lang: Lang) -> None:
        """`value` gives the meaning of a word of a closed list, by the word and the `Part.key` where it stands."""
        self._catalogue, self._value, self._column = catalogue, value, 0 if lang == "vi" else 1

    def described(self, schema: dict[str, Any], root: str) -> dict[str, Any]:
        """A copy of `schema` with words; `root` is the name of the whole. Raises KeyError."""
        parts = {name: self._part(name, part) for name, part in schema.get("$defs", {}).items()}
        whole = {key: value for key, value in schema.items() if key not in ("$schema", "$id", "$defs")}
        first = {key: schema[key] for key in ("$schema", "$id") if key in schema}
        return first | self._part(root, whole) | {"$defs": parts}

    def _part(self, name: str, part: dict[str, Any]) -> dict[str, Any]:
        described = self._titled(self._of(name)) | {key: value for key, value in part.items() if key != "title"}
        if "pattern" in part:
            described["patternErrorMessage"] = described["description"]  # what editors say in place of the pattern
        keys = part.get("properties")
        if keys is not None and "additionalProperties" in part:  # else a condition, which nobody reads
            described["properties"] = {key: self._key(name, key, shape) for key, shape in keys.items()}
        valued: dict[str, Any] = self._with_values(described, name)
        return valued

    def _key(self, part: str, key: str, shape: dict[str, Any]) -> dict[str, Any]:
        words = self._titled(self._of(f"{part}.{key}", key))
        notation = self._notation(shape)
        if notation is not None and words["title"] == words["description"]:
            words["description"] = f"{words['description'].rstrip('.')}. {notation}"
        valued: dict[str, Any] = self._with_values(shape, f"{part}.{key}")
        return words | valued

    def _notation(self, shape: dict[str, Any]) -> str | None:
        """How the value is written, where it is a single one that is written in a way of its own."""
        name = shape.get("$ref", "").rpartition("/")[2]
        found = self._catalogue.get(f"how.{name}")
        return found[self._column] if found is not None else None

    def _of(self, *names: str) -> str:
        for name in (*names, *(f"how.{name}" for name in names)):
            if name in self._catalogue:
                words = self._catalogue[name][self._column]
                return words[:1].upper() + words[1:]
        raise KeyError(names[0])

    @staticmethod
    def _titled(words: str) -> dict[str, Any]:
        return {"title": words.partition(_DASH)[0].rstrip("."), "description": words}

    def _with_values(self, shape: Any, place: str) -> Any:
        """`shape` with the meanings of the words of its closed lists, beside them as editors look for them."""
        if isinstance(shape, list):
            return [self._with_values(item, place) for item in shape]
        if not isinstance(shape, dict):
            return shape
        inner = {
            key: value if key in ("properties", "if", "then", "else", "allOf") else self._with_values(value, place)
            for key, value in shape.items()
        }
        if isinstance(shape.get("enum"), list):
            inner["enumDescriptions"] = [self._meaning(word, place) for word in shape["enum"]]
        return inner

    def _meaning(self, word: str | None, place: str) -> str:
        if not word:
            return self._of("unknown fact")
        meaning = self._value(word, place)
        if meaning is None:
            raise KeyError(f"{place}: {word}")
        return meaning

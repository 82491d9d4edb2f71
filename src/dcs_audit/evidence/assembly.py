"""A bundle put together: record, reports in every format at hand, evidence by clause, and the index of it all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dcs_audit.evidence.archive import packed
from dcs_audit.evidence.layout import CONTENTS, INDEX, RECORD_FOLDER, REPORT_FOLDER, Manifest, Packed, lay_out
from dcs_audit.evidence.safe_names import Shelves
from dcs_audit.locale.phrases import Lang
from dcs_audit.report import bundle_json, bundle_md
from dcs_audit.report.interface import Content, MissingLibrary, Options, style
from dcs_audit.verdicts.model import Report

_REPORTS = (
    ("json", "bao-cao.json"),
    ("text", "bao-cao.txt"),
    ("html", "bao-cao.html"),
    ("docx", "bao-cao.docx"),
    ("xlsx", "bao-cao.xlsx"),
)


def assemble(
    report: Report, record: tuple[str, bytes], real: Mapping[str, str], lang: Lang
) -> tuple[dict[str, bytes], dict[Packed, str]]:
    """The contents of the bundle by path, and the files of evidence to be copied with the ways to them.

    `record` is the unit file by name, `real` the ways to evidence by what the records call it.
    """
    shelves, made = Shelves(), {}
    for fixed in (CONTENTS, INDEX):
        shelves.place(fixed)
    made[shelves.place(RECORD_FOLDER, record[0])] = record[1]
    reports, left_out = _reports(report, lang)
    made |= {shelves.place(REPORT_FOLDER, name): data for name, data in reports.items()}
    layout = lay_out(report, real, shelves)
    measures = {layout.place(note): note for note in (report.evidence.notes if report.evidence else ())}
    copies = {
        Packed(path, note.size or 0, note.sha256 or ""): way
        for path, way in layout.copies.items()
        if (note := measures.get(path)) is not None
    }
    manifest = Manifest(report, layout, _sorted([*(packed(*entry) for entry in made.items()), *copies]), left_out)
    made[CONTENTS] = bundle_md.render(manifest, lang).encode()
    manifest = replace(manifest, files=_sorted([*manifest.files, packed(CONTENTS, made[CONTENTS])]))
    made[INDEX] = bundle_json.render(manifest).encode()
    return made, copies


def _sorted(files: list[Packed]) -> tuple[Packed, ...]:
    return tuple(sorted(files, key=lambda file: file.path))


def _reports(report: Report, lang: Lang) -> tuple[dict[str, bytes], tuple[tuple[str, str], ...]]:
    """The reports by file name, and the formats whose library is not installed, with its name."""
    options = Options(lang=lang, show_all=True, as_of=report.as_of)
    made, left_out = {}, []
    for form, name in _REPORTS:
        try:
            made[name] = _bytes(style(form).alone(report, options))
        except MissingLibrary as error:
            left_out.append((form, error.library))
    return made, tuple(left_out)


def _bytes(content: Content) -> bytes:
    return content if isinstance(content, bytes) else content.encode()

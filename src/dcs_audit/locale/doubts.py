"""Sentences on records on which nothing clean can rest."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "expected.own_number": {"vi": "số văn bản của đơn vị", "en": "a document number of the unit's own"},
    "actual.document_number": {"vi": "số {number}", "en": "number {number}"},
    "reason.sample": {
        "vi": "Hồ sơ còn số văn bản mẫu {number}, chưa phải hồ sơ thật của đơn vị.",
        "en": "The record still has the sample number {number}: it is not yet a real one of the unit.",
    },
    "expected.answer": {"vi": "trả lời có, không hoặc chưa biết", "en": "an answer of yes, no or unknown"},
    "actual.answered_none": {"vi": "không phát sinh", "en": "did not arise"},
    "reason.answered_none": {
        "vi": "Việc này không thể không phát sinh (`none`); cần trả lời `yes`, `no` hoặc `unknown`.",
        "en": "This cannot fail to arise (`none`); answer `yes`, `no` or `unknown`.",
    },
    "expected.vouched": {"vi": "xác nhận cho năm {year}", "en": "attested for {year}"},
    "reason.vouched_before": {
        "vi": "Xác nhận ngày {date}, trước khi năm {year} bắt đầu, nên không nói được gì về năm {year}.",
        "en": "Attested on {date}, before {year} began, which says nothing about {year}.",
    },
    "reason.vouched_undated": {
        "vi": "Tệp là của năm khác và xác nhận không ghi ngày, nên chưa rõ có nói về năm {year} không.",
        "en": "The file is of another year and the attestation has no date: it may not speak of {year}.",
    },
    "expected.of_year": {"vi": "công khai của năm {year}", "en": "a disclosure of {year}"},
    "reason.other_year": {
        "vi": "Mọi ngày của bản công khai đều ngoài năm {year}; nếu là của năm {year}, ghi `period: {year}`.",
        "en": "All days of the disclosure lie outside {year}; if it is of {year}, say `period: {year}`.",
    },
    "reason.too_coarse": {
        "vi": "Hồ sơ ghi chung cho {period}; cần ghi riêng từng kỳ của nghĩa vụ: {facts}.",
        "en": "The record speaks of {period} as a whole; say it for each period of the duty: {facts}.",
    },
    "actual.nobody": {"vi": "danh sách không có ai", "en": "nobody on the list"},
}

"""What `rules coverage` says, in both languages."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.rules_coverage": {
        "vi": "Xem từng khoản, điểm của luật đã được kiểm tra ở đâu",
        "en": "Show where each clause and point of the law is checked",
    },
    "help.coverage_article": {
        "vi": "chỉ điều mang số này, trong mọi văn bản hoặc văn bản của --source",
        "en": "only the article with this number, in every text or in that of --source",
    },
    "help.coverage_source": {
        "vi": "chỉ văn bản này, ví dụ luat-10-2022-qh15",
        "en": "only this text, e.g. luat-10-2022-qh15",
    },
    "meta.article": {"vi": "ĐIỀU", "en": "ARTICLE"},
    "meta.source": {"vi": "MÃ_VĂN_BẢN", "en": "SOURCE"},
    "usage.article": {
        "vi": "không có Điều {article} trong các văn bản đã lập danh mục",
        "en": "there is no Article {article} in the texts that are inventoried",
    },
    "usage.no_inventory": {
        "vi": "không bộ quy định nào có danh mục khoản, điểm (coverage.yaml)",
        "en": "no pack has an inventory of clauses and points (coverage.yaml)",
    },
    "talk.unaccounted": {
        "vi": "Chưa được tính đến: {leaves}.",
        "en": "Not accounted for: {leaves}.",
    },
    "coverage.title": {
        "vi": "Các khoản, điểm của luật và quy định kiểm tra",
        "en": "Clauses and points of the law, and the rules",
    },
    "coverage.packs": {"vi": "Bộ quy định", "en": "Packs"},
    "coverage.texts": {"vi": "Văn bản", "en": "Text"},
    "coverage.leaves": {"vi": "Khoản, điểm", "en": "Clauses, points"},
    "coverage.all_texts": {"vi": "Cộng", "en": "Total"},
    "leaf.one": {"vi": "{number} khoản, điểm", "en": "{number} clause or point"},
    "leaf.many": {"vi": "{number} khoản, điểm", "en": "{number} clauses and points"},
    "coverage.encoded": {"vi": "kiểm tra", "en": "checked"},
    "coverage.attest": {"vi": "xác nhận", "en": "attested"},
    "coverage.informational": {"vi": "thông tin", "en": "informational"},
    "coverage.not_checkable": {"vi": "ngoài hồ sơ", "en": "not checkable"},
    "coverage.unaccounted": {"vi": "chưa tính đến", "en": "unaccounted"},
    "coverage.encoded.means": {
        "vi": "có quy định kiểm tra hồ sơ dẫn khoản, điểm này",
        "en": "a rule that looks at records cites it",
    },
    "coverage.attest.means": {
        "vi": "đơn vị phải trả lời câu hỏi, vì không hồ sơ nào tự chứng minh",
        "en": "the unit must answer a question, as no record proves it by itself",
    },
    "coverage.informational.means": {
        "vi": "không đặt nghĩa vụ cho đơn vị được kiểm tra",
        "en": "puts no duty on a unit that is audited",
    },
    "coverage.not_checkable.means": {
        "vi": "là nghĩa vụ nhưng không hồ sơ nào chứng minh hay bác bỏ được",
        "en": "a duty that no record could prove or disprove",
    },
    "coverage.unaccounted.means": {
        "vi": "chưa có quy định, câu hỏi hay lý do",
        "en": "neither a rule nor a question nor a reason",
    },
    "coverage.heading.unaccounted": {
        "vi": "Chưa được tính đến ({number})",
        "en": "Not accounted for ({number})",
    },
    "coverage.nothing_left": {
        "vi": "Không còn khoản, điểm nào chưa được tính đến.",
        "en": "Every clause and point is accounted for.",
    },
    "coverage.article": {"vi": "Điều {number}. {title}", "en": "Article {number}. {title}"},
    "coverage.whole": {"vi": "toàn bộ", "en": "all"},
    "coverage.clause": {"vi": "khoản {clauses}", "en": "clause {clauses}"},
    "coverage.clauses": {"vi": "khoản {clauses}", "en": "clauses {clauses}"},
    "coverage.point": {"vi": "điểm {points} khoản {clause}", "en": "clause {clause}, point {points}"},
    "coverage.points": {"vi": "điểm {points} khoản {clause}", "en": "clause {clause}, points {points}"},
    "coverage.column.answer": {
        "vi": "Quy định kiểm tra, hoặc lý do",
        "en": "Rules, or the reason",
    },
    "coverage.column.where": {"vi": "Khoản, điểm", "en": "Clause, point"},
    "coverage.column.standing": {"vi": "Cách tính", "en": "Accounted as"},
    "coverage.heading.entries": {"vi": "Các mã được nhắc đến", "en": "The ids above"},
    "coverage.column.id": {"vi": "Mã", "en": "Id"},
    "coverage.column.title": {"vi": "Tên", "en": "Title"},
}

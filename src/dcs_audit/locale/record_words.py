"""What the keys of unit files mean, in both languages: sections, attributes, facts. For slugs see `record_words_kinds`.

A key without an entry is shown as it is written, which is never wrong, only less kind.
"""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang
from dcs_audit.locale.record_words_kinds import KINDS
from dcs_audit.locale.verdicts import SENTENCES

SECTIONS: dict[str, tuple[str, str]] = {
    "disclosures": ("công khai", "disclosures"),
    "meetings": ("hội nghị, cuộc họp, đối thoại", "meetings and dialogues"),
    "boards": ("ban do Nhân dân hoặc tập thể bầu", "boards"),
    "documents": ("văn bản", "documents"),
    "consultations": ("lấy ý kiến", "consultations"),
    "decisions": ("việc cộng đồng dân cư bàn và quyết định", "community decisions"),
    "petitions": ("kiến nghị, phản ánh, yêu cầu", "petitions and requests"),
    "activities": ("hoạt động", "activities"),
    "appointments": ("Trưởng thôn, Tổ trưởng tổ dân phố", "village heads"),
    "attestations": ("xác nhận của đơn vị", "attestations"),
}

FIELDS: dict[str, tuple[str, str]] = {
    "first_posting": ("ngày công khai lần đầu", "day first disclosed"),
    "first_sending": ("ngày gửi đầu tiên", "day first sent"),
    "failed_meeting_on": ("ngày họp không thành", "day of the failed meeting"),
    "total": ("tổng số lần trong kỳ", "number of times in the period"),
    "last": ("ngày cuối", "last day"),
    "item": ("nội dung", "item"),
    "kind": ("loại", "kind"),
    "part": ("phần", "part"),
    "period": ("kỳ", "period"),
    "period.last": ("ngày cuối kỳ", "last day of the period"),
    "nil": ("không phát sinh", "nothing arose"),
    "document": ("văn bản", "document"),
    "document.date": ("ngày văn bản", "date of the document"),
    "document.number": ("số văn bản", "number of the document"),
    "date": ("ngày ban hành", "date"),
    "number": ("số, ký hiệu", "number"),
    "postings": ("các lần công khai", "postings"),
    "channel": ("kênh", "channel"),
    "channels": ("các kênh", "channels"),
    "from": ("từ ngày", "from"),
    "until": ("đến ngày", "until"),
    "villages": ("các thôn, tổ dân phố", "villages"),
    "held_on": ("ngày tổ chức", "day held"),
    "for_year": ("của năm", "for the year"),
    "extraordinary": ("bất thường", "extraordinary"),
    "mode": ("hình thức hội nghị", "form of the conference"),
    "summons": ("lần triệu tập", "summons"),
    "entitled": ("số người được triệu tập", "people entitled"),
    "attended": ("số người dự", "people present"),
    "in_favour": ("số tán thành", "in favour"),
    "chaired_by": ("người chủ trì", "who chairs"),
    "with_union": ("có Công đoàn phối hợp", "held with the trade union"),
    "agreed_with_union": ("đã thống nhất với Công đoàn", "agreed with the trade union"),
    "invited_on": ("ngày mời, thông báo", "day of the invitation"),
    "materials_sent_on": ("ngày gửi tài liệu", "day the materials were sent"),
    "plan": ("kế hoạch", "plan"),
    "plan.date": ("ngày ban hành kế hoạch", "date of the plan"),
    "agenda": ("các điểm nội dung", "points of the agenda"),
    "procedure": ("các bước trình tự", "steps of the procedure"),
    "employer_delegates": ("số thành viên bên người sử dụng lao động", "delegates of the employer"),
    "worker_delegates": ("số thành viên bên người lao động", "delegates of the workers"),
    "signed_by_both": ("hai bên cùng ký", "signed by both sides"),
    "minutes": ("biên bản", "minutes"),
    "minutes.date": ("ngày biên bản", "date of the minutes"),
    "resolution": ("nghị quyết", "resolution"),
    "resolution.date": ("ngày nghị quyết", "date of the resolution"),
    "announced_on": ("ngày thông báo kết quả", "day the outcome was announced"),
    "project": ("dự án", "project"),
    "elected_on": ("ngày bầu", "day elected"),
    "recognised_on": ("ngày công nhận", "day recognised"),
    "term": ("nhiệm kỳ", "term"),
    "term.from": ("ngày bắt đầu nhiệm kỳ", "first day of the term"),
    "term.until": ("ngày kết thúc nhiệm kỳ", "last day of the term"),
    "conference_approved_size": ("hội nghị đã quyết định số lượng", "size decided by the conference"),
    "starts_on": ("ngày bắt đầu thực hiện", "day it starts"),
    "plan_sent_on": ("ngày gửi kế hoạch", "day the plan was sent"),
    "members": ("thành viên", "members"),
    "members.role": ("chức vụ của thành viên trong ban", "members' roles"),
    "members.village": ("thôn, tổ dân phố của thành viên", "members' villages"),
    "members.positions": ("chức vụ khác mà thành viên đang giữ", "offices that members hold"),
    "members.represents": ("đại diện của thành viên", "whom members represent"),
    "sent": ("nơi nhận", "recipients"),
    "sent.to": ("nơi nhận", "recipients"),
    "sent.on": ("ngày gửi", "days sent"),
    "posted": ("niêm yết văn bản", "display of the document"),
    "posted.from": ("ngày bắt đầu niêm yết", "first day on display"),
    "posted.until": ("ngày cuối niêm yết", "last day on display"),
    "contents": ("các điểm nội dung", "points covered"),
    "consulted_on": ("ngày lấy ý kiến", "day consulted"),
    "union_opinion_on": ("ngày lấy ý kiến Công đoàn", "day the trade union was heard"),
    "subject": ("việc lấy ý kiến", "subject"),
    "plan_sent": ("nơi nhận kế hoạch", "recipients of the plan"),
    "plan_sent.to": ("nơi nhận kế hoạch", "recipients of the plan"),
    "assigned": ("cấp trên giao", "ordered by a superior body"),
    "forms": ("hình thức lấy ý kiến", "forms of consultation"),
    "decided_on": ("ngày quyết định", "day decided"),
    "summary_published_on": ("ngày công khai tổng hợp ý kiến", "day the summary was published"),
    "explained_on": ("ngày giải trình", "day explained"),
    "reported_on": ("ngày báo cáo", "day reported"),
    "superior_reported_on": ("ngày báo cáo cấp trên", "day reported to the superior body"),
    "scope": ("phạm vi", "scope"),
    "village": ("thôn, tổ dân phố", "village"),
    "form": ("hình thức", "form"),
    "notice_on": ("ngày thông báo", "day of the notice"),
    "households": ("số hộ gia đình", "households"),
    "villages_in_favour": ("số thôn, tổ dân phố tán thành", "villages in favour"),
    "action": ("việc bầu hoặc cho thôi", "election or dismissal"),
    "proposed_by": ("người đề xuất", "who proposed it"),
    "proposed_on": ("ngày đề xuất", "day proposed"),
    "supporters": ("số hộ, công dân ủng hộ", "supporters"),
    "agreed_on": ("ngày thống nhất", "day agreed"),
    "clusters": ("tổ chức theo cụm", "held by clusters"),
    "clusters_approved": ("việc chia cụm được đồng ý", "clusters approved"),
    "team": ("số thành viên Tổ phát phiếu, Tổ lấy ý kiến trực tuyến", "members of the ballot team"),
    "team_led_by_front": (
        "Tổ trưởng là đại diện Ban công tác Mặt trận",
        "team led by a representative of the Front committee",
    ),
    "plan_published_on": ("ngày công khai kế hoạch", "day the plan was published"),
    "ballots_from": ("ngày bắt đầu phát phiếu", "first day of the ballot"),
    "online_agreed": ("số hộ đồng ý biểu quyết trực tuyến", "households agreeing to vote online"),
    "counting_team": ("số thành viên Ban kiểm phiếu", "members of the counting team"),
    "witnesses": ("số hộ chứng kiến kiểm phiếu", "households watching the count"),
    "signed_by": ("người ký", "signatories"),
    "called_on": ("ngày công bố việc bầu", "day the election was called"),
    "team_formed_on": (
        "ngày thành lập Tổ bầu cử, Tổ soạn thảo hương ước",
        "day the election team or the drafting team was set up",
    ),
    "notified_on": ("ngày thông báo", "day notified"),
    "candidates": ("số người ứng cử, đề cử", "candidates"),
    "candidates_sent_on": ("ngày gửi danh sách ứng cử", "day the list of candidates was sent"),
    "draft_posted": ("niêm yết dự thảo", "display of the draft"),
    "draft_posted.from": ("ngày bắt đầu niêm yết dự thảo", "first day the draft was displayed"),
    "draft_posted.until": ("ngày cuối niêm yết dự thảo", "last day the draft was displayed"),
    "opinion_forms": ("hình thức lấy ý kiến dự thảo", "forms of consultation on the draft"),
    "enclosures": ("tài liệu kèm theo", "enclosures"),
    "sent_on": ("ngày gửi", "day sent"),
    "received_on": ("ngày nhận", "day received"),
    "refused_on": ("ngày từ chối", "day refused"),
    "forwarded_on": ("ngày chuyển", "day forwarded"),
    "published_on": ("ngày công khai", "day published"),
    "council_reported_on": ("ngày báo cáo Hội đồng nhân dân", "day reported to the People's Council"),
    "next_election_on": ("ngày quyết định tiến hành bầu mới", "day of the decision to hold a new election"),
    "answered_on": ("ngày trả lời", "day answered"),
    "signatories": ("số người ký", "signatories"),
    "by": ("người thực hiện, xác nhận", "by whom"),
    "count": ("số lần", "number of times"),
    "participants": ("số người tham dự", "participants"),
    "decision": ("quyết định", "decision"),
    "decision.date": ("ngày quyết định", "date of the decision"),
    "rule": ("mã quy định", "rule"),
    "answer": ("câu trả lời", "answer"),
    "on": ("ngày xác nhận", "day attested"),
}

FACTS: dict[str, tuple[str, str]] = {
    "headcount": ("số người của cơ quan, đơn vị", "the unit's headcount"),
    "dispersed": ("làm việc phân tán", "the work is scattered"),
    "has_trade_union": ("có tổ chức Công đoàn", "there is a trade union"),
    "has_portal": ("có cổng, trang thông tin điện tử", "there is a portal"),
    "has_intranet": ("có hệ thống thông tin nội bộ", "there is an intranet"),
    "has_loudspeaker": ("có hệ thống truyền thanh", "there is a loudspeaker network"),
    "has_council": ("có Hội đồng nhân dân", "there is a People's Council"),
    "special_area": ("thuộc địa bàn đặc thù", "the unit is in a special area"),
    "state_budget_salaries": ("hưởng lương từ ngân sách nhà nước", "salaries are paid from the state budget"),
    "households": ("số hộ gia đình", "the number of households"),
    "villages": ("số thôn, tổ dân phố", "the number of villages"),
    "projects": ("số chương trình, dự án", "the number of projects"),
    "special_case_without_board": (
        "lý do đặc thù không lập ban",
        "a special case without a board",
    ),
    "has_convention": ("có hương ước, quy ước", "there is a village convention"),
    "has_spending_rule": ("có quy chế chi tiêu nội bộ", "there is an internal spending rule"),
    "boards": ("số Ban Thanh tra nhân dân trong hồ sơ", "People's Inspection Boards in the file"),
    "conferences": ("số hội nghị trong hồ sơ", "conferences in the file"),
}


def section(key: str, lang: Lang) -> str:
    """A section of the unit file in words."""
    return _of(SECTIONS, key, lang) or key


def fact(key: str, lang: Lang) -> str:
    """A fact of the unit in words."""
    return _of(FACTS, key, lang) or key


def field(path: str, lang: Lang) -> str | None:
    """An attribute of a record in words; a path without an entry is put together from its parts, if those have one."""
    found = _of(FIELDS, path, lang)
    if found is not None or "." not in path:
        return found
    parts = [_of(FIELDS, part, lang) for part in path.split(".")]
    known = [part for part in parts if part is not None]
    return ": ".join(known) if len(known) == len(parts) else None


def value(slug: str, lang: Lang) -> str | None:
    """A value of an attribute in words."""
    found = SENTENCES.get(f"value.{slug}") or SENTENCES.get(f"channel.{slug}")
    return _of(KINDS, slug, lang) or (found[lang] if found else None) or None


def _of(catalogue: dict[str, tuple[str, str]], key: str, lang: Lang) -> str | None:
    both = catalogue.get(key)
    return None if both is None else both[0 if lang == "vi" else 1]

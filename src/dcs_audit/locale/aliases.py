"""What people write where unit files have a key or a slug: names in Vietnamese and English, as the catalogues and
officials have them. They are recognised so that the message can say what to write, and never accepted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Literal, get_args

from dcs_audit.locale.languages import LANGS
from dcs_audit.locale.screen import screen
from dcs_audit.records.nearest import fold

Table = Literal["keys", "values"]
KEYS: Table = "keys"
VALUES: Table = "values"

_CLOSE = 0.84
"""Likeness of two names from which one may be the other mistyped; short words are alike too easily below it."""
_LONGEST = 80

_KEYS: dict[str, str] = {
    "unit": "đơn vị; thông tin đơn vị",
    "year": "năm; năm kiểm tra; năm đánh giá",
    "records": "hồ sơ; các hồ sơ",
    "packs": "bộ quy định; kế hoạch địa phương",
    "waivers": "miễn trừ; các miễn trừ",
    "name": "tên; tên đơn vị; họ tên; họ và tên; tên thôn; tên dự án",
    "type": "loại; loại hình; loại đơn vị; kiểu",
    "subtype": "loại xã; phân loại",
    "code": "mã; mã đơn vị; mã số",
    "province": "tỉnh; thành phố; tỉnh thành; tỉnh, thành phố",
    "parent": "đơn vị cấp trên; cơ quan chủ quản; cấp trên; trực thuộc",
    "headcount": "số người; biên chế; số lao động; số cán bộ; tổng số người",
    "households": "số hộ; hộ; tổng số hộ",
    "villages": "thôn; các thôn; danh sách thôn; tổ dân phố",
    "village": "tên thôn; thôn; tổ dân phố",
    "projects": "dự án; các dự án; công trình",
    "project": "mã dự án",
    "started_on": "ngày bắt đầu; ngày khởi công",
    "finished_on": "ngày hoàn thành; ngày kết thúc",
    "has_portal": "cổng thông tin; cổng thông tin điện tử; trang thông tin điện tử",
    "has_loudspeaker": "loa truyền thanh; truyền thanh; đài truyền thanh",
    "has_trade_union": "công đoàn; có công đoàn",
    "has_intranet": "mạng nội bộ",
    "id": "mã; mã hồ sơ",
    "note": "ghi chú; chú thích",
    "evidence": "minh chứng; tài liệu minh chứng; bằng chứng",
    "kind": "loại; loại văn bản; loại hội nghị; loại cuộc họp; loại ban; loại đơn; loại hoạt động",
    "item": "mục; nội dung công khai; mục công khai",
    "document": "quyết định; tài liệu; văn bản công khai",
    "number": "số; số hiệu; số văn bản; số quyết định",
    "date": "ngày; ngày văn bản; ngày ban hành; ngày ký",
    "title": "tên văn bản; trích yếu; tiêu đề",
    "postings": "niêm yết; công khai; hình thức công khai; nơi công khai",
    "channel": "hình thức; kênh công khai; hình thức công khai",
    "from": "từ; ngày bắt đầu; ngày niêm yết; ngày đăng; ngày công khai; bắt đầu",
    "until": "đến; ngày kết thúc; ngày gỡ; kết thúc; đến hết ngày",
    "place": "địa điểm; nơi niêm yết; nơi",
    "url": "đường dẫn; link; địa chỉ; liên kết",
    "nil": "không có",
    "held_on": "ngày họp; ngày hội nghị; ngày tổ chức; ngày thực hiện; ngày đối thoại; ngày; thời gian",
    "attended": "có mặt; dự họp; số người có mặt; tham dự; số đại biểu dự",
    "entitled": "triệu tập; được triệu tập; tổng số đại biểu",
    "in_favour": "tán thành; đồng ý; số phiếu đồng ý; biểu quyết",
    "chaired_by": "chủ trì",
    "agenda": "nội dung; chương trình",
    "members": "danh sách thành viên; các thành viên",
    "role": "chức danh; vai trò; chức vụ",
    "positions": "chức vụ; chức vụ khác; kiêm nhiệm",
    "term": "thời hạn nhiệm kỳ",
    "elected_on": "bầu ngày",
    "recognised_on": "công nhận; ngày quyết định công nhận",
    "sent": "gửi; đã gửi",
    "to": "gửi đến; gửi tới; người nhận",
    "on": "ngày; ngày gửi; ngày trả lời",
    "received_on": "ngày tiếp nhận; nhận ngày",
    "answered_on": "ngày giải quyết; trả lời ngày",
    "participants": "số người tham gia; số người dự",
    "by": "người thực hiện; đơn vị thực hiện; người xác nhận",
    "count": "số lượt; số cuộc",
    "rule": "quy định; mã quy định kiểm tra",
    "answer": "trả lời",
    "reason": "lý do",
    "approved_by": "người duyệt; cơ quan đồng ý; văn bản đồng ý; phê duyệt",
    "disclosures": "nội dung công khai; công khai thông tin",
    "documents": "các văn bản",
    "meetings": "họp; các cuộc họp",
    "boards": "ban; các ban; thanh tra nhân dân",
    "consultations": "tham gia ý kiến; lấy ý kiến nhân dân",
    "decisions": "nhân dân bàn; bàn và quyết định; quyết định",
    "petitions": "đơn thư; kiến nghị, phản ánh",
    "activities": "các hoạt động",
    "appointments": "trưởng thôn; bổ nhiệm",
    "attestations": "xác nhận",
}
"""Further names of keys, beside those of `record_words`."""

_VALUES: dict[str, str] = {
    "commune": "xã; phường; thị trấn; đặc khu; cấp xã; ubnd xã; ubnd phường; ủy ban nhân dân xã",
    "village": "thôn; tổ dân phố; khu phố; làng; bản; ấp; buôn; khu dân cư",
    "state_agency": "cơ quan; cơ quan hành chính; cơ quan hành chính nhà nước; sở; phòng",
    "public_service_unit": "đơn vị sự nghiệp; sự nghiệp công lập; trường; trường học; trạm y tế; bệnh viện",
    "state_owned_enterprise": "dnnn; công ty nhà nước",
    "employer": "doanh nghiệp; công ty; hợp tác xã; doanh nghiệp tư nhân; người sử dụng lao động",
    "xa": "xã",
    "phuong": "phường",
    "thi_tran": "thị trấn",
    "dac_khu": "đặc khu",
    "notice_board": "niêm yết; bảng tin; bảng niêm yết; trụ sở; niêm yết tại trụ sở; niêm yết tại trụ sở ubnd",
    "village_notice_board": "nhà văn hóa; niêm yết tại thôn; niêm yết tại nhà văn hóa; nhà sinh hoạt cộng đồng; "
    "điểm sinh hoạt cộng đồng; nhà văn hóa thôn",
    "portal": "cổng thông tin điện tử; cổng thông tin; trang thông tin điện tử; website; trang web; web",
    "loudspeaker": "loa; loa truyền thanh; loa phát thanh; đài truyền thanh; hệ thống truyền thanh; phát thanh",
    "village_heads": "trưởng thôn; tổ trưởng tổ dân phố; thông qua trưởng thôn",
    "intranet": "mạng nội bộ; hệ thống nội bộ",
    "letter": "công văn; văn bản",
    "conference": "họp; hội nghị; cuộc họp",
    "citizen_reception": "tiếp dân; buổi tiếp công dân",
    "social_network": "facebook; zalo; mạng xã hội",
    "other": "khác",
    "true": "có; co; yes; y; đúng; đã; rồi; x; v; on; 1",
    "false": "không; khong; ko; no; n; chưa; sai; off; 0",
    "yes": "true; đúng; đã; rồi; đã thực hiện",
    "no": "false; chưa; chưa thực hiện",
    "none": "không có; n/a",
    "unknown": "không rõ; chưa rõ; chưa biết; không biết",
    "all": "tất cả; toàn xã; các thôn; tất cả các thôn",
    "head": "trưởng ban; trưởng; thủ trưởng",
    "deputy": "phó; phó trưởng ban; phó ban; cấp phó",
    "member": "ủy viên; thành viên",
    "plenary": "toàn thể",
    "delegates": "đại biểu",
    "ballot": "phiếu; bỏ phiếu; lấy phiếu; phát phiếu",
    "meeting": "cuộc họp; hội nghị",
    "online": "trực tuyến",
    "democracy_regulation": "quy chế dân chủ; quy chế thực hiện dân chủ ở cơ sở",
    "disclosure_plan": "kế hoạch công khai thông tin",
    "council_report": "báo cáo hđnd",
    "inspection_plan": "kế hoạch tự kiểm tra",
    "village_convention": "hương ước; quy ước",
    "labour_rules": "nội quy",
    "staff_conference": "hội nghị cán bộ công chức; hội nghị cbcc; hội nghị công chức; hội nghị viên chức; "
    "hội nghị cán bộ, công chức; hội nghị cán bộ, công chức, viên chức; hội nghị cbccvc",
    "employee_conference": "hội nghị công nhân",
    "people_dialogue": "đối thoại; đối thoại với nhân dân; đối thoại với dân; hội nghị đối thoại",
    "workplace_dialogue": "đối thoại; đối thoại định kỳ",
    "village_conference": "hội nghị thôn; họp thôn; họp dân; hội nghị nhân dân",
    "council_session": "họp hđnd; kỳ họp hđnd",
    "peoples_inspection": "thanh tra nhân dân; ban ttnd; ttnd",
    "investment_supervision": "giám sát đầu tư cộng đồng; ban gsđtcđ; ban giám sát đầu tư cộng đồng; gsđtcđ",
    "complaint": "khiếu nại; tố cáo; đơn thư",
    "training": "tập huấn; bồi dưỡng",
    "communication": "tuyên truyền; phổ biến",
    "kinh-te-xa-hoi": "kinh tế xã hội; kế hoạch kinh tế xã hội",
    "ngan-sach": "dự toán; quyết toán; dự toán ngân sách; quyết toán ngân sách; tài chính",
    "du-an-dat-dai": "đất đai; dự án; quy hoạch; quy hoạch, đất đai; đền bù; giải phóng mặt bằng",
    "quy-che-nhiem-vu": "nhiệm vụ, quyền hạn",
    "quy-dong-gop": "quỹ; đóng góp; các loại quỹ; khoản đóng góp; huy động đóng góp",
    "tai-san-cong": "mua sắm tài sản",
    "chinh-sach-an-sinh": "an sinh; an sinh xã hội; hộ nghèo; chính sách; trợ cấp",
    "ho-tro-thien-tai": "thiên tai; cứu trợ; hỗ trợ thiên tai",
    "nghia-vu-quan-su": "tuyển quân; gọi nhập ngũ; khám tuyển",
    "xu-ly-vi-pham": "vi phạm; kết quả thanh tra; thanh tra",
    "phi-le-phi": "phí; lệ phí; phí và lệ phí",
    "thu-tuc-hanh-chinh": "tthc",
    "noi-dung-khac": "khác; nội dung khác",
    "thoa-uoc-lao-dong": "thỏa ước",
    "cong-tac-can-bo": "cán bộ; tuyển dụng; bổ nhiệm",
    "truong-thon": "bầu trưởng thôn; bầu cử trưởng thôn",
    "year": "năm; mỗi năm; hàng năm",
    "half": "nửa năm; 6 tháng; sáu tháng",
    "quarter": "quý; mỗi quý; hàng quý",
    "month": "tháng; mỗi tháng; hàng tháng",
    "huong-uoc": "hương ước; quy ước",
}
"""Further names of slugs, beside those of the catalogues."""


_OF_PACKS = (
    ("severity", ("critical", "major", "minor")),
    ("every", ("standing", "year", "half", "quarter", "month", "working_year")),
    ("status", ("passed", "missing", "late", "defective", "pending", "needs_review", "not_applicable", "waived")),
)
"""Words that packs use, as screens say them."""


def meanings(word: str, table: Table) -> tuple[str, ...]:
    """The keys, or the slugs, that people call `word`, case and diacritics aside; which of them fit is not asked."""
    return _names(table).get(_folded(word), ()) if len(word) <= _LONGEST else ()


def close(word: str, table: Table, known: Collection[str]) -> str | None:
    """The one of `known` of which a name is spelt nearly like `word`; None if there is none."""
    if len(word) > _LONGEST:
        return None
    fitting = _fitting(table, tuple(known))
    found = get_close_matches(_folded(word), fitting, n=1, cutoff=_CLOSE)
    return fitting[found[0]] if found else None


@lru_cache(64)
def _fitting(table: Table, known: tuple[str, ...]) -> dict[str, str]:
    """The names of `known`, each with the first that it may stand for."""
    fit = frozenset(known)
    first = ((name, next((slug for slug in slugs if slug in fit), None)) for name, slugs in _names(table).items())
    return {name: slug for name, slug in first if slug is not None}


def _folded(name: str) -> str:
    return re.sub("[^a-z0-9]+", "-", fold(name)).strip("-")


@cache
def _names(table: Table) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for slug, name in _of_keys() if table == KEYS else _of_values():
        if folded := _folded(name):
            found.setdefault(folded, {})[slug] = None
    return {name: tuple(slugs) for name, slugs in found.items()}


def _of_keys() -> Iterator[tuple[str, str]]:
    from dcs_audit.locale.record_words import FACTS, FIELDS, SECTIONS

    yield from _listed(_KEYS)
    for catalogue in (SECTIONS, FIELDS, FACTS):
        for path, words in catalogue.items():
            key = path.rpartition(".")[2]
            yield from ((key, name) for both in words for name in (both, *both.split(", ")))


def _of_values() -> Iterator[tuple[str, str]]:
    from dcs_audit.locale.record_words_kinds import KINDS
    from dcs_audit.locale.verdicts import SENTENCES
    from dcs_audit.records.slugs import Subtype, UnitType

    yield from _listed(_VALUES)
    yield from ((slug, name) for slug, words in KINDS.items() for name in words)
    families = (("type", get_args(UnitType)), ("subtype", get_args(Subtype)), *_OF_PACKS)
    for family, slugs in families:
        yield from ((slug, screen(f"{family}.{slug}", lang)) for slug in slugs for lang in LANGS)
    for key, texts in SENTENCES.items():
        if key.startswith(("value.", "channel.")):
            slug = key.partition(".")[2]
            yield from ((slug, name) for text in texts.values() for name in (text, *text.split(", ")))


def _listed(names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for slug, listed in names.items():
        yield from ((slug, name) for name in _parts(listed))


def _parts(listed: str) -> Iterable[str]:
    return listed.split("; ")

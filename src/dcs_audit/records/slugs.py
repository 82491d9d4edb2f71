"""The closed words of the unit record: fixed by the contract, not extendable by a pack."""

from __future__ import annotations

from typing import Literal, get_args

UnitType = Literal["commune", "village", "state_agency", "public_service_unit", "state_owned_enterprise", "employer"]
Subtype = Literal["xa", "phuong", "thi_tran", "dac_khu"]
Channel = Literal[
    "notice_board",
    "village_notice_board",
    "portal",
    "loudspeaker",
    "village_heads",
    "intranet",
    "all_staff_letter",
    "department_heads",
    "union_letter",
    "letter",
    "conference",
    "citizen_reception",
    "organisations",
    "social_network",
    "other",
]
MeetingMode = Literal["plenary", "delegates", "ballot"]
Chair = Literal["head", "deputy", "union", "village_head", "other"]
# Letters in the order of Vietnamese statutes, where đ stands between d and e; the law's own lists end at g.
AgendaPoint = Literal["a", "b", "c", "d", "dd", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q"]
Role = Literal["head", "deputy", "member"]
Position = Literal[
    "unit_head",
    "unit_deputy",
    "chief_accountant",
    "manager",
    "commune_official",
    "part_time_official",
    "village_official",
]
Represents = Literal["front", "inspection_board", "residents"]
DecisionChair = Literal["village_head", "election_team", "front_head", "commune_head", "appointed", "other"]
DecisionAction = Literal["elect", "dismiss"]
Proposer = Literal["village_head", "front_head", "citizens", "own_request", "commune", "other"]
Signatory = Literal["village_head", "front_head", "household", "other"]
Enclosure = Literal["de-nghi", "nghi-quyet", "du-thao"]
AppointmentKind = Literal["village_head", "acting_village_head"]
Answer = Literal["yes", "no", "none", "unknown"]
DecisionItem = Literal["dong-gop-ha-tang", "thu-chi-dong-gop", "huong-uoc", "truong-thon", "thanh-vien-ban", "tu-quan"]
DecisionScope = Literal["village", "commune"]
DecisionForm = Literal["meeting", "ballot", "online"]
SchemaName = Literal["dcs-audit/unit@1"]

UNIT_TYPES: tuple[str, ...] = get_args(UnitType)

COMMUNE_ITEMS = (
    "kinh-te-xa-hoi",
    "ngan-sach",
    "du-an-dat-dai",
    "quy-che-nhiem-vu",
    "quy-dong-gop",
    "tai-san-cong",
    "chinh-sach-an-sinh",
    "ho-tro-thien-tai",
    "nghia-vu-quan-su",
    "xu-ly-vi-pham",
    "lay-y-kien",
    "phi-le-phi",
    "thu-tuc-hanh-chinh",
    "noi-dung-khac",
)
"""Điều 11, khoản 1 to 14, in that order."""

AGENCY_ITEMS = (
    "chu-truong-phap-luat",
    "ke-hoach-cong-tac",
    "ngan-sach",
    "tai-san-cong",
    "dau-tu-cong",
    "cong-tac-can-bo",
    "ket-luan-ke-khai",
    "thanh-tra-khieu-nai",
    "noi-quy-quy-che",
    "giai-trinh-y-kien",
    "van-ban-cap-tren",
    "noi-dung-khac",
)
"""Điều 46, khoản 1 to 12, in that order."""

ENTERPRISE_ITEMS = (
    "san-xuat-kinh-doanh",
    "noi-quy-thang-luong",
    "thoa-uoc-lao-dong",
    "quy-phuc-loi",
    "kinh-phi-bao-hiem",
    "thi-dua-ky-luat",
    "quy-che-dan-chu",
    "noi-dung-khac",
)
"""Điều 64 khoản 1, điểm a b c d đ e g h, in that order."""

DISCLOSURE_ITEMS: dict[str, tuple[str, ...]] = {
    "commune": COMMUNE_ITEMS,
    "village": (),
    "state_agency": AGENCY_ITEMS,
    "public_service_unit": AGENCY_ITEMS,
    "state_owned_enterprise": ENTERPRISE_ITEMS,
    "employer": ENTERPRISE_ITEMS,
}
"""What each type of unit may disclose; a village discloses nothing itself."""

MEETING_KINDS = (
    "staff_conference",
    "employee_conference",
    "people_dialogue",
    "workplace_dialogue",
    "village_conference",
    "council_session",
)
BOARD_KINDS = ("peoples_inspection", "investment_supervision")
PETITION_KINDS = (
    "board_recommendation",
    "information_request",
    "complaint",
    "staff_feedback",
    "extraordinary_conference_request",
)

SAMPLE_NUMBER = "00/VÍ-DỤ"
"""The number that every document of a template bears until somebody puts the real one in its place."""

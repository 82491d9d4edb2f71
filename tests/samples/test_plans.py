"""The sample fleets of the local plans: what each plan asks of each kind of owner, as its wording has it.

Worked out from the plans' texts, before the program was asked. Of each sample every duty of its plan stands here; the
national ones are judged in the other modules. Đông Triều is looked at on the last day of its year, on which what is
due by then may still come; Vĩnh Linh and Mỹ Hào a fortnight later, Bình Giang and Điềm He in November.
"""

from __future__ import annotations

import io
import json
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import pytest
from judging import (
    DEFECTIVE,
    LATE,
    MISSING,
    NOT_HERE,
    PASSED,
    PENDING,
    REVIEW,
    SAMPLES,
    check_engines,
    deadline,
    each,
    loaded,
    report,
    rulebook,
    statuses,
    with_durable,
)

from dcs_audit.cli.main import main

FOLDER = SAMPLES / "ke-hoach"


class Plan(NamedTuple):
    """The prefix of a plan's rules, the day of the audit, and what its rules give for each sample of the fleet."""

    prefix: str
    as_of: date
    units: dict[str, dict[str, str]]


BINH_GIANG = {
    "phong-van-hoa-xa-hoi": {
        **each(PASSED, "BG-BC-01 BG-BC-03"),  # 09/06, the last good day; 13/11
        "BG-BC-02": LATE,  # on 15/09 itself
        "BG-BC-04-B": PASSED,  # to Phòng Văn hóa - Xã hội, once by its former name
        **each(PASSED, "BG-KH-01 BG-KT-01 BG-KT-02-A BG-TH-01 BG-TT-01 BG-TT-02 BG-TT-03 BG-TT-04 BG-MOH-01 BG-TH-02"),
        **each(PASSED, "BG-TH-03 BG-TH-04 BG-TCD-01-A BG-TCD-01-B BG-QC-02"),
        **each(PENDING, "BG-TK-01 BG-KT-02-B BG-KT-03 BG-TH-05 BG-DG-02 BG-CDS-02 BG-CDS-03 BG-XL-01"),  # by 31/12
        "BG-CDS-01": REVIEW,  # nobody answered
        **each(NOT_HERE, "BG-TH-06 BG-NS-01"),  # tasks of another office
    },
    "thon-an-phu": {
        **each(PASSED, "BG-TT-02 BG-TT-04 BG-MOH-01 BG-TH-02"),
        "BG-DG-02": PENDING,
    },
    "thon-dong-lam": {
        "BG-TT-02": PENDING,  # what it has is of 2025
        "BG-TT-04": PENDING,  # neither date nor period: of whatever year it is, there is time until 31/12
        **each(PENDING, "BG-MOH-01 BG-TH-02 BG-DG-02"),
    },
    "trung-tam-dich-vu": {
        "BG-BC-01": LATE,  # on 10/06 itself
        "BG-BC-02": PASSED,
        "BG-BC-03": MISSING,  # 14/11
        "BG-BC-04-B": PENDING,  # the nine-month report went elsewhere; it may still be sent on by 31/12 (T2)
        **each(PASSED, "BG-KH-01 BG-KT-02-A BG-TT-01 BG-TT-02 BG-TT-03 BG-MOH-01 BG-TCD-01-A BG-QC-02 BG-CDS-02"),
        **each(PASSED, "BG-CDS-01 BG-TT-05"),
        "BG-TH-01": DEFECTIVE,  # answered: no
        **each(PENDING, "BG-TK-01 BG-KT-02-B BG-KT-03 BG-TT-04 BG-TH-02 BG-TH-03 BG-TH-04 BG-TH-05 BG-TCD-01-B"),
        **each(PENDING, "BG-DG-02 BG-CDS-03 BG-XL-01"),
        **each(NOT_HERE, "BG-KT-01 BG-TH-06 BG-NS-01 BG-CDS-04"),  # tasks of other units
    },
    "xa-binh-giang": {
        **each(PASSED, "BG-BC-01 BG-BC-02"),  # 08/06; 14/09, the last good day
        "BG-BC-03": LATE,  # 14/11; sent on 16/11
        "BG-BC-04-A": PASSED,  # all three to Sở Nội vụ, once by another name
        "BG-KTH-01-A": PASSED,
        **each(PENDING, "BG-KTH-01-B BG-DG-03"),
    },
}

DIEM_HE = {
    "phong-kinh-te": {
        "DH-BC-01": PASSED,  # 04/06, the last good day
        "DH-BC-02": LATE,  # on 10/11 itself
        **each(PASSED, "DH-KH-01 DH-SK-01 DH-PC-01 DH-QC-02 DH-QC-03 DH-QC-04-A DH-TT-01 DH-DV-01 DH-MOH-01-A"),
        "DH-CK-15": NOT_HERE,  # attested: it was charged with nothing
        "DH-DG-01": PENDING,
        **each(REVIEW, "DH-MOH-01-B DH-HD-01"),  # the plan names no day: absent, a person decides
    },
    "thon-ban-lai": each(PASSED, "DH-KH-01 DH-CK-15 DH-TT-01 DH-MOH-01-A DH-MOH-01-B"),
    "thon-na-tau": {
        "DH-KH-01": PENDING,  # what it has is of 2025
        "DH-CK-15": REVIEW,  # answered yes, by nobody
        **each(PENDING, "DH-TT-01 DH-MOH-01-A"),
        "DH-MOH-01-B": REVIEW,
    },
    "trung-tam-dich-vu": {
        "DH-BC-01": LATE,  # sent on no known day, signed on 06/06
        **each(PASSED, "DH-BC-02 DH-QC-03 DH-QC-04-A DH-TT-01 DH-MOH-01-B DH-HD-01 DH-CCHC-01-B"),
        "DH-PC-01": DEFECTIVE,  # two in charge, not one
        "DH-CK-15": REVIEW,  # nobody answered
        "DH-DV-01": NOT_HERE,
        **each(PENDING, "DH-KH-01 DH-SK-01 DH-QC-02 DH-MOH-01-A DH-DG-01"),
    },
    "xa-diem-he": {
        "DH-BC-03": PENDING,
        "DH-KT-01": LATE,  # 30/09; of 05/10
        **each(PASSED, "DH-CK-15 DH-CCHC-01-A"),
        "DH-DV-01": NOT_HERE,
    },
}

MY_HAO = {
    "cong-ty-bao-bi": {"MH-TT-01": REVIEW},  # answered: unknown
    "cong-ty-moi-truong": {"MH-TT-01": PASSED, "MH-BV-01": NOT_HERE},
    "phong-van-hoa-xa-hoi": {
        **each(PASSED, "MH-KH-01 MH-NQ-01 MH-CDS-01-B MH-QC-02 MH-MOH-02 MH-TT-01 MH-QT-01 MH-TT-06 MH-TH-01-B"),
        **each(REVIEW, "MH-KT-01 MH-BC-01 MH-SK-02"),  # fell due after the end of the town
        "MH-SH-01": REVIEW,  # nobody answered
        **each(NOT_HERE, "MH-BC-02 MH-KT-02 MH-MOH-01 MH-BV-01"),  # of other offices; no case
    },
    "phuong-nhan-thinh": {
        **each(PASSED, "MH-KH-01 MH-KT-01 MH-BC-01 MH-QC-02 MH-BCD-01 MH-TT-01 MH-QT-01 MH-TT-04 MH-SH-01"),
        "MH-NQ-01": REVIEW,  # of the town's People's Council, which has ended
        "MH-MOH-02": REVIEW,  # absent at the end of 2025, after the end of the town
        "MH-TT-05": DEFECTIVE,  # answered: no
        "MH-BV-01": NOT_HERE,
    },
    "to-dan-pho-ha-dinh": {"MH-QC-02": REVIEW},  # absent
    "to-dan-pho-thuong-dinh": {"MH-QC-02": PASSED},
    "truong-mam-non": {
        **each(REVIEW, "MH-KH-01 MH-KT-01 MH-MOH-02 MH-TH-01-B"),  # absent
        **each(PASSED, "MH-BC-01 MH-SK-02 MH-QT-01 MH-SH-01"),
        "MH-NQ-01": REVIEW,  # of 05/01/2026, after a day that came after the end of the town
        "MH-QC-02": REVIEW,  # for 2025, of 08/01/2026
        **each(DEFECTIVE, "MH-CDS-01-B MH-TT-01"),  # answered: no
        **each(NOT_HERE, "MH-BC-02 MH-KT-02 MH-MOH-01 MH-BV-01 MH-TT-04 MH-TT-05 MH-TT-06"),
    },
}

# The district ended on 01/07/2025: nothing that fell due later is called missing or late.
VINH_LINH = {
    "phong-van-hoa-xa-hoi": {
        "VL-BC-01": REVIEW,  # sent on 31/10 itself
        **each(PASSED, "VL-BC-02 VL-BC-03 VL-KT-01 VL-KT-02 VL-TT-01 VL-QC-01-B"),
        **each(REVIEW, "VL-KH-01 VL-DTH-01"),  # absent
        **each(NOT_HERE, "VL-MT-01 VL-MT-02"),
    },
    "truong-trung-hoc-co-so": {
        "VL-BC-01": REVIEW,  # absent
        "VL-BC-02": REVIEW,  # nobody answered
        "VL-KT-01": REVIEW,  # for 2025, of 05/01/2026
        **each(PASSED, "VL-KH-01 VL-TT-01 VL-QC-01-B VL-DTH-01"),
        "VL-MT-01": DEFECTIVE,  # answered: no
        **each(NOT_HERE, "VL-BC-03 VL-KT-02 VL-MT-02"),
    },
    "xa-vinh-an-ha": {
        "VL-BC-01": PASSED,  # 30/10, the last good day
        **each(PASSED, "VL-KH-01 VL-DTH-01 VL-MT-01 VL-MT-02"),
        "VL-TT-01": DEFECTIVE,  # five of the six texts
        "VL-BC-02": NOT_HERE,
    },
}

DONG_TRIEU = {
    "cong-ty-gom": {"DT-TT-02": PENDING},  # what it has is of 2024
    "cong-ty-thuy-loi": {"DT-TT-02": PASSED},
    "phong-kinh-te-ha-tang": {
        "DT-KH-01": LATE,  # on 10/03 itself
        **each(PASSED, "DT-VB-01 DT-BC-01 DT-ND-01 DT-NS-01 DT-KT-02 DT-TTND-01 DT-QC-01 DT-PC-01 DT-PC-02 DT-TT-01"),
        **each(PASSED, "DT-TT-02 DT-TH-01 DT-MOH-01 DT-HN-01@2025-Q4"),
        "DT-BC-02": REVIEW,  # sent on 12/11, after 09/11, to a city that had ended
        "DT-KT-01": REVIEW,  # not its task, but that is for a person to say
        "DT-QC-02": DEFECTIVE,  # the working regulation was not reviewed
        **each(PENDING, "DT-CCHC-01 DT-KTH-01 DT-MOH-02"),
        **each(NOT_HERE, "DT-BC-03 DT-BC-04 DT-KT-03 DT-TCD-02"),
    },
    "phuong-dong-linh": {
        **each(PASSED, "DT-KH-01 DT-BC-02 DT-BC-03 DT-NS-01 DT-QC-01 DT-QC-02 DT-PC-01 DT-CCHC-01 DT-TT-01 DT-TH-01"),
        "DT-KTH-01": PASSED,
        "DT-VB-01": LATE,  # 31/03; of 02/04
        "DT-BC-01": LATE,  # on 10/05 itself
        "DT-MOH-01": MISSING,  # 31/03
        "DT-KT-02": REVIEW,  # a plan of the check, but no check
        "DT-HN-01@2025-Q4": REVIEW,  # in November, while the plan says December
        "DT-PC-02": REVIEW,  # without a date
        **each(PENDING, "DT-ND-01 DT-TT-02"),
    },
    "truong-tieu-hoc": {
        **each(PASSED, "DT-KH-01 DT-PC-01 DT-TT-01 DT-TT-02"),
        "DT-MOH-01": PASSED,  # on 31/03, the last good day
        **each(MISSING, "DT-VB-01 DT-BC-01 DT-KT-02"),  # 31/03, 09/05, 30/06
        "DT-BC-02": REVIEW,  # due on 09/11, after the end of the city
        "DT-BC-03": REVIEW,  # nobody answered
        "DT-QC-01": DEFECTIVE,  # of 2021, before the Law
        "DT-QC-02": DEFECTIVE,  # without the working regulation
        **each(PENDING, "DT-ND-01 DT-NS-01 DT-PC-02 DT-CCHC-01 DT-TH-01 DT-KTH-01 DT-HN-01@2025-Q4"),
        "DT-TTND-01": NOT_HERE,  # the file knows no board
    },
}

PLANS = {
    "binh-giang-2026": Plan("BG-", date(2026, 11, 20), BINH_GIANG),
    "diem-he-2026": Plan("DH-", date(2026, 11, 20), DIEM_HE),
    "dong-trieu-2025": Plan("DT-", date(2025, 12, 31), DONG_TRIEU),
    "my-hao-2024": Plan("MH-", date(2026, 1, 15), MY_HAO),
    "vinh-linh-2025": Plan("VL-", date(2026, 1, 15), VINH_LINH),
}
UNITS = [(pack, unit) for pack, plan in PLANS.items() for unit in plan.units]


def test_every_sample_under_a_plan_is_judged_here() -> None:
    assert {path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.yaml")} == {
        f"{pack}/{unit}" for pack, unit in UNITS
    }


@pytest.mark.parametrize("pack", PLANS)
def test_every_kind_of_owner_has_a_sample(pack: str) -> None:
    owners = {
        kind for rule in rulebook(pack).rules if rule.id.startswith(PLANS[pack].prefix) for kind in rule.applies_to
    }
    files = [loaded(f"ke-hoach/{pack}/{unit}", pack).unit for unit in PLANS[pack].units]
    assert {file.unit.type for file in files if file is not None} == owners
    assert all(file is not None and file.packs == (pack,) for file in files)


@pytest.mark.parametrize(("pack", "unit"), UNITS)
def test_every_duty_of_the_plan_has_the_status_of_its_text(pack: str, unit: str) -> None:
    plan = PLANS[pack]
    found = report(f"ke-hoach/{pack}/{unit}", "reference", plan.as_of, (pack,))
    assert statuses(found, plan.prefix) == plan.units[unit]


@pytest.mark.parametrize(
    ("pack", "unit", "duty", "due", "days"),
    [
        ("binh-giang-2026", "phong-van-hoa-xa-hoi", "BG-BC-02", date(2026, 9, 14), 1),
        ("binh-giang-2026", "trung-tam-dich-vu", "BG-BC-01", date(2026, 6, 9), 1),
        ("binh-giang-2026", "trung-tam-dich-vu", "BG-BC-03", date(2026, 11, 14), 6),
        ("binh-giang-2026", "xa-binh-giang", "BG-BC-03", date(2026, 11, 14), 2),
        ("binh-giang-2026", "thon-dong-lam", "BG-TT-02", date(2026, 12, 31), 41),
        ("diem-he-2026", "phong-kinh-te", "DH-BC-02", date(2026, 11, 9), 1),
        ("diem-he-2026", "trung-tam-dich-vu", "DH-BC-01", date(2026, 6, 4), 2),
        ("diem-he-2026", "xa-diem-he", "DH-KT-01", date(2026, 9, 30), 5),
        ("my-hao-2024", "truong-mam-non", "MH-QC-02", date(2025, 12, 31), None),
        ("vinh-linh-2025", "xa-vinh-an-ha", "VL-BC-01", date(2025, 10, 30), None),
        ("dong-trieu-2025", "phong-kinh-te-ha-tang", "DT-KH-01", date(2025, 3, 9), 1),
        ("dong-trieu-2025", "phuong-dong-linh", "DT-VB-01", date(2025, 3, 31), 2),
        ("dong-trieu-2025", "phuong-dong-linh", "DT-BC-01", date(2025, 5, 9), 1),
        ("dong-trieu-2025", "truong-tieu-hoc", "DT-KT-02", date(2025, 6, 30), 184),
        ("dong-trieu-2025", "cong-ty-gom", "DT-TT-02", date(2025, 12, 31), 0),
    ],
)
def test_deadlines_worked_out_by_hand(pack: str, unit: str, duty: str, due: date, days: int | None) -> None:
    found = report(f"ke-hoach/{pack}/{unit}", "reference", PLANS[pack].as_of, (pack,))
    assert deadline(found, duty) == (due, days)


@with_durable
@pytest.mark.parametrize(("pack", "unit"), UNITS)
def test_all_engines_give_one_report(pack: str, unit: str) -> None:
    check_engines(f"ke-hoach/{pack}/{unit}", PLANS[pack].as_of, (pack,))


class Target(NamedTuple):
    """How many of how many units reach a target, the names of those behind, and how many are open or do not count."""

    reached: int
    counted: int
    behind: tuple[str, ...] = ()
    needs_review: int = 0
    pending: int = 0
    exempt: int = 0


OFFICE, CENTRE, COMMUNE = (
    "Phòng Văn hóa - Xã hội xã Bình Giang",
    "Trung tâm Dịch vụ sự nghiệp công xã Bình Giang",
    "Xã Bình Giang",
)
SCHOOL, COMPANY = "Trường Mầm non Nhân Thịnh", "Công ty TNHH một thành viên Môi trường đô thị Nhân Thịnh"

TARGETS = {
    "binh-giang-2026": {
        "BG-CT-BOI-DUONG": Target(1, 2, (CENTRE,)),
        "BG-CT-TUYEN-TRUYEN": Target(2, 2),
        "BG-CT-QUY-CHE": Target(1, 2, (CENTRE,)),  # its regulation is older than the Law
        "BG-CT-HUONG-UOC": Target(1, 2, pending=1),  # of the two villages; the other has until 31/12
        "BG-CT-BAN-TTND": Target(0, 2, (CENTRE,), pending=1, exempt=1),  # report of Q3; Q4; an office of seven
        "BG-CT-BAN-GSDTCD": Target(1, 1),
        "BG-CT-CONG-KHAI": Target(1, 3, (OFFICE, COMMUNE)),  # both took something down after 12 days
        "BG-CT-CNTT": Target(1, 2, needs_review=1),
        "BG-CT-TIEU-CHI": Target(1, 2, needs_review=1),
    },
    "my-hao-2024": {
        "MH-CT-01": Target(3, 4, (SCHOOL,)),  # its regulation is older than the Law
        "MH-CT-02": Target(2, 3, (SCHOOL,), exempt=1),  # an office of six
        "MH-CT-03": Target(1, 1),
        "MH-CT-04": Target(1, 1),
        "MH-CT-05": Target(1, 2, (COMPANY,), exempt=1),  # on 15/04, after 31/03; an office of six
        "MH-CT-07": Target(3, 5, (SCHOOL,), needs_review=1),
    },
}


@cache
def fleet(pack: str) -> dict[str, Any]:
    """What `check` says of a folder, which names the packs in its files."""
    out, err = io.StringIO(), io.StringIO()
    asked = [str(FOLDER / pack), "--as-of", PLANS[pack].as_of.isoformat(), "--engine", "reference", "--format", "json"]
    assert main(["check", *asked], io.StringIO(), out, err) == 1, err.getvalue()  # violations, and nothing worse
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


@pytest.mark.parametrize("pack", PLANS)
def test_a_fleet_is_audited_to_the_last_unit(pack: str) -> None:
    found = fleet(pack)
    assert found["not_audited"] == []
    assert found["summary"]["units"] == len(found["units"]) == len(PLANS[pack].units)
    assert {tuple(unit["rulebook"]["packs"]) for unit in found["units"]} == {("quoc-gia", pack)}


@pytest.mark.parametrize("pack", PLANS)
def test_a_fleet_stands_towards_the_targets_as_its_units_do(pack: str) -> None:
    found = fleet(pack)
    names = [unit["unit"]["name"] for unit in found["units"]]
    assert {
        target["id"]: Target(
            target["reached"],
            target["of"],
            tuple(names[place] for place in target["behind"]),
            *(target["counts"][standing] for standing in ("needs_review", "pending", "exempt")),
        )
        for target in found["targets"]
    } == TARGETS.get(pack, {})

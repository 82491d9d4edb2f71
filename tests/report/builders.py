"""Reports built by hand, so that formats are tested without rules, records or an engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dcs_audit.fleet.failure import Failure
from dcs_audit.fleet.goals import Goal
from dcs_audit.fleet.share import share_of
from dcs_audit.fleet.tally import Tally
from dcs_audit.locale.phrases import Text
from dcs_audit.report.interface import FORMATS, Options
from dcs_audit.verdicts.model import (
    VIOLATIONS,
    CheckResult,
    Citation,
    DutyResult,
    Group,
    PackNote,
    RecordRef,
    Report,
    Severity,
    Status,
    Summary,
    WaiverNote,
)


def fleet_of(
    format: str,
    reports: Sequence[Report],
    options: Options | None = None,
    not_audited: Sequence[str] = (),
    goals: Sequence[Goal] = (),
    complete: bool = True,
) -> str:
    """What a run over several units writes."""
    options = options or Options()
    style, tally = FORMATS[format](), Tally(complete=complete)
    frame = style.frame(options)
    pieces = [frame.begin()]
    for report in reports:
        share = share_of(report, goals)
        tally.add(share)
        pieces.append(frame.unit(style.part(report, options), share))
    for path in not_audited:
        tally.fail(Failure(path))
    written = [*pieces, frame.end(tally)]
    return "".join(piece if isinstance(piece, str) else piece.decode("utf-8") for piece in written)


LAW = Text("Luật 10/2022/QH15", "Law 10/2022/QH15")
DECREE = Text("NĐ 59/2023/NĐ-CP", "Decree 59/2023/NĐ-CP")


def cite(article: int, clause: str | None = None, point: str | None = None) -> Citation:
    return Citation("luat-10-2022-qh15", LAW, article, clause, point)


def duty(rule: str, status: Status, title: Text, **more: object) -> DutyResult:
    """A duty with ordinary values where `more` gives none."""
    plain = DutyResult(
        rule=rule,
        duty=rule,
        group="cong-khai",
        severity=Severity.CRITICAL,
        status=status,
        title=title,
        period="2026",
        subject=None,
        basis=(cite(11, "1"),),
        checks=(),
        records=(),
        message=Text("Chưa có hồ sơ nào cho nghĩa vụ này.", "No record answers this duty."),
        remedy=Text("Lập hồ sơ và niêm yết công khai.", "Make the record and post it."),
        verified=True,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def report_on(unit: dict[str, object], results: tuple[DutyResult, ...], **more: object) -> Report:
    """A report whose summary counts `results`."""
    counts = {status: sum(result.status is status for result in results) for status in Status}
    levels = {level: sum(result.is_violation and result.severity is level for result in results) for level in Severity}
    wrong = sum(counts[status] for status in VIOLATIONS)
    summary = Summary(
        duties=len(results),
        counts=counts,
        violations=levels,
        score=49.9 if wrong else 100.0,
        rating="chua-dat" if wrong else "tot",
        rating_title=Text("chưa đạt", "not met") if wrong else Text("tốt", "good"),
        how=Text(
            "Tỷ lệ có trọng số (nghiêm trọng 5, lớn 3, nhỏ 1) của các nghĩa vụ đã đến hạn được kết luận đạt; "
            "có tồn tại nghiêm trọng thì không quá 49,9.",
            "Weighted share (critical 5, major 3, minor 1) of due duties that passed; capped at 49.9 by any critical "
            "violation.",
        ),
    )
    plain = Report(
        engine="durable_rules + reference",
        packs=(
            PackNote(
                "quoc-gia",
                Text("Bộ quy định quốc gia", "National rules"),
                Text(
                    "Luật 10/2022/QH15 theo bản gốc năm 2022; chưa đối chiếu với văn bản hợp nhất.",
                    "Law 10/2022/QH15 in its original wording of 2022; not checked against a consolidated text.",
                ),
            ),
        ),
        rulebook_digest="sha256:" + "0f3b9c" * 10 + "abcd",
        groups=(
            Group("cong-khai", Text("Công khai thông tin", "Disclosure (công khai)")),
            Group("giam-sat", Text("Kiểm tra, giám sát của Nhân dân", "Inspection and supervision by the people")),
        ),
        input_path="xa-an-binh.yaml",
        input_digest="sha256:" + "7d21e4" * 10 + "abcd",
        unit=unit,
        year=2026,
        as_of=date(2026, 11, 20),
        summary=summary,
        results=results,
        notices=(),
        not_checked=(
            Text(
                "Nội dung của văn bản: chỉ kiểm tra thời hạn, hình thức và thành phần.",
                "What documents say: only deadlines, forms and quorums are checked.",
            ),
        ),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


BUDGET = duty(
    "LDC-D11-K2",
    Status.LATE,
    Text(
        "Công khai dự toán, quyết toán và tình hình thực hiện ngân sách cấp xã",
        "Disclosure (công khai) of the commune's budget, its accounts and execution",
    ),
    basis=(cite(11, "2"),),
    due=date(2026, 1, 19),
    days=4,
    checks=(
        CheckResult(
            "han-cong-khai",
            Text("Công khai trong 05 ngày làm việc", "Disclosed within 5 working days"),
            Status.LATE,
            Severity.CRITICAL,
            Text("≤ 19/01/2026 (05 ngày làm việc từ 12/01/2026)", "≤ 19/01/2026 (5 working days from 12/01/2026)"),
            Text("23/01/2026", "23/01/2026"),
            "records.disclosures[1]",
            57,
            (cite(12, "3"),),
            True,
            date(2026, 1, 19),
            4,
        ),
        CheckResult(
            "niem-yet",
            Text(
                "Niêm yết tại trụ sở và tại các nhà văn hóa, điểm sinh hoạt cộng đồng của tất cả các thôn",
                "Posted at the office and at the community houses of every village",
            ),
            Status.DEFECTIVE,
            Severity.MAJOR,
            Text(
                "30 ngày liên tục, tất cả 6 thôn: Đông, Đoài, Nam, Bắc, Thượng, Hạ",
                "30 consecutive days, all 6 villages: Đông, Đoài, Nam, Bắc, Thượng, Hạ",
            ),
            Text("17 ngày; thiếu thôn Thượng, thôn Hạ", "17 days; villages Thượng and Hạ missing"),
            "records.disclosures[1].postings[0]",
            61,
            (cite(13, "2"),),
            False,
        ),
        CheckResult(
            "cong-thong-tin",
            Text("Đăng trên cổng thông tin điện tử", "Published on the portal"),
            Status.PASSED,
            Severity.CRITICAL,
            Text("có", "yes"),
            Text("có", "yes"),
            "records.disclosures[1].postings[1]",
            66,
            (cite(13, "1"),),
            True,
        ),
    ),
    records=(RecordRef("records.disclosures[1]", 55),),
    message=Text(
        "Ngân sách đã được công khai nhưng trễ 4 ngày và niêm yết chưa đủ thời gian.",
        "The budget was disclosed, but 4 days late and not posted long enough.",
    ),
    remedy=Text(
        "Niêm yết lại đủ 30 ngày liên tục tại trụ sở và tại nhà văn hóa của từng thôn, lập biên bản niêm yết.",
        "Post again for 30 consecutive days at the office and at each village's community house, and minute it.",
    ),
)


def reception(month: int, overdue: int) -> DutyResult:
    return duty(
        "LTCD-D15-K2",
        Status.MISSING,
        Text("Chủ tịch UBND cấp xã tiếp công dân", "Citizen reception (tiếp công dân) by the chairman"),
        group="giam-sat",
        duty=f"LTCD-D15-K2:2026-M{month:02d}",
        period=f"2026-M{month:02d}",
        basis=(Citation("luat-42-2013-qh13", Text("Luật 42/2013/QH13", "Law 42/2013/QH13"), 15, "2"),),
        due=date(2026, month, 28),
        days=overdue,
        message=Text("Chưa có buổi tiếp công dân nào.", "No reception was held."),
        remedy=Text(
            "Bố trí lịch tiếp công dân của Chủ tịch, niêm yết lịch và ghi sổ tiếp công dân.",
            "Schedule the chairman's reception days, post the schedule and keep the reception book.",
        ),
    )


def commune() -> Report:
    """A commune with a violation of each kind, and every other status."""
    board = duty(
        "LDC-D36-K1",
        Status.DEFECTIVE,
        Text("Ban Thanh tra nhân dân ở cấp xã", "People's Inspection Board (Ban Thanh tra nhân dân) of the commune"),
        group="giam-sat",
        severity=Severity.MAJOR,
        basis=(cite(36, "1"), Citation("nd-59-2023", DECREE, 13, "3", "a")),
        checks=(
            CheckResult(
                "so-luong",
                Text("Số lượng thành viên", "Number of members"),
                Status.DEFECTIVE,
                Severity.MAJOR,
                Text("≥ 6 người", "≥ 6 people"),
                Text("5 người", "5 people"),
                "records.boards[0]",
                140,
                (cite(36, "1"),),
                True,
            ),
        ),
        records=(RecordRef("records.boards[0]", 140),),
        message=Text("Ban có ít thành viên hơn số thôn.", "The board has fewer members than there are villages."),
        remedy=Text("Bầu bổ sung thành viên còn thiếu.", "Elect the missing members."),
        verified=False,
    )
    results = (
        duty(
            "LDC-D11-K1",
            Status.MISSING,
            Text(
                "Công khai kế hoạch phát triển kinh tế - xã hội, phương án chuyển dịch cơ cấu kinh tế và kết quả "
                "thực hiện",
                "Disclosure (công khai) of the socio-economic development plan and its results",
            ),
        ),
        BUDGET,
        board,
        reception(1, 296),
        reception(2, 265),
        duty(
            "LDC-D14-K3",
            Status.PENDING,
            Text("Báo cáo Hội đồng nhân dân về thực hiện dân chủ", "Report on democracy to the People's Council"),
            severity=Severity.MAJOR,
            due=date(2026, 12, 31),
            days=41,
        ),
        duty(
            "LDC-D11-K5",
            Status.PENDING,
            Text("Công khai quỹ, khoản đóng góp của Nhân dân", "Disclosure (công khai) of funds and contributions"),
            due=date(2026, 11, 20),
            days=0,
            checks=(
                CheckResult(
                    "niem-yet",
                    Text("Niêm yết", "Posting"),
                    Status.PENDING,
                    Severity.CRITICAL,
                    Text("30 ngày liên tục", "30 consecutive days"),
                    Text("12 ngày, còn niêm yết", "12 days, still posted"),
                    "records.disclosures[4]",
                    99,
                    (cite(13, "2"),),
                    True,
                ),
            ),
        ),
        duty(
            "LDC-D11-K8",
            Status.NEEDS_REVIEW,
            Text("Công khai hỗ trợ thiên tai", "Disclosure (công khai) of disaster relief"),
            reason=Text(
                "Chưa rõ đơn vị có hệ thống truyền thanh hay không.",
                "It is not known whether the unit has loudspeakers.",
            ),
            reason_basis=(cite(13, "3"),),
            facts=("unit.has_loudspeaker",),
        ),
        duty(
            "LDC-D11-K14",
            Status.NEEDS_REVIEW,
            Text("Công khai nội dung khác", "Disclosure (công khai) of other matters"),
            reason=Text("Danh mục của khoản này để mở.", "The list of this clause is open."),
        ),
        duty(
            "LDC-D13-K2-DANHSACH",
            Status.WAIVED,
            Text("Sổ theo dõi công khai", "Disclosure register"),
            severity=Severity.MAJOR,
            period="2026-Q1",
            underlying=Status.MISSING,
            waiver=WaiverNote("Trụ sở bị ngập", "Quyết định 12/QĐ-UBND", date(2026, 12, 31)),
        ),
        duty(
            "LDC-D11-K13",
            Status.PASSED,
            Text("Công khai thủ tục hành chính", "Disclosure (công khai) of administrative procedures"),
            records=(RecordRef("records.disclosures[9]", 201),),
            message=Text("Đã công khai đúng quy định.", "Disclosed as required."),
        ),
        duty(
            "LDC-D41-K1",
            Status.NOT_APPLICABLE,
            Text("Ban Giám sát đầu tư của cộng đồng", "Community Investment Supervision Board"),
            group="giam-sat",
            basis=(cite(41, "1"),),
            reason=Text("Trên địa bàn không có dự án nào.", "There is no project on the territory."),
            reason_basis=(cite(41, "1"),),
        ),
    )
    return report_on(
        {"name": "Ủy ban nhân dân xã An Bình", "type": "commune", "subtype": "xa", "province": "Đồng Tháp"},
        results,
        notices=(
            Text(
                "Miễn trừ LDC-D14-K1 đã hết hiệu lực ngày 30/06/2026 nên không được áp dụng.",
                "The waiver of LDC-D14-K1 expired on 30/06/2026 and has no effect.",
            ),
        ),
    )


def agency() -> Report:
    """A state agency with nothing to put right."""
    results = (
        duty("LDC-D46-K1", Status.PASSED, Text("Công khai chủ trương, pháp luật", "Disclosure of policies and law")),
        duty("LDC-D46-K2", Status.PASSED, Text("Công khai kế hoạch công tác", "Disclosure of the work plan")),
        duty(
            "LDC-D60-K1",
            Status.NOT_APPLICABLE,
            Text("Ban Thanh tra nhân dân ở cơ quan", "People's Inspection Board of an agency"),
            group="giam-sat",
            reason=Text("Đơn vị không có công đoàn cơ sở.", "The unit has no trade union."),
            reason_basis=(cite(60, "1"),),
        ),
    )
    unit = {"name": "Sở Tài chính tỉnh Đồng Tháp", "type": "state_agency"}
    return report_on(unit, results, input_path="so-tai-chinh.yaml")

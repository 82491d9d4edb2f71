"""What the keys of a unit file mean, for `schema unit`: what `record_words` has in short, with more where it helps."""

from __future__ import annotations

from dcs_audit.locale.record_words import FACTS, FIELDS, SECTIONS

_HOW: dict[str, tuple[str, str]] = {
    "how.RequiredText": ("Bắt buộc ghi, là chữ.", "A text, which must be given."),
    "how.Text": ("Ghi bằng chữ; chưa biết thì bỏ trống.", "A text; leave it out while it is unknown."),
    "how.AuditedYear": ("Năm gồm bốn chữ số, từ 2000 đến 2100.", "A year of four digits, 2000 to 2100."),
    "how.Year": (
        "Năm gồm bốn chữ số, từ 2000 đến 2100; chưa biết thì bỏ trống.",
        "A year of four digits, 2000 to 2100; leave it out while it is unknown.",
    ),
    "how.DayOfYear": (
        "Tháng và ngày, viết MM-DD; bỏ trống nếu là 12-31.",
        "Month and day, written MM-DD; 12-31 where it is left out.",
    ),
    "how.Day": (
        "Viết ngày/tháng/năm (08/04/2026) hoặc năm-tháng-ngày (2026-04-08); chưa biết thì bỏ trống.",
        "Written day/month/year (08/04/2026) or year-month-day (2026-04-08); leave it out while it is unknown.",
    ),
    "how.Answer": (
        "Ghi yes (có), no (không), none (không phát sinh) hoặc unknown (chưa biết).",
        "Write yes, no, none (did not arise) or unknown.",
    ),
    "how.Count": (
        "Số nguyên từ 0 trở lên, không có dấu chấm ngăn cách; chưa biết thì bỏ trống, không ghi 0.",
        "A whole number, 0 or more, without separators; leave it out while it is unknown, do not write 0.",
    ),
    "how.Ordinal": (
        "Số nguyên từ 1 trở lên; chưa biết thì bỏ trống.",
        "A whole number, 1 or more; leave it out while it is unknown.",
    ),
    "how.Flag": (
        "Ghi true (có) hoặc false (không); chưa biết thì bỏ trống, không ghi false.",
        "Write true or false; leave it out while it is unknown, do not write false.",
    ),
    "how.Period": (
        "Năm 2026, nửa năm 2026-H1, quý 2026-Q1 hoặc tháng 2026-M03.",
        "A year 2026, half 2026-H1, quarter 2026-Q1 or month 2026-M03.",
    ),
    "how.RuleId": (
        "Mã của quy định, xem bằng lệnh dcs-audit rules list.",
        "The id of a rule, see dcs-audit rules list.",
    ),
    "unknown fact": ("chưa biết", "unknown"),
}

_PARTS: dict[str, tuple[str, str]] = {
    "UnitFile": (
        "Hồ sơ của một đơn vị trong một năm – ghi những gì đã biết; điều chưa biết thì bỏ trống, không ghi “không”.",
        "The record of one unit in one year – write what is known; leave out what is unknown, never write “no” for it.",
    ),
    "Unit": ("Đơn vị được kiểm tra", "The unit that is audited"),
    "Records": ("Các mục hồ sơ của đơn vị", "What the unit submits, by section"),
    "Village": ("Một thôn, tổ dân phố", "A village or residential group"),
    "Project": ("Một chương trình, dự án trên địa bàn", "A programme or project on the territory"),
    "Disclosure": ("Một nội dung công khai", "A content made public"),
    "Meeting": ("Một hội nghị, cuộc họp hoặc buổi đối thoại", "A conference, meeting or dialogue"),
    "Board": (
        "Một ban – Ban Thanh tra nhân dân hoặc Ban Giám sát đầu tư của cộng đồng",
        "A board – People's Inspection Board or Community Investment Supervision Board",
    ),
    "Document": ("Một văn bản, kế hoạch, báo cáo hoặc quy chế", "A document, plan, report or regulation"),
    "Consultation": ("Một lần lấy ý kiến", "A consultation"),
    "Decision": ("Một việc cộng đồng dân cư bàn và quyết định", "A matter that a community discussed and decided"),
    "Petition": ("Một kiến nghị, phản ánh hoặc yêu cầu", "A petition, complaint or request"),
    "Activity": (
        "Một hoạt động – tiếp công dân, tập huấn, kiểm tra …",
        "An activity – reception, training, inspection …",
    ),
    "Appointment": ("Trưởng thôn, Tổ trưởng tổ dân phố", "A village head, or somebody who acts as one"),
    "Attestation": (
        "Một câu trả lời – cho điều mà hồ sơ không chứng minh được",
        "An answer – to a question that no record can settle",
    ),
    "Member": ("Một thành viên của ban", "A member of a board"),
    "DocumentRef": ("Một văn bản – số, ký hiệu và ngày ban hành", "A document – its number and date"),
    "Posting": ("Một lần công khai", "One way a content was made public"),
    "Posted": ("Thời gian niêm yết", "How long a document was on display"),
    "Sent": ("Một lần gửi", "To whom something was sent, and when"),
    "Term": ("Nhiệm kỳ", "A term of office"),
    "Waiver": (
        "Một miễn trừ – đề nghị không kết luận theo một quy định, có cấp chấp thuận và thời hạn",
        "A waiver – a rule not to be judged by, with who approved it and until when",
    ),
}

_KEYS: dict[str, tuple[str, str]] = {
    "UnitFile.schema": (
        "phiên bản của cấu trúc tệp, có thể bỏ trống",
        "version of the file's structure, may be left out",
    ),
    "UnitFile.unit": ("đơn vị được kiểm tra", "the unit that is audited"),
    "UnitFile.year": ("năm kiểm tra", "the audited year"),
    "UnitFile.packs": (
        "kế hoạch địa phương – các bộ quy định áp dụng thêm cho đơn vị",
        "local plans – further packs that apply to the unit",
    ),
    "UnitFile.records": ("các mục hồ sơ", "the records, by section"),
    "UnitFile.waivers": ("các miễn trừ", "the waivers"),
    "Unit.name": ("tên đơn vị", "name of the unit"),
    "Unit.type": (
        "loại hình đơn vị – quyết định những quy định nào áp dụng",
        "type of unit – decides which rules apply",
    ),
    "Unit.subtype": ("loại đơn vị hành chính cấp xã", "kind of commune-level unit"),
    "Unit.code": ("mã đơn vị", "code of the unit"),
    "Unit.province": ("tỉnh, thành phố", "province or city"),
    "Unit.parent": ("cơ quan cấp trên trực tiếp", "superior body"),
    "Unit.work_year_end": ("ngày kết thúc năm công tác", "last day of the working year"),
    "Unit.villages": (
        "các thôn, tổ dân phố của xã – bỏ trống nghĩa là chưa biết; ghi [] nếu không có thôn nào",
        "the commune's villages – leave it out while unknown; [] where there are none",
    ),
    "Unit.projects": (
        "các chương trình, dự án trên địa bàn – bỏ trống nghĩa là chưa biết; ghi [] nếu không có",
        "programmes and projects on the territory – leave it out while unknown; [] where there are none",
    ),
    "Village.name": ("tên thôn, tổ dân phố", "name of the village"),
    "Project.id": ("mã dự án, dùng lại ở các mục hồ sơ", "id of the project, which records refer to"),
    "Project.name": ("tên dự án", "name of the project"),
    "Project.started_on": ("ngày khởi công, bắt đầu", "day it started"),
    "Project.finished_on": ("ngày hoàn thành", "day it was finished"),
    "id": ("mã của mục hồ sơ, do đơn vị đặt", "id of the record, chosen by the unit"),
    "note": ("ghi chú, không dùng để kết luận", "a note, never judged"),
    "evidence": ("minh chứng – tên các tệp hoặc đường dẫn", "evidence – names of files or links"),
    "Posting.place": ("nơi niêm yết", "place of the posting"),
    "Posting.url": ("địa chỉ trang đã đăng", "address of the page"),
    "Posting.villages": (
        "các thôn, tổ dân phố đã niêm yết – all nếu là tất cả",
        "the villages where it was posted – all for every one",
    ),
    "Document.title": ("trích yếu", "title of the document"),
    "Document.contents": ("các điểm nội dung đã thể hiện", "points that it covers"),
    "Meeting.procedure": (
        "các bước trình tự đã thực hiện, theo điểm của điều luật",
        "steps that were taken, by the points of the clause",
    ),
    "Meeting.agenda": (
        "các nội dung đã bàn, theo điểm của điều luật",
        "contents discussed, by the points of the clause",
    ),
    "Meeting.kind": ("loại hội nghị, cuộc họp, đối thoại", "kind of meeting"),
    "Meeting.for_year": (
        "hội nghị của năm nào – ghi khi khác năm tổ chức",
        "the year that the conference is for – where it is another one than that of the day",
    ),
    "Board.kind": ("ban nào", "which board"),
    "Document.kind": ("loại văn bản", "kind of document"),
    "Petition.kind": ("loại kiến nghị, phản ánh, yêu cầu", "kind of petition or request"),
    "Activity.kind": ("loại hoạt động", "kind of activity"),
    "Appointment.kind": ("bầu hoặc chỉ định Trưởng thôn", "village head, or somebody who acts as one"),
    "Disclosure.item": ("nội dung công khai, theo khoản của điều luật", "the content, by the clause of the law"),
    "Disclosure.nil": (
        "trong năm không phát sinh nội dung này để công khai",
        "in this year there was nothing of this content to disclose",
    ),
    "Disclosure.postings": (
        "các lần công khai – bỏ trống nghĩa là chưa công khai lần nào",
        "the postings – left out, it was never posted",
    ),
    "Posting.from": ("ngày bắt đầu công khai", "first day of the posting"),
    "Posting.until": (
        "ngày cuối cùng còn công khai – viết như 31/12/2026; vẫn đang công khai thì bỏ trống",
        "last day of the posting – written like 31/12/2026; leave it out while it is still up",
    ),
    "Posted.from": ("ngày bắt đầu niêm yết", "first day on display"),
    "Posted.until": (
        "ngày cuối cùng còn niêm yết – viết như 31/12/2026; vẫn đang niêm yết thì bỏ trống",
        "last day on display – written like 31/12/2026; leave it out while it is still up",
    ),
    "Term.from": ("ngày bắt đầu nhiệm kỳ", "first day of the term"),
    "Term.until": (
        "ngày cuối cùng của nhiệm kỳ – viết như 31/12/2027; nhiệm kỳ chưa định ngày kết thúc thì bỏ trống",
        "last day of the term – written like 31/12/2027; leave it out where the term has no end yet",
    ),
    "Document.sent": (
        "các nơi đã gửi – bỏ trống nghĩa là chưa biết; ghi [] nếu chưa gửi nơi nào",
        "to whom it was sent – leave it out while unknown; [] where it was sent to nobody",
    ),
    "Consultation.item": ("nội dung nào của điều luật được lấy ý kiến", "which content of the law is asked about"),
    "Consultation.from": ("ngày công khai nội dung lấy ý kiến", "day on which what is asked was made public"),
    "Consultation.until": ("ngày cuối nhận ý kiến", "last day of the consultation"),
    "Decision.attended": ("số hộ, đại biểu dự họp", "households or delegates present"),
    "Decision.in_favour": ("số hộ tán thành", "households in favour"),
    "Decision.villages": ("số thôn, tổ dân phố của xã tham gia", "how many villages took part"),
    "Petition.signatories": ("số người hoặc số hộ ký", "people or households that signed"),
    "Petition.entitled": ("tổng số người hoặc số hộ có quyền ký", "people or households that may sign"),
    "Member.name": ("họ và tên thành viên", "name of the member"),
    "Member.role": ("chức vụ trong ban", "role in the board"),
    "Member.positions": (
        "các chức vụ khác đang giữ – bỏ trống nghĩa là chưa biết; ghi [] nếu không giữ chức vụ nào",
        "offices that the member holds – leave it out while unknown; [] for none",
    ),
    "Member.represents": ("thành viên đại diện cho ai", "whom the member represents"),
    "Sent.to": ("nơi nhận", "recipient"),
    "Sent.on": ("ngày gửi", "day it was sent"),
    "Attestation.by": ("người xác nhận, ghi chức vụ", "who attests, by office"),
    "Attestation.document": ("văn bản làm căn cứ cho câu trả lời", "the document that the answer rests on"),
    "Waiver.reason": ("lý do miễn trừ", "why the rule is waived"),
    "Waiver.approved_by": ("văn bản hoặc người chấp thuận miễn trừ", "who approved the waiver, by which document"),
    "Waiver.until": (
        "ngày cuối cùng miễn trừ có hiệu lực – viết như 31/12/2026; thiếu ngày thì miễn trừ không có hiệu lực",
        "last day of the waiver – written like 31/12/2026; without it the waiver has no effect",
    ),
}

UNIT: dict[str, tuple[str, str]] = {
    **FACTS,
    **FIELDS,
    **{f"Records.{name}": words for name, words in SECTIONS.items()},
    **_HOW,
    **_PARTS,
    **_KEYS,
}
"""By `Part.key`, by key, and by part."""

VALUES: dict[str, tuple[str, str]] = {
    "none": ("không phát sinh", "did not arise"),
    "unknown": ("chưa biết", "unknown"),
    **{letter: (f"điểm {letter}", f"point {letter}") for letter in "klmnopq"},
}
"""Words of closed lists that reports never show."""

"""What the workbook of a unit file says: its sheets, headings and guide. Names of sheets have at most 31 characters."""

from __future__ import annotations

from dcs_audit.locale.languages import Lang

WORDS: dict[str, dict[Lang, str]] = {
    # Commands
    "help.convert_from": {
        "vi": "tệp hồ sơ: .yaml, .json hoặc .xlsx; - là đầu vào chuẩn (kèm --from)",
        "en": "the unit file: .yaml, .json or .xlsx; - for standard input (with --from)",
    },
    "help.convert_to": {
        "vi": "tệp sẽ ghi: đuôi tệp cho biết dạng; - là màn hình (kèm --to)",
        "en": "the file to write: its ending tells the kind; - for standard output (with --to)",
    },
    "help.convert_source": {"vi": "dạng của đầu vào chuẩn", "en": "the kind of standard input"},
    "help.convert_target": {"vi": "dạng sẽ ghi, khi đuôi tệp không cho biết", "en": "the kind to write"},
    "help.convert_exits": {
        "vi": "Mã kết thúc: 0 đã chuyển, 2 dùng sai lệnh hoặc không ghi được, 3 hồ sơ không đọc được.",
        "en": "Exit codes: 0 converted, 2 usage error or nothing could be written, 3 the unit file cannot be read.",
    },
    "meta.convert_from": {"vi": "TỪ", "en": "FROM"},
    "meta.convert_to": {"vi": "SANG", "en": "TO"},
    "usage.convert_kind": {
        "vi": "{path}: không rõ dạng tệp; dùng đuôi .yaml, .json hoặc .xlsx, hoặc ghi {option}",
        "en": "{path}: of what kind? Use the ending .yaml, .json or .xlsx, or say {option}",
    },
    "usage.convert_exists": {
        "vi": "{path}: tệp đã có; dùng tên khác, hoặc thêm --force để ghi đè (mất nội dung cũ)",
        "en": "{path}: the file exists; use another name, or --force to overwrite it (what it holds is lost)",
    },
    "usage.convert_library": {
        "vi": "ghi .xlsx cần thư viện {library}; hãy chạy: {command}",
        "en": "writing .xlsx needs the library {library}; run: {command}",
    },
    "usage.convert_unwritable": {
        "vi": "{path}: {where}: sổ tính không ghi được nội dung này (quá dài, hoặc có ký tự không cho phép); "
        "dùng YAML hoặc JSON",
        "en": "{path}: {where}: a workbook cannot hold this (too long, or a character it does not allow); "
        "use YAML or JSON",
    },
    "usage.convert_lost": {
        "vi": "{path}: không chuyển được nguyên vẹn ({where}), nên không ghi gì; hãy báo cho người phát triển",
        "en": "{path}: it could not be converted without loss ({where}), so nothing was written; please report this",
    },
    "talk.convert_comments": {
        "vi": "Lời ghi chú sau dấu # trong {path} không chuyển sang tệp mới.",
        "en": "Comments after # in {path} do not go into the new file.",
    },
    "talk.convert_done": {"vi": "Đã ghi {path}.", "en": "Wrote {path}."},
    # Sheets
    "book.sheet.guide": {"vi": "Hướng dẫn", "en": "Guide"},
    "book.sheet.lists": {"vi": "Danh mục", "en": "Lists"},
    "book.sheet.file": {"vi": "Đơn vị", "en": "Unit"},
    "book.sheet.unit.villages": {"vi": "Thôn, tổ dân phố", "en": "Villages"},
    "book.sheet.unit.projects": {"vi": "Dự án", "en": "Projects"},
    "book.sheet.records.disclosures": {"vi": "Công khai", "en": "Disclosures"},
    "book.sheet.records.disclosures.postings": {"vi": "Công khai - lần khác", "en": "More postings"},
    "book.sheet.records.meetings": {"vi": "Hội nghị, đối thoại", "en": "Meetings"},
    "book.sheet.records.boards": {"vi": "Các ban", "en": "Boards"},
    "book.sheet.records.boards.members": {"vi": "Thành viên ban", "en": "Members"},
    "book.sheet.records.documents": {"vi": "Văn bản", "en": "Documents"},
    "book.sheet.records.documents.sent": {"vi": "Văn bản - nơi nhận khác", "en": "More recipients"},
    "book.sheet.records.consultations": {"vi": "Lấy ý kiến", "en": "Consultations"},
    "book.sheet.records.consultations.plan_sent": {"vi": "Lấy ý kiến - nơi nhận khác", "en": "More plan recipients"},
    "book.sheet.records.decisions": {"vi": "Bàn và quyết định", "en": "Decisions"},
    "book.sheet.records.petitions": {"vi": "Kiến nghị, yêu cầu", "en": "Petitions"},
    "book.sheet.records.activities": {"vi": "Hoạt động", "en": "Activities"},
    "book.sheet.records.appointments": {"vi": "Trưởng thôn", "en": "Village heads"},
    "book.sheet.records.attestations": {"vi": "Xác nhận", "en": "Attestations"},
    "book.sheet.waivers": {"vi": "Miễn trừ", "en": "Waivers"},
    # What each sheet is for
    "book.intro.file": {
        "vi": "Thông tin của đơn vị. Ô trống nghĩa là chưa rõ, không phải là không.",
        "en": "Facts of the unit. An empty cell means unknown, never no.",
    },
    "book.intro.unit.villages": {
        "vi": "Mỗi thôn, tổ dân phố một dòng, ghi đủ tất cả; số hộ gia đình nếu biết.",
        "en": "A row for each village, all of them; the number of households if known.",
    },
    "book.intro.unit.projects": {
        "vi": "Mỗi chương trình, dự án trên địa bàn một dòng; mã do đơn vị tự đặt, ngắn gọn.",
        "en": "A row for each project on the territory, with a short id of your own.",
    },
    "book.intro.records.disclosures": {
        "vi": "Mỗi nội dung đã công khai một dòng: số, ngày văn bản, từ ngày – đến ngày ở từng kênh. Kênh không "
        "có cột, hoặc lần thứ hai của cùng kênh, ghi ở trang “{more}” với mã dòng. Cả năm không phát sinh: cột "
        "“Không phát sinh” ghi có.",
        "en": "A row for each content made public: its document, and the days on each channel. Channels without a "
        "column, and second times, go to the sheet “{more}”, with the code of the row. Nothing arose all year: say so.",
    },
    "book.intro.records.disclosures.postings": {
        "vi": "Mỗi lần công khai trên kênh khác một dòng; cột “Thuộc dòng” ghi mã dòng ở trang “{main}” (như CK-02).",
        "en": "A row for each further posting; “Belongs to” has the code of the row on the sheet “{main}”, as CK-02.",
    },
    "book.intro.records.boards": {
        "vi": "Mỗi ban của từng nhiệm kỳ một dòng. Thành viên ghi ở trang “{more}”.",
        "en": "A row for each board and term. Members go to the sheet “{more}”.",
    },
    "book.intro.records.boards.members": {
        "vi": "Mỗi thành viên một dòng; cột “Thuộc dòng” ghi mã dòng của ban ở trang “{main}” (như BAN-01). Không giữ "
        "chức vụ nào khác thì ghi “không có”; để trống là chưa rõ.",
        "en": "A row for each member; “Belongs to” has the code of the board's row on the sheet “{main}”, as BAN-01.",
    },
    "book.intro.records.documents": {
        "vi": "Mỗi văn bản, báo cáo, kế hoạch một dòng. Nhiều hơn hai nơi nhận thì ghi tiếp ở trang “{more}”.",
        "en": "A row for each document. More than two recipients go to the sheet “{more}”.",
    },
    "book.intro.records.attestations": {
        "vi": "Việc không hồ sơ nào chứng minh được: người có trách nhiệm trả lời có, không, không phát sinh hoặc chưa "
        "rõ, ghi họ tên, chức vụ và ngày xác nhận.",
        "en": "What no record can prove: whoever is responsible answers, and gives name, office and day.",
    },
    "book.intro.waivers": {
        "vi": "Nghĩa vụ được cấp có thẩm quyền cho miễn: cần đủ lý do, văn bản cho phép và ngày hết hạn.",
        "en": "Duties that a competent body has waived: the reason, the document that allows it, the last day.",
    },
    "book.intro.else": {
        "vi": "Mỗi việc một dòng; dòng có sẵn là việc luật yêu cầu, dòng trống ở dưới để ghi thêm.",
        "en": "A row for each; those prepared are what the law asks for, empty ones below are for more.",
    },
    "book.intro.below": {
        "vi": "Mỗi mục một dòng; cột “Thuộc dòng” ghi mã dòng ở trang “{main}”.",
        "en": "A row for each; “Belongs to” has the code of the row on the sheet “{main}”.",
    },
    "book.intro.all": {"vi": "Áp dụng cho mọi dòng: {duties}.", "en": "For every row: {duties}."},
    # Columns of the tool
    "book.code": {"vi": "Mã dòng", "en": "Row"},
    "book.parent": {"vi": "Thuộc dòng", "en": "Belongs to"},
    "book.duty": {"vi": "Luật yêu cầu", "en": "What the law asks"},
    "book.due": {"vi": "Thời hạn", "en": "Due"},
    "book.fact": {"vi": "Thông tin", "en": "Fact"},
    "book.value": {"vi": "Ghi ở đây", "en": "Fill in"},
    "book.concerns": {"vi": "Cách ghi, quyết định nghĩa vụ nào", "en": "How, and what hangs on it"},
    "book.other_facts": {"vi": "Thông tin khác, nếu có", "en": "Other facts, if any"},
    # Headings that fields have here
    "book.field.id": {"vi": "Mã hồ sơ (nếu có)", "en": "Id of the record"},
    "book.field.note": {"vi": "Ghi chú", "en": "Notes"},
    "book.field.evidence": {"vi": "Tệp minh chứng", "en": "Evidence"},
    "book.field.title": {"vi": "Tên văn bản", "en": "Title"},
    "book.field.name": {"vi": "Tên", "en": "Name"},
    "book.field.role": {"vi": "Chức vụ trong ban", "en": "Role"},
    "book.field.positions": {"vi": "Chức vụ khác đang giữ", "en": "Offices held"},
    "book.field.represents": {"vi": "Đại diện cho", "en": "Whom they represent"},
    "book.field.place": {"vi": "Địa điểm", "en": "Place"},
    "book.field.url": {"vi": "Địa chỉ trang", "en": "Address"},
    "book.field.to": {"vi": "Nơi nhận", "en": "Recipient"},
    "book.field.on": {"vi": "Ngày gửi", "en": "Day sent"},
    "book.field.attestations.on": {"vi": "Ngày xác nhận", "en": "Day attested"},
    "book.field.attestations.by": {"vi": "Người xác nhận, chức vụ", "en": "By whom"},
    "book.field.attestations.answer": {"vi": "Trả lời", "en": "Answer"},
    "book.field.waivers.rule": {"vi": "Mã nghĩa vụ", "en": "Rule"},
    "book.field.reason": {"vi": "Lý do", "en": "Reason"},
    "book.field.approved_by": {"vi": "Văn bản cho phép", "en": "Approved by"},
    "book.field.waivers.until": {"vi": "Đến hết ngày", "en": "Last day"},
    "book.field.members": {"vi": "Thành viên (chỉ ghi khi không có ai)", "en": "Members (only where there are none)"},
    "book.field.decisions.villages": {"vi": "Số thôn, tổ dân phố", "en": "Number of villages"},
    "book.field.started_on": {"vi": "Ngày bắt đầu", "en": "First day"},
    "book.field.finished_on": {"vi": "Ngày kết thúc", "en": "Last day"},
    "book.field.projects.id": {"vi": "Mã dự án", "en": "Project id"},
    "book.field.schema": {"vi": "Phiên bản mẫu hồ sơ", "en": "Schema"},
    "book.field.year": {"vi": "Năm kiểm tra", "en": "Year"},
    "book.field.packs": {"vi": "Bộ quy định của địa phương", "en": "Local rule packs"},
    "book.field.unit.name": {"vi": "Tên đơn vị", "en": "Name"},
    "book.field.unit.type": {"vi": "Loại hình", "en": "Type"},
    "book.field.unit.subtype": {"vi": "Loại đơn vị cấp xã", "en": "Subtype"},
    "book.field.unit.code": {"vi": "Mã đơn vị", "en": "Code"},
    "book.field.unit.province": {"vi": "Tỉnh, thành phố", "en": "Province"},
    "book.field.unit.parent": {"vi": "Đơn vị cấp trên", "en": "Superior unit"},
    "book.field.unit.work_year_end": {
        "vi": "Ngày kết thúc năm công tác (ngày/tháng)",
        "en": "Last day of the working year (day/month)",
    },
    "book.field.unit.villages": {"vi": "Thôn, tổ dân phố", "en": "Villages"},
    "book.field.unit.projects": {"vi": "Chương trình, dự án", "en": "Projects"},
    "book.number": {"vi": "Số {what}", "en": "Number of the {what}"},
    "book.numbered": {"vi": "{what} {number}", "en": "{what} {number}"},
    "book.channel": {"vi": "{channel}: {what}", "en": "{channel}: {what}"},
    # How a fact is filled in
    "book.how.flag": {
        "vi": "có (co, x, 1), không (khong, 0) hoặc chưa rõ",
        "en": "yes (y, x, 1), no (n, 0) or unknown",
    },
    "book.how.count": {"vi": "số", "en": "a number"},
    "book.how.word": {"vi": "chọn trong danh sách", "en": "choose from the list"},
    "book.how.text": {"vi": "ghi bằng chữ", "en": "text"},
    "book.how.month_day": {"vi": "ngày/tháng, ví dụ 31/05", "en": "day/month, such as 31/05"},
    "book.how.list": {
        "vi": "ghi ở trang “{sheet}”; ở đây chỉ ghi “không có” nếu không có",
        "en": "on the sheet “{sheet}”; here only “none at all” where there are none",
    },
    "book.hangs": {"vi": "{how}. Liên quan: {rules}", "en": "{how}. Concerns: {rules}"},
    "book.hangs.more": {"vi": "{rules} và {number} nghĩa vụ khác", "en": "{rules} and {number} more"},
    "book.choose": {"vi": "Hãy chọn trong danh sách.", "en": "Choose from the list."},
    "book.day": {"vi": "Ghi ngày/tháng/năm, ví dụ 08/04/2026, hoặc “chưa rõ”.", "en": "Day/month/year, or “unknown”."},
    "book.count": {"vi": "Ghi số nguyên, hoặc “chưa rõ”.", "en": "A whole number, or “unknown”."},
    # The guide
    "book.title": {
        "vi": "Hồ sơ tự kiểm tra thực hiện dân chủ ở cơ sở năm {year} – {kind}",
        "en": "Self-check of grassroots democracy (thực hiện dân chủ ở cơ sở) for {year}: {kind}",
    },
    "book.guide.how": {"vi": "Cách ghi", "en": "How to fill it in"},
    "book.guide.1": {
        "vi": "Bắt đầu ở trang “Đơn vị”, sau đó lần lượt từng trang. Chỉ ghi vào ô nền vàng; ô xám để đọc, không sửa.",
        "en": "Begin with the sheet “Unit”, then take the others in turn. Fill in yellow cells; grey ones are to read.",
    },
    "book.guide.2": {
        "vi": "Dòng có sẵn nêu việc luật yêu cầu, căn cứ và thời hạn. Dòng không ghi thêm gì thì không tính là đã làm.",
        "en": "Prepared rows say what the law asks, where and until when. A row in which nothing is filled in counts "
        "as not done.",
    },
    "book.guide.3": {
        "vi": "Chưa biết thì để trống, hoặc ghi “chưa rõ”: công cụ sẽ báo cần xem lại, không coi là không có.",
        "en": "Leave empty what you do not know, or write “unknown”: it will need review, and is never taken for no.",
    },
    "book.guide.4": {
        "vi": "“không có” ghi khi đã biết chắc là không có (ví dụ thành viên không giữ chức vụ nào khác).",
        "en": "“none at all” is for lists that are known to be empty, as a member who holds no other office.",
    },
    "book.guide.5": {
        "vi": "Ngày ghi ngày/tháng/năm: 08/04/2026. Số ghi bằng chữ số. Nhiều mục trong một ô ngăn bằng dấu chấm phẩy: "
        "a; b; đ. Công khai ở mọi thôn thì ghi “tất cả”.",
        "en": "Days are day/month/year. Several entries of a cell are divided by semicolons: a; b. For all villages "
        "write “all”.",
    },
    "book.guide.6": {
        "vi": "Cần thêm dòng: dùng các dòng trống ở cuối bảng. Xóa một mục: xóa nội dung các ô của dòng.",
        "en": "For more, use the empty rows at the end of a table. To remove a record, clear its cells.",
    },
    "book.guide.7": {
        "vi": "Không ghi công thức. Được đổi tên trang, di chuyển cột, ẩn dòng; không sửa các cột, dòng đang ẩn. Cột "
        "ít dùng thu gọn ở bên phải: bấm dấu + phía trên để mở.",
        "en": "No formulas. Sheets may be renamed, columns moved, rows hidden; leave what is hidden as it is. Columns "
        "of little use are folded away on the right: press the + above them.",
    },
    "book.guide.8": {
        "vi": "Ghi được đến đâu kiểm tra đến đó: dcs-audit check TỆP.xlsx{packs}. Lỗi được báo theo trang và ô, như "
        "Công khai!F7.",
        "en": "Check as often as you like: dcs-audit check FILE.xlsx{packs}. Problems are told by sheet and cell.",
    },
    "book.guide.sheets": {"vi": "Các trang", "en": "The sheets"},
    "book.guide.colours": {"vi": "Màu ô", "en": "Colours"},
    "book.guide.input": {"vi": "ô để ghi", "en": "to fill in"},
    "book.guide.given": {"vi": "ô đã ghi sẵn, sửa được khi cần", "en": "filled in already, may be changed"},
    "book.guide.read": {"vi": "ô để đọc, đã khóa", "en": "to read, locked"},
    "book.guide.rows": {"vi": "{number} dòng có sẵn", "en": "{number} prepared rows"},
}

"""What `init` says and what it writes into a draft, in both languages."""

from __future__ import annotations

from dcs_audit.locale.languages import Lang

WORDS: dict[str, dict[Lang, str]] = {
    # The command
    "help.init_exits": {
        "vi": "Ví dụ:\n"
        "  dcs-audit init --type commune --subtype xa --output unit.yaml\n"
        "  dcs-audit init --type public_service_unit --pack binh-giang-2026 --year 2026 -o unit.yaml\n"
        "Mã kết thúc: 0 đã ghi; 2 sai cách dùng, tệp đã có, hoặc bộ quy định hỏng.",
        "en": "Examples:\n"
        "  dcs-audit init --type commune --subtype xa --output unit.yaml\n"
        "  dcs-audit init --type public_service_unit --pack binh-giang-2026 --year 2026 -o unit.yaml\n"
        "Exit codes: 0 written; 2 usage error, the file exists, or a bad rule pack.",
    },
    "help.init_what": {"vi": "Hồ sơ gì", "en": "Which record"},
    "help.init_type": {"vi": "loại hình đơn vị (bắt buộc)", "en": "type of unit (required)"},
    "help.init_subtype": {"vi": "loại đơn vị cấp xã", "en": "subtype of a commune"},
    "help.init_year": {"vi": "năm kiểm tra (mặc định: năm nay ở Việt Nam)", "en": "audited year (default: this year)"},
    "help.init_name": {"vi": "tên đơn vị", "en": "name of the unit"},
    "help.init_format": {"vi": "dạng tệp (mặc định: {default})", "en": "kind of file (default: {default})"},
    "help.init_output": {
        "vi": "ghi vào tệp này (mặc định: in ra màn hình)",
        "en": "write to this file (default: standard output)",
    },
    "help.init_force": {"vi": "ghi đè tệp đã có", "en": "overwrite a file that exists"},
    "meta.init_type": {"vi": "LOẠI", "en": "TYPE"},
    "meta.name": {"vi": "TÊN", "en": "NAME"},
    "usage.init_no_type": {"vi": "cần loại hình đơn vị", "en": "the type of unit is needed"},
    "usage.init_types": {"vi": "; chọn một trong:", "en": "; one of:"},
    "usage.init_is_subtype": {
        "vi": "--type: `{value}` là một loại đơn vị cấp xã; hãy ghi --type {type} --subtype {subtype}",
        "en": "--type: `{value}` is a subtype of a commune; write --type {type} --subtype {subtype}",
    },
    "usage.init_subtype": {
        "vi": "--subtype: chỉ chính quyền cấp xã (commune) có loại; {type} thì không",
        "en": "--subtype: only communes have one; {type} has none",
    },
    "usage.init_exists": {
        "vi": "{path}: tệp đã có; dùng tên khác, hoặc thêm --force để ghi đè (mất nội dung cũ)",
        "en": "{path}: the file exists; use another name, or --force to overwrite it (what it holds is lost)",
    },
    "usage.init_name": {
        "vi": "--name: tên đơn vị không được để trống hay có ký tự điều khiển",
        "en": "--name: a unit's name must not be empty or hold control characters",
    },
    "usage.init_openpyxl": {
        "vi": "--format xlsx cần thư viện openpyxl; dùng --format yaml, hoặc hãy chạy: {command}",
        "en": "--format xlsx needs the library openpyxl; use --format yaml, or run: {command}",
    },
    "talk.init_next": {
        "vi": "Đã ghi {path}. Mở tệp, ghi những gì đã biết, rồi chạy: dcs-audit check {path}",
        "en": "Wrote {path}. Open it, fill in what is known, then run: dcs-audit check {path}",
    },
    "talk.init_idle": {
        "vi": "Bộ quy định {pack} không đặt ra việc gì cho loại hình {type} trong năm {year}.",
        "en": "The pack {pack} asks nothing of the type {type} in {year}.",
    },
    # The head of a draft
    "init.title": {
        "vi": "Hồ sơ tự kiểm tra thực hiện dân chủ ở cơ sở năm {year} – {kind}",
        "en": "Self-check of grassroots democracy (thực hiện dân chủ ở cơ sở) for {year}: {kind}",
    },
    "init.by_packs": {"vi": "Theo: {packs}.", "en": "By: {packs}."},
    "init.how.1": {
        "vi": "1. Dòng đầu tiên (cho trình soạn thảo) và dòng bắt đầu bằng ## (lời giải thích) cứ để nguyên. Các dòng "
        "khác bắt đầu bằng một dấu # là mẫu để dùng: xóa “# ” ở đầu mọi dòng của mẫu (một dấu # và một dấu cách), giữ "
        "nguyên các khoảng trắng trước nó.",
        "en": "1. Leave the first line, which is for editors, and lines that begin with ##, which explain. Other lines "
        "that begin with a single # are templates: to use one, remove “# ” at the start of each of its lines (one # "
        "and one blank); keep the blanks before it.",
    },
    "init.how.2": {
        "vi": "2. Thụt lề bằng dấu cách (không dùng phím Tab); sau dấu hai chấm luôn có một dấu cách.",
        "en": "2. Indent with blanks (never tabs); after a colon there is always a blank.",
    },
    "init.how.3": {
        "vi": "3. Ngày ghi dd/mm/yyyy, ví dụ 08/04/2026. Có ghi true, không ghi false. Số ghi bằng chữ số.",
        "en": "3. Dates are dd/mm/yyyy, such as 08/04/2026. Yes is true, no is false. Numbers are digits.",
    },
    "init.how.4": {
        "vi": "4. Điều chưa biết thì bỏ trống sau dấu hai chấm: trống là chưa biết, không phải là không.",
        "en": "4. Leave empty what you do not know: empty means unknown, never no.",
    },
    "init.how.5": {
        "vi": "5. Số, ngày, tên trong mẫu là giả định: thay hết bằng số liệu thật, xóa dòng không có số liệu. "
        "Văn bản, công việc nhiều lần thì chép mẫu thành nhiều mục.",
        "en": "5. Numbers, dates and names in templates are made up: replace them all by real ones, delete lines "
        "without. Copy a template for each further document or event.",
    },
    "init.how.6": {
        "vi": "6. Ghi được đến đâu chạy đến đó: dcs-audit check TỆP{packs} – công cụ chỉ ra việc còn thiếu.",
        "en": "6. Check as often as you like: dcs-audit check FILE{packs} says what is still missing.",
    },
    "init.schema": {
        "vi": "Trình soạn thảo (như VS Code) gợi ý khi có tệp {file} cùng thư mục: dcs-audit schema unit > {file}",
        "en": "Editors (such as VS Code) help where {file} is beside this file: dcs-audit schema unit > {file}",
    },
    # The unit
    "init.unit": {"vi": "đơn vị", "en": "the unit"},
    "init.nameless": {"vi": "(chưa ghi tên đơn vị)", "en": "(chưa ghi tên đơn vị)"},
    "init.name": {"vi": "tên đơn vị", "en": "name of the unit"},
    "init.code": {"vi": "mã đơn vị, nếu có", "en": "code of the unit, if any"},
    "init.province": {"vi": "tỉnh, thành phố", "en": "province or city"},
    "init.parent": {"vi": "đơn vị cấp trên, nếu có", "en": "superior unit, if any"},
    "init.work_year_end": {
        "vi": "Năm công tác không kết thúc ngày 31/12 (ví dụ trường học) thì ghi tháng-ngày kết thúc, như 05-31:",
        "en": "Where the working year does not end on 31/12 (as in schools), its last month-day, such as 05-31:",
    },
    "init.fact": {
        "vi": "{fact}: {how}. Liên quan: {rules}.",
        "en": "{fact}: {how}. Concerns: {rules}.",
    },
    "init.more": {"vi": "{rules} và {number} nghĩa vụ khác", "en": "{rules} and {number} more duties"},
    "init.sort.flag": {"vi": "true (có) hoặc false (không)", "en": "true or false"},
    "init.sort.number": {"vi": "ghi số", "en": "a number"},
    "init.sort.text": {"vi": "ghi bằng chữ nếu thuộc trường hợp này", "en": "in words, where this is so"},
    "init.sort.list": {
        "vi": "kể hết ở dưới; không có thì ghi [] sau dấu hai chấm",
        "en": "list all of them below; write [] after the colon where there are none",
    },
    # Records
    "init.any": {"vi": "Với mọi mục của phần này:", "en": "For every record of this section:"},
    "init.any.where": {"vi": "Với mọi mục có {where}:", "en": "For every record with {where}:"},
    "init.duty": {"vi": "{rule} · {title} ({clause}).", "en": "{rule} · {title} ({clause})."},
    "init.again": {"vi": "Cùng với, như đã nêu ở trên: {rules}.", "en": "And as said above: {rules}."},
    "init.again.only": {"vi": "Như đã nêu ở trên: {rules}.", "en": "As said above: {rules}."},
    "init.names": {"vi": "Mẫu chung; {of} là một trong: {names}.", "en": "One template; {of} is one of: {names}."},
    "init.due": {"vi": "Hạn: {due}.", "en": "Due: {due}."},
    "init.checked": {"vi": "Kiểm tra: {checks}.", "en": "Checked: {checks}."},
    "init.only": {"vi": "chỉ với {where}", "en": "only with {where}"},
    "init.except": {"vi": "trừ {where}", "en": "except {where}"},
    "init.practice": {
        "vi": "mốc do bộ quy định chọn, không văn bản nào ấn định",
        "en": "the rulebook's own choice, set by no text",
    },
    "init.by": {"vi": "{day}", "en": "{day}"},
    "init.by.working_year": {
        "vi": "{day} nếu năm công tác kết thúc ngày 31/12",
        "en": "{day} where the working year ends on 31/12",
    },
    "init.every.standing": {"vi": "phải có thường xuyên", "en": "at all times"},
    "init.every.year": {"vi": "trong năm {year}", "en": "within {year}"},
    "init.per.record": {"vi": "khi phát sinh", "en": "whenever it arises"},
    "init.per.project": {"vi": "mỗi chương trình, dự án", "en": "for each project"},
    "init.channels": {"vi": "Kênh (channel): {channels}.", "en": "Channels: {channels}."},
    "init.channels.other": {
        "vi": "Có trường hợp được dùng kênh khác, theo điều kiện ghi ở từng mục: {channels}.",
        "en": "In some cases, as said at each record, other channels will do: {channels}.",
    },
    "init.parts": {
        "vi": "Mục chỉ về một phần thì thêm dòng part: {parts}.",
        "en": "For a record of one part only, add the line part: {parts}.",
    },
    "init.nil": {
        "vi": "Nếu cả năm không phát sinh, dùng dòng này thay cho mẫu trên:",
        "en": "If nothing arose in the year, this line instead of the template above:",
    },
    "init.or": {"vi": " hoặc ", "en": " or "},
    "init.answers": {
        "vi": "Việc không văn bản nào tự chứng minh được: người phụ trách trả lời ở answer: yes (có), no (không), "
        "none (không phát sinh, chỉ ở câu có ghi), unknown (chưa rõ); ghi tên, chức vụ ở by, ngày xác nhận ở on, "
        "giữa hai dấu ngoặc kép.",
        "en": "What no record can prove: whoever is in charge answers at answer: yes, no, none (did not arise, only "
        "where said), unknown; name and office at by, the day at on, between the quotation marks.",
    },
    "init.question": {"vi": "{question} ({clause})", "en": "{question} ({clause})"},
    "init.question.nil": {
        "vi": "{question} ({clause}; được trả lời none)",
        "en": "{question} ({clause}; may be none)",
    },
    "init.waivers": {
        "vi": "===== MIỄN TRỪ ===== Nghĩa vụ được cấp có thẩm quyền cho miễn: ghi lý do, văn bản cho phép, ngày hết "
        "hạn; thiếu một trong các điều đó thì không có tác dụng.",
        "en": "===== WAIVERS ===== Duties that a competent body has waived: the reason, the document that allows "
        "it, the last day; without any of them it has no effect.",
    },
    "init.field.petitions.entitled": {
        "vi": "tổng số người, số hộ để tính tỷ lệ",
        "en": "all people or households, for the ratio",
    },
    "init.of.villages": {"vi": "các thôn, tổ dân phố", "en": "the villages"},
    "init.of.projects": {"vi": "các chương trình, dự án trên địa bàn", "en": "the projects on the territory"},
    "init.field.from": {"vi": "ngày bắt đầu", "en": "first day"},
    "init.field.until": {"vi": "ngày kết thúc", "en": "last day"},
    "init.field.decisions.villages": {"vi": "số thôn, tổ dân phố", "en": "number of villages"},
    # Words that only drafts need
    "init.word.xa": {"vi": "xã", "en": "xã"},
    "init.word.phuong": {"vi": "phường", "en": "phường"},
    "init.word.thi_tran": {"vi": "thị trấn", "en": "thị trấn"},
    "init.word.dac_khu": {"vi": "đặc khu", "en": "đặc khu"},
    "init.word.du-toan": {"vi": "dự toán đã quyết định", "en": "budget as decided"},
    "init.word.du-toan-trinh": {"vi": "dự toán trình Hội đồng nhân dân", "en": "budget submitted"},
    "init.word.quyet-toan": {"vi": "quyết toán", "en": "final accounts"},
    "init.word.thuc-hien": {"vi": "tình hình thực hiện", "en": "execution"},
    "init.word.ke-khai": {"vi": "bản kê khai tài sản, thu nhập", "en": "asset declarations"},
    "init.word.tam-hoan-mien": {"vi": "danh sách tạm hoãn, miễn gọi nhập ngũ", "en": "deferred and exempt citizens"},
}

"""What the command line says: its help, with a summary of every command (`help.NAME`), its errors and its talk."""

from __future__ import annotations

from dcs_audit.locale.languages import Lang

WORDS: dict[str, dict[Lang, str]] = {
    # The command line: help
    "help.usage": {"vi": "Cách dùng: ", "en": "Usage: "},
    "help.commands": {"vi": "Lệnh", "en": "Commands"},
    "help.command": {"vi": "LỆNH", "en": "COMMAND"},
    "help.general": {"vi": "Chung", "en": "General"},
    "help.help": {"vi": "xem cách dùng", "en": "show this help"},
    "help.version": {"vi": "xem phiên bản", "en": "show the version"},
    "help.verbose": {
        "vi": "cùng với --version: bộ suy luận, thư viện, lịch, bộ quy định đang dùng",
        "en": "with --version: the engines, libraries, calendar and rulebook in use",
    },
    "usage.verbose": {
        "vi": "--verbose chỉ dùng cùng --version: {prog} --version --verbose",
        "en": "--verbose goes with --version only: {prog} --version --verbose",
    },
    "help.lang": {"vi": "ngôn ngữ (hoặc biến DCS_AUDIT_LANG)", "en": "language (or variable DCS_AUDIT_LANG)"},
    "help.program": {
        "vi": "Kiểm tra hồ sơ của đơn vị theo Luật Thực hiện dân chủ ở cơ sở. Không dùng mạng.",
        "en": "Check a unit's records against the Law on Implementation of Grassroots Democracy\n"
        "(Luật Thực hiện dân chủ ở cơ sở). Uses no network.",
    },
    "help.exits": {
        "vi": "Mã kết thúc:\n"
        "  0  không có tồn tại\n"
        "  1  có tồn tại\n"
        "  2  sai cách dùng, bộ quy định hỏng hoặc bộ suy luận lỗi\n"
        "  3  có tệp hồ sơ không đọc được hoặc không hợp lệ; các tệp khác vẫn được kiểm tra",
        "en": "Exit codes:\n"
        "  0  no violation\n"
        "  1  violations\n"
        "  2  usage error, bad rule pack or engine failure\n"
        "  3  a unit file cannot be read or is invalid; the others are still audited",
    },
    "help.check": {"vi": "Kiểm tra tệp hồ sơ", "en": "Audit unit files"},
    "help.explain": {
        "vi": "Giải thích một kết luận: căn cứ, dữ kiện, cách tính, điều gì làm thay đổi",
        "en": "Explain a verdict: the law, the facts, the arithmetic, what would change it",
    },
    "help.calendar": {"vi": "Lịch những việc sắp đến hạn", "en": "What falls due when"},
    "help.bundle": {
        "vi": "Gói hồ sơ, báo cáo và minh chứng cho đoàn kiểm tra",
        "en": "Pack records, reports and evidence for the inspection team",
    },
    "help.convert": {
        "vi": "Chuyển hồ sơ giữa YAML, JSON và Excel (.xlsx)",
        "en": "Turn a unit file from YAML, JSON or Excel (.xlsx) into another",
    },
    "help.diff": {"vi": "So sánh hai báo cáo đã lưu", "en": "Compare two saved reports"},
    "help.init": {"vi": "Soạn sẵn một tệp hồ sơ để điền", "en": "Write a unit file to fill in"},
    "help.doctor": {"vi": "Kiểm tra bản cài đặt, chỉ cách sửa chỗ hỏng", "en": "Check this installation"},
    "help.completion": {
        "vi": "In đoạn mã gợi ý lệnh cho bash, zsh hoặc fish",
        "en": "Print shell completion for bash, zsh or fish",
    },
    "help.scope": {"vi": "Kiểm tra gì", "en": "What is audited"},
    "help.shown": {"vi": "Hiển thị", "en": "What is shown"},
    "help.as_of": {
        "vi": "tính đến ngày này, 2026-11-20 hoặc 20/11/2026 (mặc định: hôm nay ở Việt Nam)",
        "en": "the day of the audit, 2026-11-20 or 20/11/2026 (default: today in Vietnam)",
    },
    "help.year": {"vi": "năm kiểm tra, thay cho năm ghi trong tệp", "en": "audited year, instead of the file's"},
    "help.pack": {
        "vi": "thêm bộ quy định, theo tên hoặc đường dẫn thư mục (dùng được nhiều lần)",
        "en": "a further rule pack, by name or folder (repeatable)",
    },
    "help.engine": {
        "vi": "bộ suy luận; both: chạy cả hai và đối chiếu (mặc định)",
        "en": "inference engine; both: run the two and compare (default)",
    },
    "help.verify": {
        "vi": "bắt buộc cả hai bộ suy luận xét lại từ đầu từng đơn vị; máy chỉ chạy được một thì báo lỗi",
        "en": "insist that both engines judge each unit from scratch; where only one can run, that is an error",
    },
    "usage.verify": {
        "vi": "--verify: máy này chỉ chạy được bộ suy luận {engine}, không đối chiếu được",
        "en": "--verify: only the engine {engine} runs on this machine; there is nothing to compare it with",
    },
    "help.format": {
        "vi": "dạng báo cáo: {formats} (mặc định: theo đuôi tệp của --output, nếu không thì text)",
        "en": "report format: {formats} (default: what the ending of --output says, else text)",
    },
    "help.force": {"vi": "ghi đè nếu tệp đã có", "en": "overwrite a file that exists"},
    "help.output": {"vi": "ghi báo cáo vào tệp này", "en": "write the report to this file"},
    "help.report": {
        "vi": "ghi thêm một báo cáo dạng này vào tệp này, ví dụ docx:bao-cao.docx (dùng được nhiều lần)",
        "en": "also write a report of this format to this file, e.g. docx:report.docx (repeatable)",
    },
    "help.template": {
        "vi": "mẫu Word của đơn vị dùng cho báo cáo docx",
        "en": "the office's own Word template for the docx report",
    },
    "help.only": {
        "vi": "chỉ xét quy định hoặc nhóm này (dùng được nhiều lần)",
        "en": "only this rule or group (repeatable)",
    },
    "help.severity": {
        "vi": "chỉ hiển thị tồn tại từ mức này trở lên: critical, major, minor",
        "en": "show only violations of this severity or above: critical, major, minor",
    },
    "help.fail_on": {
        "vi": "điều gì cho mã kết thúc 1: tồn tại từ mức critical, major, minor trở lên; hoặc kể cả needs_review, "
        "pending (dùng được nhiều lần; mặc định: mọi tồn tại)",
        "en": "what gives exit code 1: violations of critical, major, minor or above; also needs_review, pending "
        "(repeatable; default: any violation)",
    },
    "help.strict": {
        "vi": "chỗ cần xem lại trong hồ sơ (ngày, số liệu không hợp lý, nêu trong Thông báo) cũng cho mã kết thúc 1",
        "en": "what may be a slip of the pen in the records (see Notices) gives exit code 1 too",
    },
    "help.all": {
        "vi": "liệt kê cả nghĩa vụ đạt và không áp dụng (JSON luôn có đủ)",
        "en": "also list duties passed and not applicable (JSON always holds them)",
    },
    "help.schema": {
        "vi": "In JSON Schema cho trình soạn thảo và công cụ kiểm tra khác",
        "en": "Print JSON Schemas for editors and other checkers",
    },
    "help.rules": {"vi": "Xem các quy định kiểm tra", "en": "Look at the rules"},
    "help.rules_list": {"vi": "Liệt kê quy định", "en": "List rules"},
    "help.rules_show": {"vi": "Xem một quy định", "en": "Show one rule"},
    "help.which": {"vi": "Quy định nào", "en": "Which rules"},
    "help.type": {"vi": "chỉ quy định cho loại hình này", "en": "only rules for this type of unit"},
    "help.id": {"vi": "mã quy định, ví dụ LDC-D11-K2", "en": "rule id, e.g. LDC-D11-K2"},
    "meta.unit": {"vi": "HỒ_SƠ", "en": "UNIT"},
    "meta.day": {"vi": "NGÀY", "en": "DATE"},
    "meta.year": {"vi": "NĂM", "en": "YEAR"},
    "meta.pack": {"vi": "TÊN|THƯ_MỤC", "en": "NAME|PATH"},
    "meta.format": {"vi": "DẠNG", "en": "FORMAT"},
    "meta.report": {"vi": "DẠNG:TỆP", "en": "FORMAT:FILE"},
    "meta.file": {"vi": "TỆP", "en": "FILE"},
    "meta.folder": {"vi": "THƯ_MỤC", "en": "DIR"},
    "meta.only": {"vi": "MÃ|NHÓM", "en": "ID|GROUP"},
    "meta.severity": {"vi": "MỨC", "en": "LEVEL"},
    "meta.fail_on": {"vi": "MỨC|KẾT_LUẬN", "en": "LEVEL|STATUS"},
    "meta.type": {"vi": "LOẠI", "en": "TYPE"},
    "meta.id": {"vi": "MÃ", "en": "ID"},
    "meta.number": {"vi": "SỐ", "en": "NUMBER"},
    # The command line: errors and talk
    "usage.required": {"vi": "còn thiếu {names}", "en": "missing {names}"},
    "usage.unrecognized": {"vi": "không có tham số {names}", "en": "no such argument: {names}"},
    "usage.expects_value": {"vi": "cần một giá trị", "en": "needs a value"},
    "usage.takes_no_value": {"vi": "không nhận giá trị {value}", "en": "takes no value, given {value}"},
    "usage.choice": {"vi": "không có `{value}`; chọn trong: {choices}", "en": "no `{value}`; choose from: {choices}"},
    "usage.did_you_mean": {
        "vi": "không có `{value}`; có phải ý bạn là `{near}`?",
        "en": "no `{value}`; did you mean `{near}`?",
    },
    "usage.unknown": {"vi": "không có `{value}`", "en": "no `{value}`"},
    "usage.day": {
        "vi": "không có ngày `{value}`; viết như 2026-11-20 hoặc 20/11/2026",
        "en": "no such day `{value}`; write it as 2026-11-20 or 20/11/2026",
    },
    "usage.year": {
        "vi": "không có năm `{value}`; viết bốn chữ số, từ 2000 đến 2100",
        "en": "no such year `{value}`; write four digits, 2000 to 2100",
    },
    "usage.see": {"vi": "Xem cách dùng: {prog} --help", "en": "For help: {prog} --help"},
    "usage.lang": {
        "vi": "DCS_AUDIT_LANG: không có ngôn ngữ `{value}`; chọn vi hoặc en",
        "en": "DCS_AUDIT_LANG: no language `{value}`; choose vi or en",
    },
    "usage.overwrites": {
        "vi": "{path} là tệp mà lần chạy này đọc, không ghi đè",
        "en": "{path} is a file that this run reads and is not overwritten",
    },
    "usage.same_output": {
        "vi": "hai báo cáo cùng ghi vào {path}; mỗi báo cáo cần một tệp riêng",
        "en": "two reports go to {path}; each needs a file of its own",
    },
    "usage.report": {
        "vi": "--report {value}: còn thiếu tên tệp; viết như {format}:bao-cao.{format}",
        "en": "--report {value}: the file is missing; write it as {format}:report.{format}",
    },
    "usage.template": {
        "vi": "--template chỉ dùng cho báo cáo docx; thêm --report docx:TỆP hoặc --format docx --output TỆP",
        "en": "--template is for the docx report; add --report docx:FILE or --format docx --output FILE",
    },
    "usage.template_large": {"vi": "--template {path}: lớn hơn 20 MB", "en": "--template {path}: larger than 20 MB"},
    "usage.library": {
        "vi": "dạng {format} cần thư viện {library}; hãy chạy: {command}",
        "en": "format {format} needs the library {library}; run: {command}",
    },
    "usage.binary": {
        "vi": "dạng {format} không hiển thị được trên màn hình; thêm --output TỆP",
        "en": "format {format} is nothing for the screen; add --output FILE",
    },
    "error.output": {"vi": "không ghi được {path}: {reason}", "en": "cannot write {path}: {reason}"},
    "error.pack": {"vi": "bộ quy định không dùng được: {problem}", "en": "unusable rule pack: {problem}"},
    "error.nothing": {
        "vi": "{path}: không có quy định nào cho loại đơn vị này trong năm {year}; chưa kiểm tra được gì",
        "en": "{path}: no rule applies to this type of unit in {year}; nothing was checked",
    },
    "error.audit": {"vi": "{path}: chưa kiểm tra được: {reason}", "en": "{path}: could not be audited: {reason}"},
    "error.internal": {
        "vi": "lỗi của chương trình, xin báo lại cho người phát triển: {error}",
        "en": "an error of the program, please report it: {error}",
    },
    "error.empty_folder": {
        "vi": "{path}: thư mục không có tệp hồ sơ nào (.yaml, .yml, .json, .jsonl hoặc .xlsx)",
        "en": "{path}: no unit file (.yaml, .yml, .json, .jsonl or .xlsx) in this folder",
    },
    "talk.passed_over": {
        "vi": "Bỏ qua {number} tệp trong thư mục, không phải dạng hồ sơ đọc được (.yaml, .yml, .json, .jsonl, .xlsx): "
        "{named}",
        "en": "Passed over {number} files of the folder, of no kind that is read (.yaml, .yml, .json, .jsonl, .xlsx): "
        "{named}",
    },
    "talk.and_more": {"vi": "{named} và {more} tệp khác", "en": "{named} and {more} more"},
    "talk.problems": {
        "vi": "{problems} trong {files}; phần này chưa được kiểm tra.",
        "en": "{problems} in {files}; nothing was audited there.",
    },
    "talk.strict": {
        "vi": "{path}: {places} trong hồ sơ (xem Thông báo); do có --strict nên tính là chưa đạt.",
        "en": "{path}: {places} in the records (see Notices); a failure because of --strict.",
    },
    "filter.strict": {
        "vi": "Kiểm tra với --strict: mỗi chỗ cần xem lại trong hồ sơ nêu dưới đây cũng làm lần kiểm tra này chưa đạt; "
        "kết luận, số liệu và điểm không đổi.",
        "en": "Checked with --strict: whatever is to be looked at again in the records below is a failure of this run "
        "too; verdicts, counts and score are as without it.",
    },
    "oddity.one": {"vi": "{number} chỗ cần xem lại", "en": "{number} place to be looked at again"},
    "oddity.many": {"vi": "{number} chỗ cần xem lại", "en": "{number} places to be looked at again"},
    "talk.written": {"vi": "Đã ghi báo cáo vào {path}.", "en": "Report written to {path}."},
}

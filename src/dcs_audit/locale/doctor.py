"""What `doctor`, `--version --verbose` and `completion` say. A message to mend something ends with its command, on a
line of its own, where there is one."""

from __future__ import annotations

from dcs_audit.locale.languages import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.doctor_exits": {
        "vi": "Mã kết thúc:\n  0  không có chỗ hỏng (vẫn có thể có lưu ý)\n  1  có chỗ hỏng\n  2  sai cách dùng",
        "en": "Exit codes:\n  0  nothing is faulty (there may be notes)\n  1  something is faulty\n  2  usage error",
    },
    "help.doctor_format": {
        "vi": "dạng kết quả: chữ hay dữ liệu (mặc định: text)",
        "en": "text or data (default: text)",
    },
    "doctor.heading": {"vi": "KIỂM TRA BẢN CÀI ĐẶT", "en": "CHECK OF THE INSTALLATION"},
    "doctor.level.ok": {"vi": "tốt", "en": "ok"},
    "doctor.level.note": {"vi": "lưu ý", "en": "note"},
    "doctor.level.fault": {"vi": "hỏng", "en": "fault"},
    "doctor.sum.sound": {
        "vi": "Không có chỗ hỏng; {notes} lưu ý.",
        "en": "Nothing is faulty; notes: {notes}.",
    },
    "doctor.sum.faulty": {
        "vi": "{faults} chỗ hỏng, {notes} lưu ý. Sửa xong, chạy lại dcs-audit doctor.",
        "en": "Faults: {faults}, notes: {notes}. Mend them and run dcs-audit doctor again.",
    },
    "doctor.part.program": {"vi": "Chương trình", "en": "Program"},
    "doctor.part.libraries": {"vi": "Thư viện bắt buộc", "en": "Required libraries"},
    "doctor.part.engines": {"vi": "Bộ suy luận", "en": "Engines"},
    "doctor.part.engine_reference": {"vi": "Bộ suy luận đối chiếu", "en": "Reference engine"},
    "doctor.part.engine_durable": {"vi": "Bộ suy luận durable_rules", "en": "Engine durable_rules"},
    "doctor.part.rulebook": {"vi": "Bộ quy định quốc gia", "en": "National rulebook"},
    "doctor.part.packs": {"vi": "Bộ quy định kèm theo", "en": "Local packs"},
    "doctor.part.calendar": {"vi": "Lịch làm việc", "en": "Working calendar"},
    "doctor.part.cache": {"vi": "Bộ nhớ đệm", "en": "Cache"},
    "doctor.part.output": {"vi": "Chữ Việt", "en": "Vietnamese letters"},
    "doctor.part.terminal": {"vi": "Màn hình", "en": "Terminal"},
    "doctor.part.clock": {"vi": "Đồng hồ", "en": "Clock"},
    "doctor.part.extras": {"vi": "Phần tùy chọn", "en": "Optional parts"},
    "doctor.part.extra_reports": {"vi": "Phần tùy chọn reports", "en": "Extra reports"},
    "doctor.part.extra_calendar": {"vi": "Phần tùy chọn calendar", "en": "Extra calendar"},
    "doctor.part.extra_completion": {"vi": "Phần tùy chọn completion", "en": "Extra completion"},
    "doctor.part.extra_fleet": {"vi": "Phần tùy chọn fleet", "en": "Extra fleet"},
    # Program and libraries
    "doctor.program.ok": {
        "vi": "dcs-audit {version}, {python}, {platform}, tại {folder}",
        "en": "dcs-audit {version}, {python}, {platform}, in {folder}",
    },
    "doctor.library.ok": {"vi": "{libraries}", "en": "{libraries}"},
    "doctor.library.broken": {
        "vi": "không nạp được thư viện {library}: {reason}",
        "en": "library {library} cannot be loaded: {reason}",
    },
    "doctor.run": {"vi": "Chạy lệnh:\n{command}", "en": "Run:\n{command}"},
    "doctor.reinstall": {"vi": "Cài lại chương trình:\n{command}", "en": "Install the program anew:\n{command}"},
    "doctor.unforeseen": {
        "vi": "không kiểm tra được phần này: {reason}",
        "en": "this part could not be examined: {reason}",
    },
    # Engines
    "doctor.engine.ok": {
        "vi": "{engine} trả lời đúng toàn bộ câu hỏi kiểm tra",
        "en": "{engine} answers every question of the self-test correctly",
    },
    "doctor.engine.wrong": {
        "vi": "{engine} trả lời sai: {wrong}",
        "en": "{engine} gives wrong answers: {wrong}",
    },
    "doctor.engine.fails": {"vi": "{engine} không chạy được: {reason}", "en": "{engine} cannot run: {reason}"},
    "doctor.engine.died": {
        "vi": "{engine} làm tiến trình dừng đột ngột (mã {code})",
        "en": "{engine} kills its process (code {code})",
    },
    "doctor.engine.hangs": {
        "vi": "{engine} không trả lời sau {seconds} giây",
        "en": "{engine} gives no answer within {seconds} seconds",
    },
    "doctor.durable.distrust": {
        "vi": "Cài lại; trong khi chờ chỉ dùng --engine reference:\n{command}",
        "en": "Install it anew; use only --engine reference meanwhile:\n{command}",
    },
    "doctor.durable.version": {
        "vi": "đang cài phiên bản {found}; chỉ phiên bản 2.0.28 đã được kiểm chứng",
        "en": "version {found} is installed; only version 2.0.28 was examined",
    },
    "doctor.durable.absent": {
        "vi": "không dùng được: {why}. Chương trình chỉ chạy một bộ suy luận (reference), báo cáo nào cũng ghi rõ",
        "en": "not in use: {why}. The program runs on the reference engine alone, and every report says so",
    },
    "doctor.durable.not_for": {
        "vi": "không cài sẵn cho Python {python}",
        "en": "not installed by default on Python {python}",
    },
    "doctor.durable.not_installed": {
        "vi": "chưa được cài (Python {python})",
        "en": "not installed (Python {python})",
    },
    "doctor.durable.unloadable": {
        "vi": "đã cài nhưng không nạp được: {reason}",
        "en": "installed, but it cannot be loaded: {reason}",
    },
    "doctor.durable.build": {
        "vi": "Muốn có đủ hai bộ suy luận (cần trình biên dịch C và tệp tiêu đề của Python):\n{command}",
        "en": "To have both engines (needs a C compiler and the headers of Python):\n{command}",
    },
    "doctor.durable.elsewhere": {
        "vi": "Muốn có đủ hai bộ suy luận, dùng Python 3.11 hoặc 3.12 trên Linux (WSL)",
        "en": "To have both engines, use Python 3.11 or 3.12 on Linux (WSL)",
    },
    # The law
    "doctor.law.ok": {"vi": "{pack}: {counts}; {digest}", "en": "{pack}: {counts}; {digest}"},
    "doctor.law.rules": {
        "vi": "{rules} quy định kiểm tra, {sources} văn bản",
        "en": "{rules} rules, {sources} texts",
    },
    "doctor.law.broken": {"vi": "không đọc được: {reason}", "en": "cannot be used: {reason}"},
    "doctor.packs.ok": {
        "vi": "{number} bộ, số quy định kiểm tra: {counts}",
        "en": "{number} packs with so many rules: {counts}",
    },
    "doctor.calendar.ok": {
        "vi": "thư viện holidays {version}, thêm {announced} ngày theo thông báo; {first}; {second}",
        "en": "library holidays {version}, and {announced} announced days; {first}; {second}",
    },
    "doctor.calendar.year": {
        "vi": "năm {year}: {off} ngày nghỉ lễ, {on} ngày làm bù",
        "en": "{year}: {off} days off, {on} weekend days worked",
    },
    "doctor.calendar.old": {
        "vi": "thư viện holidays {version} cũ hơn {oldest}: thiếu ngày nghỉ, ngày hoán đổi năm 2026; hạn tính theo "
        "ngày làm việc sẽ sai",
        "en": "library holidays {version} is older than {oldest} and lacks days off and swaps of 2026; deadlines in "
        "working days will be wrong",
    },
    "doctor.calendar.bare": {
        "vi": "thiếu ngày nghỉ lễ của năm {years}; hạn tính theo ngày làm việc sẽ sai",
        "en": "public holidays of {years} are missing; deadlines in working days will be wrong",
    },
    "doctor.calendar.fails": {"vi": "không tính được ngày nghỉ lễ: {reason}", "en": "no public holidays: {reason}"},
    "doctor.calendar.unswapped": {
        "vi": "năm {years} chưa ghi ngày hoán đổi, làm bù nào; nếu có thông báo hoán đổi thì hạn tính theo ngày làm "
        "việc gần dịp lễ có thể lệch",
        "en": "no swapped days are known for {years}; if a notice swaps any, deadlines in working days near public "
        "holidays may be off",
    },
    "doctor.calendar.swaps": {
        "vi": "Khi có thông báo, cập nhật (hoặc ghi ngày vào calendar.yaml của bộ quy định riêng):\n{command}",
        "en": "Once there is a notice, update (or put the days into calendar.yaml of a pack of your own):\n{command}",
    },
    # Surroundings
    "doctor.cache.ok": {"vi": "{folder}, dùng được", "en": "{folder}, in use"},
    "doctor.cache.off": {
        "vi": "đã tắt bằng biến {variable}; kết quả vẫn đúng, chỉ chậm hơn",
        "en": "switched off by variable {variable}; results are the same, only slower",
    },
    "doctor.cache.nowhere": {
        "vi": "không biết đặt ở đâu (không có thư mục nhà); kết quả vẫn đúng, chỉ chậm hơn",
        "en": "there is no home folder to keep it in; results are the same, only slower",
    },
    "doctor.cache.foreign": {
        "vi": "{folder} thuộc người khác hoặc người khác ghi được, nên không dùng; kết quả vẫn đúng, chỉ chậm hơn",
        "en": "{folder} is somebody else's or others may write to it, so it is not used; results are the same, slower",
    },
    "doctor.cache.unwritable": {
        "vi": "không ghi được vào {folder}; kết quả vẫn đúng, chỉ chậm hơn",
        "en": "{folder} cannot be written; results are the same, only slower",
    },
    "doctor.cache.name": {
        "vi": "Đặt biến {variable} là một thư mục của mình ghi được",
        "en": "Let variable {variable} name a folder of your own that you can write",
    },
    "doctor.cache.own": {
        "vi": "Chỉ để chủ sở hữu ghi được, hoặc đặt biến {variable} là thư mục khác:\nchmod go-w '{folder}'",
        "en": "Let only its owner write to it, or name another folder in variable {variable}:\nchmod go-w '{folder}'",
    },
    "doctor.output.ok": {
        "vi": "UTF-8. Dòng này phải đủ dấu: “{sample}”; nếu không, đổi phông chữ của cửa sổ lệnh",
        "en": "UTF-8. This must show every mark: “{sample}”; if not, change the font of the terminal",
    },
    "doctor.output.piped": {
        "vi": "kết quả đang ghi ra tệp hoặc đường ống: UTF-8, dạng dựng sẵn (NFC), {columns} cột, không màu",
        "en": "output goes to a file or a pipe: UTF-8, composed letters (NFC), {columns} columns, no colours",
    },
    "doctor.output.charset": {
        "vi": "màn hình dùng bảng mã {charset}, chương trình ghi UTF-8{lost}. Thử: “{sample}”",
        "en": "the terminal is set to {charset}, the program writes UTF-8{lost}. Try: “{sample}”",
    },
    "doctor.output.lost": {
        "vi": "; bảng mã ấy không viết được chữ Việt dựng sẵn",
        "en": "; that charset has no composed Vietnamese letters",
    },
    "doctor.output.locale": {
        "vi": "Đặt bảng mã UTF-8 cho cửa sổ lệnh:\nexport LC_ALL=C.UTF-8",
        "en": "Set the terminal to UTF-8:\nexport LC_ALL=C.UTF-8",
    },
    "doctor.output.codepage": {
        "vi": "Đặt bảng mã UTF-8 cho cửa sổ lệnh:\nchcp 65001",
        "en": "Set the console to UTF-8:\nchcp 65001",
    },
    "doctor.terminal.ok": {"vi": "{columns} cột, {colour}", "en": "{columns} columns, {colour}"},
    "doctor.terminal.narrow": {
        "vi": "chỉ {columns} cột, {colour}; báo cáo cần 80 cột để dễ đọc",
        "en": "only {columns} columns, {colour}; reports read best from 80 columns on",
    },
    "doctor.terminal.widen": {"vi": "Nới rộng cửa sổ lệnh", "en": "Make the window wider"},
    "doctor.terminal.colour": {"vi": "có màu", "en": "with colours"},
    "doctor.terminal.plain": {
        "vi": "không màu (NO_COLOR, TERM hoặc loại cửa sổ lệnh)",
        "en": "without colours (NO_COLOR, TERM or the kind of terminal)",
    },
    "doctor.clock.ok": {
        "vi": "hôm nay là ngày {today}, giờ Việt Nam",
        "en": "today is {today}, Vietnamese time",
    },
    "doctor.clock.zone": {
        "vi": "ở Việt Nam hôm nay là ngày {today}; máy đặt múi giờ {zone}, không ảnh hưởng kết quả",
        "en": "in Vietnam today is {today}; the machine is set to {zone}, which changes no result",
    },
    "doctor.clock.wrong": {
        "vi": "hôm nay là ngày {today}, không thể đúng; báo cáo không có --as-of sẽ sai hạn",
        "en": "today is {today}, which cannot be right; reports without --as-of would be wrong about what is due",
    },
    "doctor.clock.set": {
        "vi": "Chỉnh đồng hồ máy, hoặc ghi ngày bằng --as-of trong mỗi lần chạy",
        "en": "Set the clock of the machine, or give the day of each run with --as-of",
    },
    # Extras
    "doctor.extra.ok": {"vi": "{gives} ({libraries})", "en": "{gives} ({libraries})"},
    "doctor.extra.absent": {
        "vi": "chưa cài đủ (thiếu {absent}); phần này cho {gives}",
        "en": "not complete (without {absent}); it gives {gives}",
    },
    "doctor.gives.reports": {
        "vi": "check --format html, docx, xlsx; rules doc --format html; init --format xlsx",
        "en": "check --format html, docx, xlsx; rules doc --format html; init --format xlsx",
    },
    "doctor.gives.calendar": {"vi": "calendar --format ics", "en": "calendar --format ics"},
    "doctor.gives.completion": {
        "vi": "lệnh completion: gợi ý lệnh khi gõ",
        "en": "command completion: completes what is typed in a shell",
    },
    "doctor.gives.fleet": {
        "vi": "chạy trên nhiều máy bằng Dask (examples/dask_fleet.py)",
        "en": "runs over many machines with Dask (examples/dask_fleet.py)",
    },
    # --version --verbose
    "versions.engines": {"vi": "Bộ suy luận", "en": "Engines"},
    "versions.libraries": {"vi": "Thư viện", "en": "Libraries"},
    "versions.optional": {"vi": "Tùy chọn", "en": "Optional"},
    "versions.absent": {"vi": "chưa cài: {names}", "en": "absent: {names}"},
    "versions.calendar": {"vi": "Lịch", "en": "Calendar"},
    "versions.rulebook": {"vi": "Bộ quy định", "en": "Rulebook"},
    "versions.python": {"vi": "Python", "en": "Python"},
    "versions.platform": {"vi": "Nền tảng", "en": "Platform"},
    "versions.durable": {"vi": "durable_rules không dùng ({why})", "en": "durable_rules not in use ({why})"},
    "versions.unknown": {"vi": "không đọc được: {reason}", "en": "cannot be read: {reason}"},
    # completion
    "help.completion_shell": {"vi": "loại vỏ lệnh", "en": "the shell"},
    "help.completion_use": {
        "vi": "Cài đặt:\n"
        "  bash   dcs-audit completion bash > ~/.local/share/bash-completion/completions/dcs-audit\n"
        "  zsh    dcs-audit completion zsh > THƯ_MỤC/_dcs-audit   (THƯ_MỤC nằm trong $fpath)\n"
        "  fish   dcs-audit completion fish > ~/.config/fish/completions/dcs-audit.fish",
        "en": "To install:\n"
        "  bash   dcs-audit completion bash > ~/.local/share/bash-completion/completions/dcs-audit\n"
        "  zsh    dcs-audit completion zsh > FOLDER/_dcs-audit   (FOLDER being in $fpath)\n"
        "  fish   dcs-audit completion fish > ~/.config/fish/completions/dcs-audit.fish",
    },
    "usage.completion": {
        "vi": "lệnh completion cần thư viện {library}; hãy chạy: {command}",
        "en": "completion needs the library {library}; run: {command}",
    },
}

"""What the Word document says, in both languages. What stands in brackets is for the office to fill in."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    # The letterhead of Nghị định 30/2020/NĐ-CP
    "docx.country": {"vi": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "en": "SOCIALIST REPUBLIC OF VIET NAM"},
    "docx.motto": {"vi": "Độc lập - Tự do - Hạnh phúc", "en": "Independence - Freedom - Happiness"},
    "docx.parent": {"vi": "[CƠ QUAN CHỦ QUẢN TRỰC TIẾP]", "en": "[SUPERIOR BODY]"},
    "docx.issuer": {"vi": "[CƠ QUAN BAN HÀNH]", "en": "[ISSUING BODY]"},
    "docx.number": {"vi": "Số: […]/BC-[…]", "en": "No.: […]/BC-[…]"},
    "docx.place": {"vi": "[Địa danh], ngày […] tháng […] năm […]", "en": "[Place], [day]/[month]/[year]"},
    "docx.day": {"vi": "ngày {day} tháng {month} năm {year}", "en": "{day}/{month}/{year}"},
    "docx.courtesy": {
        "vi": "Bản dịch để tham khảo. Bản được ký là bản tiếng Việt.",
        "en": "Courtesy translation. The report to be signed is the Vietnamese one.",
    },
    "docx.report": {"vi": "BÁO CÁO", "en": "REPORT (BÁO CÁO)"},
    "docx.subject": {
        "vi": "Kết quả tự kiểm tra việc thực hiện dân chủ ở cơ sở năm {year}",
        "en": "Self-check of the implementation of grassroots democracy in {year}",
    },
    "docx.to": {
        "vi": "Kính gửi: [cơ quan cấp trên nhận báo cáo; bỏ dòng này nếu không gửi cấp trên]",
        "en": "To: [superior body; delete this line if the report goes to none]",
    },
    "docx.recipients": {"vi": "Nơi nhận:", "en": "Recipients:"},
    "docx.recipients.list": {
        "vi": "- [Như trên];\n- [nơi nhận];\n- Lưu: VT, [đơn vị soạn thảo].",
        "en": "- [As above];\n- [recipient];\n- Filed: VT, [drafting unit].",
    },
    "docx.signer": {
        "vi": "[QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ]",
        "en": "[AUTHORITY AND OFFICE OF THE SIGNATORY]",
    },
    "docx.signer.name": {"vi": "[Họ và tên]", "en": "[Full name]"},
    "docx.appendix": {"vi": "Phụ lục", "en": "Appendix"},
    "docx.belongs": {
        "vi": "(Kèm theo Báo cáo số […]/BC-[…] ngày […] tháng […] năm […] của [cơ quan ban hành])",
        "en": "(To Report No. […]/BC-[…] of [day]/[month]/[year] by [issuing body])",
    },
    # Legal bases, each with its full name
    "docx.basis.luat-10-2022-qh15": {
        "vi": "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022",
        "en": "Pursuant to the Law on Implementation of Grassroots Democracy (Luật Thực hiện dân chủ ở cơ sở) "
        "of 10/11/2022",
    },
    "docx.basis.nd-59-2023": {
        "vi": "Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ quy định chi tiết một số điều "
        "của Luật Thực hiện dân chủ ở cơ sở",
        "en": "Pursuant to Government Decree No. 59/2023/NĐ-CP of 14/08/2023 detailing the Law on Implementation of "
        "Grassroots Democracy",
    },
    "docx.basis.nd-61-2023": {
        "vi": "Căn cứ Nghị định số 61/2023/NĐ-CP ngày 16 tháng 8 năm 2023 của Chính phủ về xây dựng, thực hiện "
        "hương ước, quy ước của cộng đồng dân cư",
        "en": "Pursuant to Government Decree No. 61/2023/NĐ-CP of 16/08/2023 on village conventions (hương ước, "
        "quy ước)",
    },
    "docx.basis.other": {
        "vi": "Căn cứ [kế hoạch, văn bản chỉ đạo tự kiểm tra].",
        "en": "Pursuant to [the plan or instruction that ordered this self-check].",
    },
    "docx.intro": {
        "vi": "{unit} báo cáo kết quả tự kiểm tra việc thực hiện dân chủ ở cơ sở năm {year}, tính đến {as_of}, "
        "như sau:",
        "en": "{unit} reports on its self-check of the implementation of grassroots democracy in {year}, as of "
        "{as_of}:",
    },
    "docx.end": {
        "vi": "Trên đây là báo cáo kết quả tự kiểm tra việc thực hiện dân chủ ở cơ sở năm {year} của {unit}./.",
        "en": "This is the report of {unit} on its self-check of the implementation of grassroots democracy in "
        "{year}./.",
    },
    # Parts
    "docx.part.results": {"vi": "Kết quả chung", "en": "Overall results"},
    "docx.part.passed": {"vi": "Nội dung đạt", "en": "What was passed"},
    "docx.part.violations": {"vi": "Tồn tại theo từng nhóm nội dung", "en": "Violations by group"},
    "docx.part.tasks": {"vi": "Việc cần làm", "en": "What to do"},
    "docx.part.review": {
        "vi": "Nội dung cần xem lại, chờ xác nhận",
        "en": "Under review or waiting for an answer",
    },
    "docx.part.pending": {"vi": "Nội dung chưa đến hạn", "en": "Not yet due"},
    "docx.part.waived": {"vi": "Nội dung được miễn trừ", "en": "Waived"},
    "docx.part.not_checked": {
        "vi": "Nội dung chưa kiểm tra và cơ sở của báo cáo",
        "en": "What was not checked, and what this report rests on",
    },
    "docx.appendix.passed": {"vi": "Danh mục nội dung đạt", "en": "Duties that were passed"},
    "docx.appendix.not_applicable": {"vi": "Danh mục nội dung không áp dụng", "en": "Duties that do not apply"},
    # Sentences
    "docx.unit": {"vi": "Đơn vị được kiểm tra: {unit} ({type}).", "en": "Unit audited: {unit} ({type})."},
    "docx.pack": {"vi": "Quy định dùng để kiểm tra: {title}. {status}.", "en": "Checked against: {title}. {status}."},
    "docx.others": {"vi": "Văn bản khác được viện dẫn: {texts}.", "en": "Other texts cited: {texts}."},
    "docx.total": {
        "vi": "Đã xem xét {duties}, trong đó có {violations} ({levels}).",
        "en": "{duties} looked at, with {violations} ({levels}).",
    },
    "docx.sum": {"vi": "Cộng", "en": "Sum"},
    "docx.by_group": {"vi": "Kết quả theo từng nhóm nội dung:", "en": "Results by group:"},
    "docx.none": {"vi": "Không có.", "en": "None."},
    "docx.passed": {
        "vi": "Có {duties} được kết luận đạt theo hồ sơ đơn vị tự khai (danh mục tại {appendix}), gồm:",
        "en": "{duties} passed by the records that the unit submitted (see {appendix}):",
    },
    "docx.attested": {
        "vi": "Trong đó {duties} chỉ dựa vào xác nhận của đơn vị, không có hồ sơ chứng minh.",
        "en": "Of these, {duties} rest on the unit's own statement alone, not on records.",
    },
    "docx.tasks": {
        "vi": "Xếp theo mức độ và thời hạn. Người chịu trách nhiệm và hạn hoàn thành do đơn vị phân công.",
        "en": "By severity and due date. Who is responsible and by when is for the unit to say.",
    },
    "docx.for": {
        "vi": "Khắc phục tồn tại: {duties}, mức {severity}; căn cứ {basis}.",
        "en": "To put right: {duties}, {severity}; basis {basis}.",
    },
    "docx.set": {"vi": "Thời hạn theo quy định: {when}.", "en": "Due by the rule: {when}."},
    "docx.legal": {"vi": "Căn cứ: {basis} (mã {id}).", "en": "Basis: {basis} (rule {id})."},
    "docx.counts": {"vi": "Kết luận cụ thể: {counts}.", "en": "In detail: {counts}."},
    "docx.review.fill_in": {"vi": "Cần bổ sung thông tin", "en": "Information missing"},
    "docx.review.look_at": {
        "vi": "Cần người có trách nhiệm xem hồ sơ và kết luận",
        "en": "For a person to look at and decide",
    },
    "docx.review.questions": {"vi": "Chờ xác nhận", "en": "Waiting for an answer"},
    "docx.rule": {"vi": "(mã {id})", "en": "(rule {id})"},
    # A fleet
    "docx.fleet.subject": {
        "vi": "Tổng hợp kết quả kiểm tra việc thực hiện dân chủ ở cơ sở",
        "en": "Roll-up of the audit of grassroots democracy",
    },
    "docx.fleet.intro": {
        "vi": "[Cơ quan ban hành] tổng hợp kết quả kiểm tra việc thực hiện dân chủ ở cơ sở của các đơn vị{until}, "
        "như sau:",
        "en": "[Issuing body] rolls up the audit of the implementation of grassroots democracy in its units{until}:",
    },
    "docx.fleet.until": {"vi": ", tính đến {as_of}", "en": ", as of {as_of}"},
    "docx.fleet.end": {
        "vi": "Trên đây là báo cáo tổng hợp kết quả kiểm tra việc thực hiện dân chủ ở cơ sở./.",
        "en": "This is the roll-up of the audit of the implementation of grassroots democracy./.",
    },
    "docx.fleet.nothing": {"vi": "Chưa kiểm tra được đơn vị nào.", "en": "No unit could be audited."},
    "docx.fleet.slices": {"vi": "Kết quả theo nhóm đơn vị", "en": "Results by kind of unit"},
    "docx.fleet.not_audited": {"vi": "Đơn vị chưa kiểm tra được", "en": "Units that could not be audited"},
    # Templates of offices
    "docx.template.not_word": {
        "vi": "không phải tệp Word .docx đọc được: cần tệp .docx lưu từ Word hoặc LibreOffice, không có mật khẩu",
        "en": "not a readable Word .docx file: it must be a .docx saved by Word or LibreOffice, without a password",
    },
    "docx.template.large": {
        "vi": "tệp mẫu quá lớn khi giải nén: tối đa {most} MB",
        "en": "the template is too large once unpacked: at most {most} MB",
    },
    "docx.template.macro": {
        "vi": "tệp mẫu có macro hoặc khai báo DTD: lưu lại thành .docx thường",
        "en": "the template holds macros or a DTD: save it as a plain .docx",
    },
    "docx.template.open": {
        "vi": "thẻ «{tag}» chưa được đóng",
        "en": "the tag “{tag}” is not closed",
    },
    "docx.template.unknown": {
        "vi": "không có biến {names}; các biến dùng được: {known}",
        "en": "no variable {names}; those that exist: {known}",
    },
    "docx.template.lacks": {
        "vi": "tệp mẫu phải dùng cả các biến {names}, để báo cáo không bỏ sót những gì người đọc cần biết",
        "en": "the template must use the variables {names} too, lest the report leave out what its reader must know",
    },
    "docx.template.both": {
        "vi": "mẫu cho một đơn vị dùng biến unit, mẫu tổng hợp dùng biến units; mẫu này không dùng biến nào",
        "en": "a template for one unit uses the variable unit, one for many uses units; this one uses neither",
    },
    "docx.template.forbidden": {
        "vi": "mẫu chỉ được dùng biến, if, for và vài bộ lọc; không được dùng {what}",
        "en": "a template may use variables, if, for and a few filters only; not {what}",
    },
    "docx.template.endless": {"vi": "mẫu lặp quá nhiều", "en": "the template repeats too much"},
    "docx.template.syntax": {"vi": "lỗi cú pháp trong mẫu: {reason}", "en": "syntax error in the template: {reason}"},
    "docx.template.torn": {
        "vi": "thẻ for, if và thẻ kết thúc của nó phải cùng một đoạn văn; muốn lặp cả đoạn hay cả dòng bảng, dùng "
        "{{%p … %}} hoặc {{%tr … %}}",
        "en": "a for or if tag and its end must stand in one paragraph; to repeat whole paragraphs or rows use "
        "{{%p … %}} or {{%tr … %}}",
    },
    # Heads of tables
    "docx.no": {"vi": "TT", "en": "No."},
    "docx.matter": {"vi": "Nội dung", "en": "Duty"},
    "docx.task": {"vi": "Việc cần làm", "en": "What to do"},
    "docx.who": {"vi": "Người chịu trách nhiệm", "en": "Person responsible"},
    "docx.until": {"vi": "Hạn hoàn thành", "en": "To be done by"},
    "docx.short.group": {"vi": "Nhóm nội dung", "en": "Group"},
    "docx.short.passed": {"vi": "Đạt", "en": "Passed"},
    "docx.short.violations": {"vi": "Tồn tại", "en": "Viola-tions"},
    "docx.short.pending": {"vi": "Chưa đến hạn", "en": "Pend-ing"},
    "docx.short.needs_review": {"vi": "Cần xem lại", "en": "Review"},
    "docx.short.waived": {"vi": "Miễn trừ", "en": "Waived"},
    "docx.short.not_applicable": {"vi": "Không áp dụng", "en": "Not applic."},
    "docx.short.sum": {"vi": "Cộng", "en": "Sum"},
}

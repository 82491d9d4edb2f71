"""What `rules lint` says, in both languages: each fault, and what would be right."""

from __future__ import annotations

from dcs_audit.locale.phrases import Lang

WORDS: dict[str, dict[Lang, str]] = {
    "help.rules_lint": {"vi": "Soát lỗi của bộ quy định", "en": "Look for faults in the rules"},
    "lint.clean": {
        "vi": "{rules} quy định, {checks} tiêu chí, {parameters} tham số, {cases} ca kiểm tra: không có lỗi",
        "en": "{rules} rules, {checks} checks, {parameters} parameters, {cases} cases: no fault",
    },
    "lint.count": {
        "vi": "{faults} lỗi trong {rules} quy định, {checks} tiêu chí, {parameters} tham số, {cases} ca kiểm tra",
        "en": "faults: {faults}, in {rules} rules, {checks} checks, {parameters} parameters, {cases} cases",
    },
    # Citations
    "lint.unused-source": {
        "vi": "không nội dung nào viện dẫn văn bản `{source}`: viện dẫn nó hoặc bỏ đi",
        "en": "nothing cites the source `{source}`: cite it or leave it out",
    },
    "lint.no-article": {
        "vi": "viện dẫn `{source}` mà không nêu điều nào, trong khi văn bản này đã được đọc: ghi `article`",
        "en": "cites `{source}` without an article, although that text was read: give `article`",
    },
    "lint.no-such-article": {
        "vi": "`{source}` không có Điều {article}: xem lại `article`",
        "en": "`{source}` has no Điều {article}: look at `article` again",
    },
    "lint.no-such-clause": {
        "vi": "Điều {article} `{source}` không có khoản {clause}: xem lại `clause`",
        "en": "Điều {article} of `{source}` has no khoản {clause}: look at `clause` again",
    },
    "lint.no-such-point": {
        "vi": "Điều {article} `{source}`, khoản {clause}, không có điểm {point}: xem lại `point`",
        "en": "Điều {article} of `{source}`, khoản {clause}, has no điểm {point}: look at `point` again",
    },
    # Days in force
    "lint.gapped-windows": {
        "vi": "`{rule}`: không phiên bản nào có hiệu lực từ sau ngày {end} đến trước ngày {start}: "
        "cho phiên bản sau bắt đầu từ {right}",
        "en": "`{rule}`: no version is in force after {end} and before {start}: let the later one begin on {right}",
    },
    "lint.rule-without-source": {
        "vi": "`{rule}` có hiệu lực ngày {day}, khi không văn bản nào mà nó viện dẫn có hiệu lực: "
        "sửa `in_force` hoặc bổ sung căn cứ",
        "en": "`{rule}` is in force on {day}, when none of the sources it cites is: "
        "change `in_force`, or cite what was in force then",
    },
    "lint.value-without-source": {
        "vi": "giá trị của `{parameter}` áp dụng ngày {day}, khi không văn bản nào mà nó viện dẫn có hiệu lực: "
        "sửa `from`, hoặc thêm giá trị theo văn bản có hiệu lực khi đó",
        "en": "the value of `{parameter}` holds on {day}, when none of the sources it cites is in force: "
        "change `from`, or add a value of the text in force then",
    },
    "lint.parameter-starts-late": {
        "vi": "`{parameter}` chỉ có giá trị từ {start}, mà quy định {rule} cần đến từ {day}: "
        "thêm giá trị cho thời gian trước, hoặc ghi `since` ở nơi dùng",
        "en": "`{parameter}` has no value before {start}, and rule {rule} asks for it from {day}: "
        "add a value for the time before, or give `since` where it is used",
    },
    # References and texts that were read
    "lint.value-without-reference": {
        "vi": "giá trị của `{parameter}` không có căn cứ: ghi `basis`, hoặc `practice: true` nếu không có văn bản nào",
        "en": "the value of `{parameter}` has no reference: give `basis`, or `practice: true` where no text sets it",
    },
    "lint.verified-unread": {
        "vi": "`{name}` được ghi là đã đối chiếu, nhưng văn bản `{source}` chưa được đọc: ghi `verified: false`",
        "en": "`{name}` is marked as verified, but `{source}` was not read: write `verified: false`",
    },
    "lint.unverified-unexplained": {
        "vi": "`{rule}` được ghi là chưa đối chiếu, nhưng mọi văn bản viện dẫn đều đã được đọc: nêu lý do ở `note`",
        "en": "`{rule}` is marked as not verified, but every text it cites was read: say why in `note`",
    },
    # Cases
    "lint.case-without-rule": {
        "vi": "ca kiểm tra của `{rule}`, là quy định không tồn tại: sửa `rule` hoặc bỏ ca này",
        "en": "a case of `{rule}`, a rule that does not exist: mend `rule` or leave the case out",
    },
    "lint.rule-without-case": {
        "vi": "`{rule}` không có ca kiểm tra nào: viết ca trong tệp .test.yaml bên cạnh",
        "en": "`{rule}` has no case: write cases in the .test.yaml beside it",
    },
    "lint.rule-never-passed": {
        "vi": "`{rule}` không có ca nào cho kết luận đạt: thêm một ca `expect: passed`",
        "en": "`{rule}` has no case that passes: add one with `expect: passed`",
    },
    "lint.rule-never-violated": {
        "vi": "`{rule}` không có ca nào cho tồn tại: thêm một ca missing, late hoặc defective",
        "en": "`{rule}` has no case with a violation: add one that is missing, late or defective",
    },
    "lint.check-never-red": {
        "vi": "không ca nào làm tiêu chí `{check}` không đạt: thêm một ca vi phạm tiêu chí này",
        "en": "no case turns the check `{check}` red: add one that does not meet it",
    },
    # What can never come about
    "lint.never-holds": {
        "vi": "`{name}`: các điều kiện về `{fact}` mâu thuẫn nhau, không bao giờ cùng đúng: sửa hoặc bỏ một điều kiện",
        "en": "`{name}`: the conditions on `{fact}` can never hold together: mend or drop one of them",
    },
    "lint.always-exempt": {
        "vi": "`{rule}`: nơi nào áp dụng thì cũng được miễn, nên không bao giờ phát sinh: sửa `exempt` hoặc `requires`",
        "en": "`{rule}` is exempt wherever it applies, so the duty never arises: mend `exempt` or `requires`",
    },
    "lint.no-disclosures": {
        "vi": "`{rule}`: loại hình `{type}` không tự công khai nội dung nào: bỏ khỏi `applies_to` hoặc đổi `section`",
        "en": "`{rule}`: units of type `{type}` disclose nothing: take it from `applies_to`, or change `section`",
    },
    "lint.wrong-item": {
        "vi": "`{rule}`: `{item}` không phải nội dung công khai của loại hình {types}: sửa `item` hoặc `applies_to`",
        "en": "`{rule}`: `{item}` is not disclosed by units of type {types}: mend `item` or `applies_to`",
    },
    "lint.wrong-fact": {
        "vi": "`{rule}`: chỉ loại hình `{type}` có `{fact}`: bỏ điều kiện này hoặc sửa `applies_to`",
        "en": "`{rule}`: only units of type `{type}` have `{fact}`: drop the question, or mend `applies_to`",
    },
    # Twice
    "lint.duplicate": {
        "vi": "`{name}` có hai lần, lần đầu ở {first}: bỏ hoặc đổi tên một trong hai",
        "en": "`{name}` is there twice, first at {first}: drop or rename one of the two",
    },
    "lint.same-title": {
        "vi": "`{rule}` trùng tên gọi với `{other}`, báo cáo không phân biệt được: đặt `title` khác",
        "en": "`{rule}` has the title of `{other}`, so that reports cannot tell them apart: give it another `title`",
    },
    # Unused
    "lint.unused-parameter": {
        "vi": "không tiêu chí hay quy định nào dùng tham số `{name}`: dùng nó hoặc bỏ đi",
        "en": "no check or rule uses the parameter `{name}`: use it or leave it out",
    },
    "lint.unused-check": {
        "vi": "không quy định nào dùng tiêu chí `{name}`: dùng nó hoặc bỏ đi",
        "en": "no rule uses the check `{name}`: use it or leave it out",
    },
    "lint.unused-group": {
        "vi": "nhóm `{name}` không có quy định nào: bỏ nhóm này",
        "en": "the group `{name}` has no rule: leave it out",
    },
    "lint.unused-kind": {
        "vi": "không quy định nào nói đến loại hồ sơ `{name}`: bỏ khỏi `vocabulary`",
        "en": "no rule speaks of records of kind `{name}`: leave it out of `vocabulary`",
    },
    # Words
    "lint.not-nfc": {
        "vi": "chữ có dấu ở dạng tách rời: lưu văn bản theo Unicode dựng sẵn (NFC)",
        "en": "letters and marks are stored apart: save the text as composed Unicode (NFC)",
    },
    "lint.stray-space": {
        "vi": "thừa dấu cách hoặc xuống dòng: chỉ để một dấu cách giữa hai từ",
        "en": "a space or line break too many: leave one space between words",
    },
    "lint.not-vietnamese": {
        "vi": "câu tiếng Việt không có dấu: viết đầy đủ dấu",
        "en": "the Vietnamese has no diacritics: write them in full",
    },
    "lint.not-translated": {
        "vi": "tiếng Anh giống hệt tiếng Việt: viết mỗi thứ tiếng một câu",
        "en": "the English is the same as the Vietnamese: write it in each language",
    },
    "lint.long-title": {
        "vi": "tên gọi dài quá 120 ký tự: rút gọn",
        "en": "the title is longer than 120 characters: shorten it",
    },
    "lint.no-full-stop": {
        "vi": "câu không kết thúc bằng dấu chấm: thêm dấu chấm",
        "en": "the sentence does not end with a full stop: add one",
    },
    "lint.rule-id": {
        "vi": "mã `{rule}` không đúng dạng: viết chữ in hoa không dấu và số, nối bằng gạch ngang, như LDC-D11-K2",
        "en": "the id `{rule}` is not of the right form: capital letters and digits joined by hyphens, as LDC-D11-K2",
    },
}

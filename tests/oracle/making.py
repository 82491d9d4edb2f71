"""Units for the oracle: seeded, of every type, with days and counts where one more or one less decides."""

from __future__ import annotations

from datetime import date, timedelta

from .days import days_after, end_of_month, working_days_after
from .dice import Dice
from .disclosure import AGENCY, COMMUNE, ENTERPRISE
from .meetings import window
from .verdict import Data

TYPES = ("commune", "commune", "commune", "state_agency", "public_service_unit", "state_agency",
         "state_owned_enterprise", "employer", "village")  # fmt: skip
VILLAGES = ("Thôn Đông", "Thôn Đoài", "Thôn Trung", "Xóm Mới", "Tổ dân phố 5", "Ấp Bắc", "Làng Hạ")
_ITEMS = {"commune": COMMUNE, "state_agency": AGENCY, "public_service_unit": AGENCY}
_DECISIONS = ("dong-gop-ha-tang", "thu-chi-dong-gop", "huong-uoc", "thanh-vien-ban", "tu-quan")
OFFICES = ("unit_head", "unit_deputy", "chief_accountant", "manager", "commune_official", "part_time_official",
           "village_official")  # fmt: skip


class Maker(Dice):
    """One unit file for the day of its audit."""

    # --- unit -------------------------------------------------------------------------------------------------------

    def file(self) -> Data:
        kind = self.one(TYPES)
        unit: Data = {"name": "Đơn vị thử", "type": kind}
        for name in ("dispersed", "has_trade_union", "has_portal", "has_intranet", "has_loudspeaker", "has_council"):
            unit[name] = self.flag()
        self.maybe(unit, "headcount", self.one((3, 7, 8, 9, 10, 40, 99, 100, 250)))
        if kind == "commune":
            self.maybe(unit, "villages", [{"name": name} for name in VILLAGES[: self.one((1, 3, 4, 5, 6, 7))]])
            self.maybe(unit, "projects", [self.project(n) for n in range(self.one((0, 1, 2)))])
        elif kind == "village":
            self.maybe(unit, "households", self.one((30, 31, 99)))
        else:
            unit["work_year_end"] = self.one(("12-31", "12-31", "12-31", "05-31", "06-30"))
            if self.chance(0.05):
                unit["special_case_without_board"] = "15/QĐ-CĐ"
        file: Data = {"unit": unit, "year": self.year}
        records = {name: made for name, made in self.records(file).items() if self.chance(0.95)}
        for name, section in records.items():
            for number, record in enumerate(section, start=1):
                record["id"] = f"{name}-{number}"
        return file | {"records": records}

    def project(self, number: int) -> Data:
        start = date(self.year - 1, 3, 1) + timedelta(days=self.random.randint(0, 300))
        project: Data = {"id": f"DA-{number}"}
        self.maybe(project, "started_on", self.text(start))
        end = self.one((None, None, date(self.year - 1, 12, 31), date(self.year, 1, 1), date(self.year, 9, 1)))
        if end is not None and end >= start:
            project["finished_on"] = self.text(end)
        return project

    def records(self, file: Data) -> dict[str, list[Data]]:
        kind = file["unit"]["type"]
        made: dict[str, list[Data]] = {"documents": self.documents(), "meetings": self.meetings(file)}
        if kind != "village":
            made["boards"] = self.boards(file["unit"])
            made["petitions"] = [self.petition() for _ in range(self.one((0, 1, 1, 2, 3)))]
            made["disclosures"] = self.disclosures(file["unit"])
        if kind == "commune":
            made["activities"] = self.receptions()
        if kind == "village":
            made["decisions"] = [self.decision() for _ in range(self.one((0, 1, 2, 4)))]
        return made

    # --- disclosures ------------------------------------------------------------------------------------------------

    def disclosures(self, unit: Data) -> list[Data]:
        kind = unit["type"]
        items = _ITEMS.get(kind, tuple(ENTERPRISE.values()))
        chosen = [item for item in items if self.chance(0.85)]
        chosen += [self.one(items) for _ in range(self.one((0, 0, 1, 2)))]
        made = [self.disclosure(unit, item) for item in chosen]
        if kind == "commune":
            made += [self.execution(part) for part in ("Q1", "H1", "Q3", "Q2") if self.chance(0.7)]
        return made

    def disclosure(self, unit: Data, item: str) -> Data:
        record: Data = {"item": item}
        if self.chance(0.12):
            return record | {"nil": True, "note": "Không phát sinh"}
        if self.chance(0.15):
            record["period"] = self.one((str(self.year), str(self.year), f"{self.year}-Q2", str(self.year - 1)))
        days = working_days_after
        least = 30 if unit["type"] == "commune" else 20
        count = 15 if unit["type"] == "state_owned_enterprise" else 5
        if unit["type"] == "commune" and item == "ngan-sach":
            part = self.one((None, "du-toan-trinh", "du-toan", "quyet-toan"))
            if part:
                record["part"] = part
            count = 30 if part in ("du-toan", "quyet-toan") else 5
        if item == "tai-san-cong":
            count = 30
        if item == "nghia-vu-quan-su" and self.chance(0.4):
            record["part"], least = "tam-hoan-mien", 20
        if count >= 15:
            days = days_after
        issued = self.some_day()
        if item in (COMMUNE[3], COMMUNE[12]) and self.chance(0.5):
            issued = date(self.year - 1, 12, 30) + timedelta(days=self.random.randint(-300, 3))
        self.maybe(record, "document", {"number": "12/QĐ", "date": self.text(issued)}, 0.97)
        due = days(issued, count)
        if self.chance(0.06):
            return record | ({"postings": []} if self.chance(0.5) else {})
        start = due if self.chance(0.35) else issued
        record["postings"] = self.postings(unit, start, due, least)
        return record

    def postings(self, unit: Data, start: date, due: date, least: int) -> list[Data]:
        if self.chance(0.15):
            start = due + timedelta(days=self.one((-1, 1, 1, 1, 4)))
        commune = unit["type"] == "commune"
        outside = ["portal", "notice_board", "loudspeaker", "village_heads"]
        channels = outside if commune else ["intranet", "notice_board"]
        made = [self.posting(channel, start, 3 if channel == "loudspeaker" else least)
                for channel in channels if self.chance(0.93)]  # fmt: skip
        if commune and self.chance(0.95):
            made += self.village_postings(unit, start, least)
        if not commune and self.chance(0.3):
            made.append(self.posting("all_staff_letter", start, least))
        return made

    def posting(self, channel: str, start: date, least: int) -> Data:
        start = self.about(start) if self.chance(0.15) else start
        posting: Data = {"channel": channel, "from": self.text(start)}
        length = self.one((None, None, None, least - 2, least - 1, least - 1, least, least, least + 10))
        if length is not None:
            posting["until"] = self.text(start + timedelta(days=length))
        return posting

    def village_postings(self, unit: Data, start: date, least: int) -> list[Data]:
        posting = self.posting("village_notice_board", start, least)
        names = [village["name"] for village in unit.get("villages", ())] or list(VILLAGES[:4])
        style = self.random.random()
        if style < 0.55:
            return [posting | {"villages": "all"}]
        if style < 0.7:
            return [posting | {"villages": names}]
        if style < 0.8:
            return [posting | {"villages": names[1:] or names}]
        if style < 0.93:
            cut = self.random.randint(0, len(names) - 1)
            other = self.posting("village_notice_board", start, least)
            return [posting | {"villages": names[: cut + 1]}, other | {"villages": names[cut:]}]
        return [posting]

    def execution(self, part: str) -> Data:
        end = end_of_month(self.year, {"Q1": 3, "H1": 6, "Q3": 9, "Q2": 6}[part])
        first = self.about(days_after(end, 15))
        record: Data = {"item": "ngan-sach", "part": "thuc-hien", "period": f"{self.year}-{part}"}
        self.maybe(record, "document", {"date": self.text(first - timedelta(days=self.one((0, 2, 9))))})
        channels = ("portal", "notice_board", "village_notice_board")
        record["postings"] = [{"channel": each, "from": self.text(first)} for each in channels if self.chance(0.97)]
        for posting in record["postings"]:
            if posting["channel"] == "village_notice_board":
                posting["villages"] = "all"
        return record

    # --- documents --------------------------------------------------------------------------------------------------

    def documents(self) -> list[Data]:
        made = [self.document(kind) for kind in ("disclosure_plan", "board_programme", "council_measures_resolution")
                if self.chance(0.8)]  # fmt: skip
        made += [self.document("council_report") | self.sent() for _ in range(self.one((0, 1, 1, 2)))]
        for _ in range(self.one((0, 1, 1, 2))):
            day = self.one((date(2023, 6, 30), date(2023, 7, 1), date(2024, 2, 5), self.some_day()))
            made.append({"kind": "democracy_regulation"})
            self.maybe(made[-1], "date", self.text(day))
        for kind in ("disclosure_register", "board_report"):
            made += [self.report(kind, f"Q{n}", n * 3) for n in range(1, 5) if self.chance(0.75)]
        made += [self.report("resolution_review", f"H{n}", n * 6) for n in (1, 2) if self.chance(0.75)]
        return made

    def document(self, kind: str) -> Data:
        made: Data = {"kind": kind}
        self.maybe(made, "date", self.text(self.some_day()), 0.9)
        if self.chance(0.4):
            made["period"] = self.one((str(self.year), str(self.year), str(self.year - 1), f"{self.year}-Q1"))
        return made

    def sent(self) -> Data:
        to = self.one((["council", "mttq"], ["council", "mttq"], ["council"], ["mttq"], [], None))
        return {} if to is None else {"sent": [{"to": each} for each in to]}

    def report(self, kind: str, part: str, month: int) -> Data:
        made: Data = {"kind": kind}
        day = self.one((end_of_month(self.year, month), end_of_month(self.year, month + 1)))
        self.maybe(made, "date", self.text(self.about(day - timedelta(days=self.one((0, 0, 1, 9))))), 0.95)
        self.maybe(made, "period", f"{self.year}-{part}", 0.8)
        return made

    # --- meetings ---------------------------------------------------------------------------------------------------

    def meetings(self, file: Data) -> list[Data]:
        kind = file["unit"]["type"]
        first, last = window(file)
        if kind == "village":
            return [self.village_conference() for _ in range(self.one((0, 1, 1, 2)))]
        if kind == "commune":
            return [self.dialogue("people_dialogue") for _ in range(self.one((0, 1, 1, 2)))]
        made = [self.dialogue("workplace_dialogue") for _ in range(self.one((0, 1, 1, 2)))]
        conference = "staff_conference" if kind.endswith(("agency", "unit")) else "employee_conference"
        for _ in range(self.one((0, 1, 1, 1, 2))):
            within, before = first + timedelta(days=40), first - timedelta(days=60)
            day = self.one((self.about(first), self.about(last), within, before))
            made.append(self.conference(conference, day, file["unit"].get("headcount", 60)))
        return made

    def conference(self, kind: str, day: date, staff: int) -> Data:
        made: Data = {"kind": kind, "extraordinary": self.chance(0.08)}
        self.maybe(made, "held_on", self.text(day), 0.97)
        self.maybe(made, "mode", self.one(("plenary", "plenary", "plenary", "delegates", "ballot")))
        self.maybe(made, "chaired_by", self.one(("head", "head", "head", "head", "deputy", "union")))
        self.counts(made, self.one((staff, 3, 30, 31, 32)))
        points = ["a", "b", "c", "d", "dd", "e", "g"]
        if self.chance(0.3):
            points.remove(self.one(points))
        self.maybe(made, "agenda", points)
        return made

    def counts(self, made: Data, entitled: int, total: str = "entitled") -> None:
        """Counts around two thirds, 70 % and one half."""
        needed = self.one((entitled * 2 // 3, entitled * 7 // 10, entitled))
        attended = min(entitled, max(0, needed + self.one((-1, 0, 1, 1))))
        in_favour = min(attended, max(0, self.one((attended // 2, attended)) + self.one((0, 0, 1, 1))))
        self.maybe(made, total, entitled)
        self.maybe(made, "attended", attended)
        self.maybe(made, "in_favour", in_favour)

    def dialogue(self, kind: str) -> Data:
        held = self.some_day()
        made: Data = {"kind": kind}
        self.maybe(made, "held_on", self.text(held), 0.96)
        self.maybe(made, "invited_on", self.text(held - timedelta(days=self.one((5, 6, 7, 7, 8)))))
        due = days_after(held, 10) if kind == "people_dialogue" else working_days_after(held, 3)
        self.maybe(made, "announced_on", self.text(max(held, self.about(due))), 0.8)
        self.counts(made, self.one((10, 30, 33)))
        return made

    def village_conference(self) -> Data:
        held = self.some_day()
        made: Data = {"kind": "village_conference"}
        self.maybe(made, "held_on", self.text(held), 0.96)
        self.maybe(made, "invited_on", self.text(held - timedelta(days=self.one((3, 4, 5, 5, 6)))))
        return made

    # --- boards -----------------------------------------------------------------------------------------------------

    def boards(self, unit: Data) -> list[Data]:
        made = [self.inspection(unit) for _ in range(self.one((0, 1, 1, 1, 1, 2)))]
        for project in unit.get("projects", ()):
            if self.chance(0.7):
                made.append({"kind": "investment_supervision", "project": project["id"]})
                self.maybe(made[-1], "members", [{"role": "member"}] * self.one((3, 4, 5, 5, 6)))
                if self.chance(0.2):  # set up anew
                    self.maybe(made[-1], "elected_on", self.text(self.as_of - timedelta(days=self.one((200, 300)))))
                    made.append({"kind": "investment_supervision", "project": project["id"]})
                    self.maybe(made[-1], "elected_on", self.text(self.as_of - timedelta(days=self.one((100, 200)))))
                    self.maybe(made[-1], "members", [{"role": "member"}] * self.one((4, 5)))
        return made

    def inspection(self, unit: Data) -> Data:
        start = self.one((
            self.as_of - timedelta(days=self.random.randint(0, 900)),
            date(self.year, 1, 15),
            date(self.year - 1, 3, 2),
        ))  # fmt: skip
        term: Data = {"from": self.text(start)}
        if self.chance(0.8):
            end = self.one((start.replace(year=start.year + 2, day=min(start.day, 28)), self.as_of))
            term["until"] = self.text(max(start, self.about(end)))
        board: Data = {"kind": "peoples_inspection", "term": term}
        elected = start - timedelta(days=self.one((0, 3, 10)))
        self.maybe(board, "elected_on", self.text(elected))
        self.maybe(board, "recognised_on", self.text(self.about(working_days_after(elected, 5))), 0.85)
        self.maybe(board, "conference_approved_size", self.chance(0.7), 0.6)
        self.maybe(board, "members", self.members(unit), 0.96)
        return board

    def members(self, unit: Data) -> list[Data]:
        names = [village["name"] for village in unit.get("villages", ())]
        size = self.one((2, 3, 9, 10)) if unit["type"] != "commune" else max(5, len(names)) + self.one((-1, 0, 0, 0, 1))
        rest = ("member", "deputy member", "deputy deputy", "deputy head", "deputy deputy deputy")
        roles = ["head", *self.one((*rest, *rest[1:3])).split()]
        made = []
        for number in range(size):
            member: Data = {}
            self.maybe(member, "role", roles[number] if number < len(roles) else "member", 0.98)
            if names:
                self.maybe(member, "village", names[number % len(names)], 0.97)
            self.maybe(member, "positions", [self.one(OFFICES)] if self.chance(0.06) else [], 0.97)
            made.append(member)
        return made

    # --- petitions, receptions, decisions -------------------------------------------------------------------------

    def petition(self) -> Data:
        received = self.some_day()
        made: Data = {"kind": self.one(("board_recommendation", "board_recommendation", "complaint"))}
        self.maybe(made, "received_on", self.text(received), 0.97)
        self.maybe(made, "answered_on", self.text(max(received, self.about(days_after(received, 15)))), 0.75)
        return made

    def receptions(self) -> list[Data]:
        made = []
        for month in range(1, 13):
            for _ in range(self.one((0, 1, 1, 2))):
                one: Data = {"kind": "citizen_reception"}
                if self.chance(0.5):
                    one["held_on"] = self.text(date(self.year, month, self.one((1, 15, 28))))
                else:
                    one["period"] = f"{self.year}-M{month:02}"
                self.maybe(one, "count", self.one((1, 2, 3, 4)), 0.7)
                self.maybe(one, "by", self.one(("chairman", "chairman", "chairman", "deputy")), 0.97)
                made.append(one)
        return made

    def decision(self) -> Data:
        held = self.some_day()
        made: Data = {"item": self.one(_DECISIONS)}
        self.maybe(made, "form", self.one(("meeting", "meeting", "ballot", "online")))
        self.maybe(made, "held_on", self.text(held), 0.97)
        self.maybe(made, "notice_on", self.text(held - timedelta(days=self.one((0, 1, 2, 2, 3)))))
        self.maybe(made, "sent_on", self.text(max(held, self.about(working_days_after(held, 5)))), 0.8)
        self.counts(made, self.one((30, 31, 99)), "households")
        return made

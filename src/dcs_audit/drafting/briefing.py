"""What the duties behind a template ask for, in words: title, clause, deadline, what is checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dcs_audit.drafting.blocks import Block, Use
from dcs_audit.drafting.wanted import Demand
from dcs_audit.duties.attributes import NAMED_BY
from dcs_audit.law import paths
from dcs_audit.law.basics import Parameter, Words
from dcs_audit.law.model import Section
from dcs_audit.law.questions import Deadline, Option
from dcs_audit.law.rulebook import Rulebook
from dcs_audit.locale import record_words
from dcs_audit.locale.phrases import Lang, Text, day, say, word
from dcs_audit.locale.screen import SCREEN, screen
from dcs_audit.report.handbook.duty import due_words
from dcs_audit.report.handbook.questions import conditions
from dcs_audit.report.handbook.speech import Speech
from dcs_audit.report.numbers import amount
from dcs_audit.report.words import citations, period_words, plain

_MOST_DATES = 4
"""Due dates that are told one by one; of more, only how they come about."""
_FEW = 2
"""Duties of a template up to which their checks are told too; more duties say by their titles what is checked."""


class Briefing:
    """Puts what one rulebook asks in one year into words of one language."""

    def __init__(self, rulebook: Rulebook, year: int, lang: Lang, *, slugs: bool = True) -> None:
        """`slugs`: fields and values are named as unit files write them; else in words, as in a workbook."""
        self._book, self._year, self.lang, self._slugs = rulebook, year, lang, slugs
        self._speech = Speech(rulebook, lang)

    def say(self, key: str, /, **blanks: object) -> str:
        """A sentence of a draft."""
        return screen(f"init.{key}", self.lang, **blanks)

    def text(self, words: Text) -> str:
        """A sentence of the pack."""
        return plain(words.vi if self.lang == "vi" else words.en)

    def words(self, words: Words) -> str:
        """A sentence of a pack's own file."""
        return self._speech.text(words)

    def kind(self, unit_type: str) -> str:
        """A type of unit."""
        return screen(f"type.{unit_type}", self.lang)

    def fact(self, name: str) -> str:
        """A fact of the unit, as the beginning of a sentence."""
        own = f"init.of.{name}"
        told = screen(own, self.lang) if own in SCREEN else record_words.fact(name, self.lang)
        return told[:1].upper() + told[1:]

    def clause(self, demand: Demand) -> str:
        """Where the law says so, smallest first."""
        return citations(demand.basis, self.lang)

    def word(self, slug: str) -> str:
        """A slug in words; empty where there are none."""
        own = f"init.word.{slug}"
        return screen(own, self.lang) if own in SCREEN else record_words.value(slug, self.lang) or ""

    def lines(self, block: Block, told: set[str]) -> Iterator[str]:
        """A paragraph for each duty of the template, then what else is checked.

        `told` are the rules that were told before; they are only named, and the new ones join them.
        """
        if not block.names:
            where = ", ".join(f"{path}: {value}" for path, value in block.where.items())
            yield self.say("any.where", where=where) if where else self.say("any")
        elif len(block.names) > 1:
            named = ", ".join(f"{name} ({self.word(name)})" for name in block.names)
            yield self.say("names", of=NAMED_BY[block.section], names=named)
        again = [demand.rule.id for demand in block.demands if demand.rule.id in told]
        yield from self._duties(block, [demand for demand in block.demands if demand.rule.id not in told])
        told.update(demand.rule.id for demand in block.demands)
        if again:
            yield self.say("again" if len(again) < len(block.demands) else "again.only", rules=", ".join(again))
        checks = [self._check(use, block) for use in block.uses if not self._deadline(use)]
        # What splits off a part of a content is checked like the whole, which has just been told.
        if checks and "part" not in block.where and len(block.demands) - len(again) in range(1, _FEW + 1):
            yield self.say("checked", checks="; ".join(dict.fromkeys(checks)))

    def _duties(self, block: Block, demands: Iterable[Demand]) -> Iterator[str]:
        before = ""
        for demand in demands:
            own, dues = "; ".join(self._due(demand)), list(self._deadlines(block, demand))
            if own != before or not dues:
                dues.insert(0, own)
            blanks = {"rule": demand.rule.id, "title": self.text(demand.title), "clause": self.clause(demand)}
            title = self.say("duty", **blanks)
            # What was just said of the duty above holds for this one too.
            yield title if dues == [before] else f"{title} {self.say('due', due='; '.join(filter(None, dues)))}"
            before = own

    def _deadlines(self, block: Block, demand: Demand) -> Iterator[str]:
        """The times that the duty's checks set; of several, each with what it is for."""
        uses = [use for use in block.uses if use.how in demand.rule.checks and self._deadline(use)]
        for use in uses:
            told = self._deadline(use)
            if len(uses) > 1 and not (use.how.only or use.how.except_):
                told = self._speech.text(use.check.title)
            yield self._limited(use, block, told)

    def due(self, block: Block, demand: Demand) -> str:
        """When a duty of the template is due, by the day or counted from an event; empty where no time is set."""
        return "; ".join(dict.fromkeys(filter(None, (*self._due(demand), *self._deadlines(block, demand)))))

    def _due(self, demand: Demand) -> Iterator[str]:
        """When it is due by itself, whatever the records say."""
        rule = demand.rule
        dates = [(label, due) for label, due in demand.periods if due is not None]
        if rule.per in ("record", "project"):
            yield self.say(f"per.{rule.per}")
        elif not dates:
            key = "every.standing" if rule.every == "standing" else "every.year"
            yield self.say(key, year=self._year)
        elif len(dates) > _MOST_DATES:
            assert rule.due is not None and isinstance(rule.every, str)
            yield f"{screen(f'every.{rule.every}', self.lang)}, {due_words(self._speech, rule, rule.due)}"
        elif len(dates) == 1:
            key = "by.working_year" if rule.every == "working_year" else "by"
            yield self.say(key, day=day(dates[0][1]))
        else:
            yield "; ".join(f"{period_words(label, self.lang)}: {day(due)}" for label, due in dates)
        name = rule.due.after_period if rule.due is not None else None
        if name is not None and self._book.parameters[name].practice:
            yield self.say("practice")

    def _deadline(self, use: Use) -> str:
        """The time that a check sets from an event, in every way that passes without another look."""
        sure = [option for option in use.check.options if option.deadline and not option.review]
        return self.say("or").join(dict.fromkeys(filter(None, map(self._within, sure))))

    def _within(self, option: Option) -> str:
        asked = option.deadline
        last = date(self._year, 12, 31)
        if asked is None or not asked.judged or (option.since is not None and option.since > last):
            return ""
        parameter = self._book.parameters[asked.within]
        told = self._from_event(asked, amount(parameter.unit, parameter.on(last).value, self.lang), parameter)
        if option.when:
            return self._speech.say("q.where", when=conditions(self._speech, option.when), what=told)
        return told

    def _from_event(self, asked: Deadline, length: str, parameter: Parameter) -> str:
        key, event = ("q.after", asked.after) if asked.after is not None else ("q.before", asked.before)
        told = self._speech.say(key, done=self._named(asked.done), length=length, event=self._named(event or ""))
        return f"{told} ({self.say('practice')})" if parameter.practice else told

    def _named(self, path: str) -> str:
        own = f"init.field.{path}"
        return screen(own, self.lang) if own in SCREEN else record_words.field(path, self.lang) or path

    def _check(self, use: Use, block: Block) -> str:
        return self._limited(use, block, self._speech.text(use.check.title))

    def _limited(self, use: Use, block: Block, told: str) -> str:
        """What is asked of some records only, with which; not where all records of the template are such."""
        for key, where in (("only", use.how.only), ("except", use.how.except_)):
            limits = [
                self._limit(path, values)
                for path, values in where.items()
                if path not in block.where and path != NAMED_BY[block.section]
            ]
            if limits:
                told = f"{told} ({self.say(key, where='; '.join(limits))})"
        return told

    def _limit(self, path: str, values: tuple[str, ...]) -> str:
        if self._slugs:
            return f"{path}: {_some(values)}"
        return f"{self._named(path)}: {_some(tuple(self.word(value) or value for value in values))}"

    def channels(self, channels: Iterable[str]) -> str:
        """Channels with what they are."""
        told = {channel: say(word(channel, "channel"), self.lang) for channel in channels}
        return ", ".join(f"{channel} ({of})" if of != channel else channel for channel, of in told.items())

    def parts(self, block: Block) -> str:
        """The parts of a content that its checks tell apart."""
        filters = [where for use in block.uses for where in (use.how.only, use.how.except_)]
        named = dict.fromkeys(part for where in filters for part in where.get("part", ()))
        return ", ".join(f"{part} ({self.word(part)})" for part in named)

    def remarks(self, section: Section, names: tuple[str, ...], path: str) -> Iterator[str]:
        """What to say beside an attribute of a template, the fullest first: what it means, which words it may be."""
        if path == NAMED_BY[section]:
            yield from (self.word(name) for name in names[:1])
            return
        of_section = f"init.field.{section}.{path}"
        label = screen(of_section, self.lang) if of_section in SCREEN else self._named(path)
        shape = paths.single(section, path)
        if shape is not None and shape.sort == "text" and shape.words:
            yield f"{label}: {' | '.join(shape.words)}"
        yield label if label != path else ""


def _some(values: tuple[str, ...]) -> str:
    """Values by name, the first few of many."""
    return ", ".join(values if len(values) <= _MOST_DATES else (*values[:_MOST_DATES], "…"))

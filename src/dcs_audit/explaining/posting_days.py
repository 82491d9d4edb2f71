"""How long a content was posted on a channel: each posting, the stretches without a break, the gaps between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from dcs_audit.duties.items import FAR, Reading
from dcs_audit.duties.postings import longest_run, merged, surely_in
from dcs_audit.duties.select import Candidate
from dcs_audit.explaining.counting_days import agreed, number_step
from dcs_audit.explaining.model import Step
from dcs_audit.explaining.scene import Scene
from dcs_audit.explaining.words import on
from dcs_audit.law import questions
from dcs_audit.locale.phrases import Sentence, phrase, word
from dcs_audit.locale.sorting import vietnamese


def posted(scene: Scene, candidate: Candidate, item: Reading, asked: questions.Posted) -> Iterator[Step]:
    """The postings on the channel; where it must have stood for some days, these counted."""
    path, record = candidate.entries[0].path, candidate.record
    found = [(index, posting) for index, posting in enumerate(record.postings) if posting.channel == asked.channel]
    channel = word(asked.channel, "channel")
    if not found:
        yield scene.step("posted", phrase("x.never_posted", channel=channel), f"{path}.postings")
    for index, posting in found:
        yield _posting(scene, posting, channel, f"{path}.postings[{index}]")
    if asked.for_ is None or not found:
        return
    postings = [posting for _, posting in found]
    starts = [posting.from_ for posting in postings if posting.from_ is not None]
    parameter = scene.context.parameter(asked.for_)
    yield number_step(scene, parameter, parameter.on(min(starts, default=candidate.day or scene.as_of)))
    yield scene.step("rule", phrase("x.rule.posted"))
    if asked.villages is None:
        yield from _stretches(scene, postings)
        agreed(longest_run(postings, scene.as_of)[0], item.value, f"{path}.postings")
    else:
        yield from _by_village(scene, postings, item, path)


def _posting(scene: Scene, posting: Any, channel: Sentence, at: str) -> Step:
    """One posting: from, until, where."""
    start = on(posting.from_) if posting.from_ is not None else phrase("x.absent")
    end = on(posting.until) if posting.until is not None else phrase("x.still_up")
    text = phrase("x.posting", channel=channel, start=start, end=end)
    villages = posting.villages
    if villages is not None:
        where = phrase("x.everywhere") if villages == "all" else phrase("x.only_in", villages=tuple(villages))
        text = phrase("x.posting_in", posting=text, where=where)
    return scene.step(
        "posted",
        text,
        at,
        channel=posting.channel,
        start=_iso(posting.from_),
        until=_iso(posting.until),
        villages=villages if villages in (None, "all") else tuple(villages),
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _spans(postings: Sequence[Any]) -> list[tuple[int, int]]:
    """The stretches that can be counted, as `longest_run` takes them."""
    spans = [
        (posting.from_.toordinal(), FAR if posting.until is None else posting.until.toordinal())
        for posting in postings
        if posting.from_ is not None and (posting.until is None or posting.until >= posting.from_)
    ]
    return merged(sorted(spans))


def _stretches(scene: Scene, postings: Sequence[Any]) -> Iterator[Step]:
    """Every stretch without a break, and the days between two of them."""
    today, before = scene.as_of.toordinal(), None
    for first, last in _spans(postings):
        if first > today:
            break
        start = date.fromordinal(first)
        if before is not None:
            gap = (first - before) - 1
            text = phrase("x.gap", days=gap, first=date.fromordinal(before + 1), last=start - timedelta(days=1))
            yield scene.step("gap", text, days=gap)
        end, before = date.fromordinal(min(last, today)), last
        key = "x.run_so_far" if last > today else "x.run"
        length = (end - start).days + 1
        text = phrase(key, first=start, last=end, number=length)
        yield scene.step("length", text, start=start.isoformat(), until=end.isoformat(), days=length)


def _by_village(scene: Scene, postings: Sequence[Any], item: Reading, path: str) -> Iterator[Step]:
    """The longest stretch in each village."""
    villages = scene.context.villages
    if villages is None:
        yield scene.step("unknown", phrase("x.unknown", fact="unit.villages"), "unit.villages")
        return
    lengths = {
        village: longest_run(surely_in(postings, village), scene.as_of)[0]
        for village in sorted(villages, key=vietnamese)
    }
    for village, length in lengths.items():
        key = "x.in_village" if length else "x.not_in_village"
        yield scene.step("length", phrase(key, village=village, number=length), village=village, days=length)
    shortest = min(lengths.values(), default=item.bound)
    if item.value is not None and (shortest < item.bound) != (item.value < item.bound):
        agreed(shortest, item.value, f"{path}.postings")

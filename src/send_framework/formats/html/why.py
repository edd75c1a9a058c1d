"""Why each date is what it is: one short section an activity, to which every number leads."""

from collections.abc import Iterator

from attrs import frozen

from send_framework.dates import ApproximateDate, day_words
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pieces import Tag, Words, end_day, end_floats, float_tag, mentions
from send_framework.formats.wording import driver_words, short_day
from send_framework.model.action import Action, Evidence, Milestone
from send_framework.model.commitments import Commitment
from send_framework.model.inspection import Event
from send_framework.model.plan import Linkable
from send_framework.model.source import Source
from send_framework.network.results import Explanation, Gap, ScheduledActivity


@frozen(kw_only=True)
class Why:
    """One activity and its dates.

    Attributes:
        id: Its id.
        anchor: The id of its section.
        title: Its title.
        days: When it is, for its heading.
        tags: What it is besides.
        sentence: Why its dates are what they are.
        driver: What set the date.
        beaten: What else bounds it, and lost.
        gaps: Closed days before its start.
        chain: What leads to it.
        assumed: What on that chain nobody published.
        floats: Its float to each end of the window.
        bodies: Who is accountable, leads and helps.
        said: What the plan says of it: promise, forecast, progress.
        answers: The recommendations it answers.
        measures: What will show that it succeeded.
        evidence: What has shown it so far.
        sources: Where its facts can be checked.
        note: What a reader should know.
    """

    id: str
    anchor: str
    title: str
    days: str
    tags: tuple[Tag, ...]
    sentence: str
    driver: str
    beaten: tuple[str, ...]
    gaps: tuple[str, ...]
    chain: tuple[Words, ...]
    assumed: tuple[str, ...]
    floats: tuple[tuple[str, str, Tag], ...]
    bodies: tuple[tuple[str, str], ...]
    said: tuple[tuple[str, str], ...]
    answers: tuple[Words, ...]
    measures: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    sources: tuple[Source, ...]
    note: str


def why_all(facts: PageFacts) -> tuple[Why, ...]:
    """Return a section for each activity: those with dates, then those without.

    Args:
        facts: What the page tells.
    """
    return tuple(_why(facts, each) for each in facts.explanations)


def _why(facts: PageFacts, found: Explanation) -> Why:
    dated = facts.dated.get(found.id)
    work = facts.work[found.id]
    action = work if isinstance(work, Action) else None
    answers = work.answers if isinstance(work, Action | Milestone) else ()
    return Why(
        id=found.id,
        anchor=facts.anchor(found.id),
        title=facts.title_of(found.id),
        days=_days(dated),
        tags=tuple(_tags(facts, dated)),
        sentence=found.sentence,
        driver=driver_words(found.driver) if found.driver else "",
        beaten=tuple(map(driver_words, found.beaten)),
        gaps=tuple(map(_gap, found.gaps)),
        chain=mentions(facts, found.chain) if len(found.chain) > 1 else (),
        assumed=found.assumed,
        floats=tuple(_floats(facts, dated)),
        bodies=tuple(_bodies(facts, work)),
        said=tuple(_said(work)),
        answers=mentions(facts, answers),
        measures=action.success_measures if action else (),
        evidence=action.evidence if action else (),
        sources=work.sources,
        note=work.note,
    )


def _days(dated: ScheduledActivity | None) -> str:
    if dated is None:
        return ""
    if dated.is_ongoing:
        return f"from {short_day(dated.early_start)}"
    start, finish = short_day(dated.early_start), short_day(dated.early_finish)
    return finish if dated.duration == 0 or start == finish else f"{start} to {finish}"


def _tags(facts: PageFacts, dated: ScheduledActivity | None) -> Iterator[Tag]:
    if dated is None:
        yield Tag("no dates", "unsure")
        return
    if dated.id in facts.on_path:
        yield Tag("critical path", "bad")
    elif dated.id in facts.near_critical:
        yield Tag("near-critical", "middling")
    if dated.complete:
        yield Tag("done", "good")
    elif dated.started:
        yield Tag("started")
    if dated.is_ongoing:
        yield Tag("ongoing")
    if dated.duration_assumed:
        yield Tag("length assumed", "unsure")


def _gap(gap: Gap) -> str:
    if gap.first == gap.last:
        return f"{day_words(gap.first)}: {gap.why}"
    return f"{day_words(gap.first)} to {day_words(gap.last)}: {gap.why}"


def _floats(facts: PageFacts, dated: ScheduledActivity | None) -> Iterator[tuple[str, str, Tag]]:
    """Yield the float to each end; work that is done has none left to speak of."""
    if dated is not None and not dated.complete:
        for name, end, days in end_floats(facts, dated):
            yield f"{name} day", end_day(facts, end), float_tag(days)


def _bodies(facts: PageFacts, work: Linkable) -> Iterator[tuple[str, str]]:
    if isinstance(work, Action | Milestone):
        yield "Accountable", _names(facts, work.accountable)
    elif isinstance(work, Commitment | Event) and work.agencies:
        yield "Concerned", _names(facts, work.agencies)
    if isinstance(work, Action):
        if work.lead:
            yield "Leads", facts.name_of(work.lead)
        if work.lead_role:
            yield "Role", work.lead_role
        if work.contributors:
            yield "Helps", _names(facts, work.contributors)


def _names(facts: PageFacts, agencies: tuple[str, ...]) -> str:
    return "; ".join(map(facts.name_of, agencies)) or "nobody named"


_SAID = {
    "planned_start": "Promised to start",
    "due": "Promised for",
    "forecast_start": "Expected to start",
    "forecast": "Expected",
    "forecast_finish": "Expected to finish",
    "actual_start": "Started",
    "actual": "Reached",
    "actual_finish": "Finished",
    "date": "Date given",
}


def _said(work: Linkable) -> Iterator[tuple[str, str]]:
    for name, words in _SAID.items():
        said: ApproximateDate | None = getattr(work, name, None)
        if said is not None:
            yield words, str(said)
    if isinstance(work, Action | Milestone) and work.status:
        yield "Reported as", work.status.value.replace("-", " ")
    if isinstance(work, Action):
        if work.percent_complete is not None:
            yield "Done", f"{work.percent_complete} %"
        if work.reported_on:
            yield "Last report", day_words(work.reported_on)

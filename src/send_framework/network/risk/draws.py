"""The uncertain numbers of single activities and links: what the plan says, else the defaults."""

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from send_framework.model.action import Action
from send_framework.model.distribution import Distribution
from send_framework.model.plan import Linkable
from send_framework.model.source import Confidence, Fact
from send_framework.model.uncertainty import Uncertain, Uncertainty
from send_framework.network.entry import Entry
from send_framework.network.risk.defaults import Defaults, Multiple
from send_framework.network.risk.effects import WORKED, Effects
from send_framework.network.solving import Solved

_OWN = (Uncertain.DURATION, Uncertain.START, Uncertain.PROMISE)


@frozen(kw_only=True)
class Draw:
    """One uncertain number.

    Draws with the same `stream` take the same position in their spreads: of every sample, one
    uniform number serves all of them.

    Attributes:
        number: The activity's number; of a lag, the one that waits.
        what: Which of its numbers.
        link: Of a lag, the link's number in `Solved.dependencies`.
        spread: The values it may take.
        least: Values below count as this; ``None`` where the number may be negative.
        centre: The single schedule's value: working days (a lag: its own unit); 0 of a start or
            a promise, which are counted as days later.
        stream: Names the random numbers it is drawn from.
        of: The activity's id.
        name: Which number in words, such as ``"duration"`` or ``"lag after S01"``.
        assumed: Whether the spread is a default of the library.
        reason: Why this spread.
    """

    number: int
    what: Uncertain
    link: int | None = None
    spread: Distribution
    least: float | None = 0.0
    centre: int
    stream: str
    of: str
    name: str
    assumed: bool
    reason: str


def draws(solved: Solved, defaults: Defaults) -> Iterator[Draw]:
    """Yield every uncertain number that can still change anything, activities before lags.

    Args:
        solved: The plan on one basis.
        defaults: What is taken where it gives no spread.
    """
    reader = _Reader(solved=solved, defaults=defaults, effects=Effects(solved=solved))
    for number, entry in enumerate(solved.placed):
        if reader.effects.settled(entry.id) is None:
            yield from reader.of_activity(number, entry)
    for each in solved.plan.uncertainties:
        if each.what is Uncertain.LAG and reader.effects.without_effect(each) is None:
            yield from reader.lags(each)


@frozen(kw_only=True, slots=False)
class _Reader:
    """Reads the uncertain numbers of one solved plan."""

    solved: Solved
    defaults: Defaults
    effects: Effects

    @cached_property
    def _facts(self) -> dict[str, Linkable]:
        return {each.id: each for each in self.solved.plan.activities()}

    @cached_property
    def _given(self) -> dict[tuple[str, Uncertain], Uncertainty]:
        said = self.solved.plan.uncertainties
        return {(each.of, each.what): each for each in said if each.what is not Uncertain.LAG}

    def of_activity(self, number: int, entry: Entry) -> Iterator[Draw]:
        """Yield what is uncertain of one activity: given first, then by default."""
        given = [self._given.get((entry.id, what)) for what in _OWN]
        for each in given:
            if each is not None and self.effects.without_effect(each) is None:
                centre = self._length(number) if each.what is Uncertain.DURATION else 0
                yield _given_draw(each, number, centre)
        if given[0] is None and self.solved.network.state[number] in WORKED:
            yield from self._by_default(number, entry, promise_is_given=given[2] is not None)

    def lags(self, said: Uncertainty) -> Iterator[Draw]:
        """Yield the lags that a statement speaks of."""
        for link in self.effects.links(said):
            lag = self.solved.dependencies[link][1].lag
            yield _given_draw(said, self.solved.numbers[said.of], lag, link)

    def _length(self, number: int) -> int:
        network = self.solved.network
        return network.duration[number] // network.ticks_per_day

    def _by_default(self, number: int, entry: Entry, *, promise_is_given: bool) -> Iterator[Draw]:
        confidence = self._confidence(entry)
        multiple, length = self.defaults.multiple(confidence), self._length(number)
        if multiple.is_certain or not length:
            return
        reason = _default_reason(entry, confidence)
        spread = multiple.around(length, self.defaults.shape)
        yield _default_draw(number, entry, Uncertain.DURATION, spread, length, reason)
        span = 0 if promise_is_given else self._stretched(number)
        if span:
            yield self._promise(number, entry, multiple, span, reason)

    def _promise(
        self, number: int, entry: Entry, multiple: Multiple, span: int, reason: str
    ) -> Draw:
        """Return how much later than its promise stretched work may end; never earlier."""
        spread = multiple.beyond(span, self.defaults.shape)
        why = f"{reason}, of the {span} working days from its start to its promise; not earlier"
        return _default_draw(number, entry, Uncertain.PROMISE, spread, 0, why)

    def _stretched(self, number: int) -> int:
        """Return the working days from start to promise of work stretched to it, else 0."""
        network, start = self.solved.network, self.solved.result.early.start[number]
        if number not in network.promises:
            return 0
        span = network.table(number).index(network.promises[number]) - start
        return span // network.ticks_per_day if span > network.duration[number] else 0

    def _confidence(self, entry: Entry) -> Confidence | None:
        """Return how sure the length is; assumed where an assumption stands behind it."""
        fact = self._facts[entry.id]
        if isinstance(fact, Action) and not _behind(fact, entry).isdisjoint(entry.assumed):
            return Confidence.ASSUMED
        return fact.confidence


def _behind(action: Action, entry: Entry) -> frozenset[str]:
    """Return the fields from which the length that is left was taken."""
    if entry.remaining is not None and action.remaining is not None:
        return frozenset(("remaining",))
    whole = ("duration",) if action.duration is not None else ("duration", "planned_start", "due")
    return frozenset(("remaining", "percent_complete", *whole))


def _given_draw(said: Uncertainty, number: int, centre: int, link: int | None = None) -> Draw:
    name = number_name(said)
    return Draw(
        number=number,
        what=said.what,
        link=link,
        spread=said.spread,
        least=None if said.what is Uncertain.LAG else 0.0,
        centre=centre,
        stream=f"{said.of} {name}",
        of=said.of,
        name=name,
        assumed=False,
        reason=given_reason(said),
    )


def _default_draw(  # noqa: PLR0913, PLR0917 - the parts that differ, each in its place
    number: int, entry: Entry, what: Uncertain, spread: Distribution, centre: int, reason: str
) -> Draw:
    """Return a default; both of one activity come from one stream, so they are late together."""
    return Draw(
        number=number,
        what=what,
        spread=spread,
        centre=centre,
        stream=f"{entry.id} {Uncertain.DURATION.value}",
        of=entry.id,
        name=what.value,
        assumed=True,
        reason=reason,
    )


def _default_reason(entry: Entry, confidence: Confidence | None) -> str:
    noun = "duration" if entry.started is None else "remaining duration"
    if confidence is None:
        return f"default for a {noun} of unknown confidence (as unverified)"
    article = "an" if confidence.value[0] in "aeiou" else "a"
    return f"default for {article} {confidence.value} {noun}"


def number_name(said: Uncertainty) -> str:
    """Return which of an activity's numbers a statement speaks of, in words."""
    if said.after is None:
        return said.what.value
    kind = f" ({said.link_type.value})" if said.link_type is not None else ""
    return f"{said.what.value} after {said.after}{kind}"


def given_reason(said: Fact) -> str:
    """Return who gives a spread and how sure that is, in words."""
    titles = "; ".join(each.title for each in said.sources)
    sure = f" ({said.confidence.value})" if said.confidence is not None else ""
    note = f": {said.note}" if said.note else ""
    return f"given in the plan{', from ' + titles if titles else ''}{sure}{note}"

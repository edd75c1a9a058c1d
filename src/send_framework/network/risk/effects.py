"""Whether a stated uncertainty can still change anything in a schedule, and if not, why."""

from attrs import frozen

from send_framework.model.uncertainty import Uncertain, Uncertainty
from send_framework.network.engine.compiled import State
from send_framework.network.solving import Solved

WORKED = (State.OPEN, State.STARTED)
"""What is placed by its links and its length: the rest is done, dated by others, or ongoing."""


@frozen(kw_only=True)
class Effects:
    """Asks one solved plan what can still change.

    Attributes:
        solved: The plan on one basis.
    """

    solved: Solved

    def settled(self, wanted: str) -> str | None:
        """Return why nothing about this activity can matter any more, if so."""
        number = self.solved.numbers.get(wanted)
        if number is None:
            return "it has no place in this schedule"
        entry = self.solved.placed[number]
        for holds, why in (
            (entry.dropped, "it was cancelled"),
            (entry.finished is not None, "it is done"),
            (entry.ongoing, "it lasts as long as the rest"),
            (number not in self.solved.scope, "the target does not wait for it"),
        ):
            if holds:
                return why
        return None

    def without_effect(self, said: Uncertainty) -> str | None:
        """Return why a given spread changes nothing in this schedule, if so."""
        settled = self.settled(said.of)
        if settled is not None:
            return settled
        number, network = self.solved.numbers[said.of], self.solved.network
        state = network.state[number]
        match said.what:
            case Uncertain.DURATION:
                return None if state in WORKED else "others set its day"
            case Uncertain.START:
                return "it has begun" if state is State.STARTED else None
            case Uncertain.PROMISE:
                held = number in network.promises
                return None if held else "no promise holds it in this schedule"
            case _:
                binds = state in WORKED and self.links(said)
                return None if binds else "the link binds nothing in this schedule"

    def links(self, said: Uncertainty) -> list[int]:
        """Return the numbers of the links whose lag it speaks of."""
        return [
            number
            for number, (successor, link) in enumerate(self.solved.dependencies)
            if (successor, link.id) == (said.of, said.after) and said.link_type in (None, link.type)
        ]

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
        silent = {
            Uncertain.DURATION: (state not in WORKED, "others set its day"),
            Uncertain.START: (state is State.STARTED, "it has begun"),
            Uncertain.PROMISE: (
                number not in network.promises, "no promise holds it in this schedule"
            ),
            Uncertain.LAG: (
                # Links are only searched for what speaks of one: there may be thousands of both.
                said.what is Uncertain.LAG and (state not in WORKED or not self.links(said)),
                "the link binds nothing in this schedule",
            ),
        }  # fmt: skip
        holds, why = silent[said.what]
        return why if holds else None

    def links(self, said: Uncertainty) -> list[int]:
        """Return the numbers of the links whose lag it speaks of."""
        return [
            number
            for number, (successor, link) in enumerate(self.solved.dependencies)
            if (successor, link.id) == (said.of, said.after) and said.link_type in (None, link.type)
        ]

"""Random numbers keyed by seed, block and name: the same luck wherever and in whatever order.

Each uncertain number has a stream of its own, so that leaving one out, or adding one, changes the
luck of no other: a plan with a change and the plan without it meet the same circumstances. The
words that start a stream are a hash of the three keys; what follows is the SFC64 generator, whose
raw output numpy promises never to change. Whole numbers of 32 bits leave here and are looked up
in tables: numpy's own distributions, which may change, are never asked.
"""

from functools import cached_property
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from attrs import frozen

from send_framework.network.engine.rows import Flags
from send_framework.network.risk.results import Sampling

Bits: TypeAlias = npt.NDArray[np.uint32]
"""A whole number below 2 ** 32 for each sample."""

BITS = 32
_MIXING = 12
"""Raw numbers thrown away at the start, as the generator's author does."""


@frozen(kw_only=True, slots=False)
class Streams:
    """The random numbers of one block.

    Attributes:
        seed: The simulation's seed.
        block: The number of the block.
        size: How many samples it has.
        sampling: How they are spread.

    Example:
        >>> streams = Streams(seed=1, block=0, size=3)
        >>> bool((streams.bits("S01 duration") == streams.bits("S01 duration")).all())
        True
    """

    seed: int
    block: int
    size: int
    sampling: Sampling = Sampling.RANDOM

    def bits(self, name: str) -> Bits:
        """Return a whole number below 2 ** 32 for each sample, each as likely.

        Args:
            name: What is drawn; the same name gives the same numbers.
        """
        if self.sampling is Sampling.LATIN_HYPERCUBE:
            return self._one_of_each_share(name)
        return self._raw(name, self.size)

    def happens(self, name: str, probability: float) -> Flags:
        """Return for each sample whether something of that probability happens.

        Args:
            name: What may happen.
            probability: 0 is never, 1 is always.
        """
        return self.bits(name) < round(probability * (1 << BITS))

    def below(self, name: str, count: int) -> npt.NDArray[np.intp]:
        """Return a whole number from 0 to `count` - 1 for each sample, each as likely.

        Args:
            name: What is drawn.
            count: How many there are, at most 2 ** 31.
        """
        scaled = self.bits(name).astype(np.uint64) * np.uint64(count)
        return (scaled >> np.uint64(BITS)).astype(np.intp)

    def _raw(self, name: str, count: int) -> Bits:
        key = f"{self.seed}/{self.block}/{name}".encode()
        words = np.frombuffer(blake2b(key, digest_size=32).digest(), "<u8").astype(np.uint64)
        self._generator.state = {
            "bit_generator": "SFC64",
            "state": {"state": words},
            "has_uint32": 0,
            "uinteger": 0,
        }
        raw = self._generator.random_raw(_MIXING + (count + 1) // 2)[_MIXING:]
        return raw.astype("<u8", copy=False).view("<u4")[:count]

    @cached_property
    def _generator(self) -> np.random.SFC64:
        return np.random.SFC64(0)

    def _one_of_each_share(self, name: str) -> Bits:
        """Return one number out of each of `size` equal shares of the range, in random order."""
        raw = self._raw(name, 2 * self.size)
        order = np.argsort(raw[self.size :], kind="stable").astype(np.uint64)
        within = raw[: self.size].astype(np.uint64)
        return ((order << np.uint64(BITS) | within) // np.uint64(self.size)).astype(np.uint32)

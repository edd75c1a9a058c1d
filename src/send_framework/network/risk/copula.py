"""Durations that are out together: a Gaussian copula over the random numbers of their streams.

Each member gets a hidden standard normal variable: with a coefficient, `sqrt(rho)` of a factor
that all share and `sqrt(1 - rho)` of its own; with a matrix, a combination by its Cholesky
factor. The variable's place in the normal distribution is then the member's place in its own
spread, so every duration keeps its spread and only the company it keeps changes.
"""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from send_framework.network.risk.distributions import normal_places, normal_table
from send_framework.network.risk.inputs import CorrelationInput
from send_framework.network.risk.streams import BITS, Bits, Streams

_Normals: TypeAlias = npt.NDArray[np.float64]

_ENTRIES_AS_BITS = 14
_PLACES_AS_BITS = 16
_NOTHING_LEFT = 1e-9


def correlated(streams: Streams, said: CorrelationInput, names: Sequence[str]) -> Iterator[Bits]:
    """Yield the random numbers of each member of a correlation.

    Args:
        streams: The block's random numbers.
        said: The correlation.
        names: The streams of its members.
    """
    own = (_normals(streams.bits(name)) for name in names)
    if said.coefficient is None:
        yield from (_as_bits(each) for each in _combined(list(own), said.matrix))
        return
    common = _normals(streams.bits(f"{said.id} correlation")) * sqrt(said.coefficient)
    for each in own:
        yield _as_bits(common + each * sqrt(1 - said.coefficient))


def _combined(own: Sequence[_Normals], matrix: Sequence[Sequence[float]]) -> Iterator[_Normals]:
    for row in cholesky(matrix):
        found = np.zeros_like(own[0])
        for weight, each in zip(row, own, strict=True):
            found += weight * each
        yield found


def cholesky(matrix: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return the lower triangle whose product with its transpose is the matrix.

    Args:
        matrix: Symmetric and positive semi-definite; a variable that the ones before it decide
            entirely gets no part of its own.

    Example:
        >>> cholesky([[1.0, 0.6], [0.6, 1.0]])
        [[1.0, 0.0], [0.6, 0.8]]
    """
    size = len(matrix)
    lower = [[0.0] * size for _ in range(size)]
    for j in range(size):
        pivot = matrix[j][j] - _product(lower[j], lower[j], j)
        if pivot <= _NOTHING_LEFT:
            continue
        lower[j][j] = sqrt(pivot)
        for i in range(j + 1, size):
            lower[i][j] = (matrix[i][j] - _product(lower[i], lower[j], j)) / lower[j][j]
    return lower


def _product(a: Sequence[float], b: Sequence[float], count: int) -> float:
    return sum(x * y for x, y in zip(a[:count], b[:count], strict=True))


def _normals(bits: Bits) -> _Normals:
    table = normal_table(1 << _ENTRIES_AS_BITS)
    return np.take(table, bits >> np.uint32(BITS - _ENTRIES_AS_BITS), mode="clip")


def _as_bits(normals: _Normals) -> Bits:
    places = normal_places(1 << _PLACES_AS_BITS).of(normals)
    return places.astype(np.uint32) << np.uint32(BITS - _PLACES_AS_BITS)

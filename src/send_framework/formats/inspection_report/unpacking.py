"""How large a PDF becomes when it is unpacked: a small file can hold a billion letters."""

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"(?<!end)stream\r?\n")


def unpacked_size(data: bytes, most: int) -> int:
    r"""Return how many bytes the packed parts of a PDF unpack to, counted no further than `most`.

    Args:
        data: The file.
        most: Where counting ends; one more is returned for all that is larger.

    Example:
        >>> packed = b"stream\n" + zlib.compress(b"0" * 1000) + b"\nendstream"
        >>> unpacked_size(packed, 5_000), unpacked_size(packed, 500)
        (1000, 501)
    """
    total = 0
    for part in _streams(data):
        try:
            total += len(zlib.decompressobj().decompress(part, most + 1 - total))
        except zlib.error:  # packed in another way, or a picture
            continue
        if total > most:
            break
    return total


def _streams(data: bytes) -> Iterator[memoryview]:
    view = memoryview(data)
    for match in _STREAM.finditer(data):
        end = data.find(b"endstream", match.end())
        yield view[match.end() : end if end >= 0 else len(data)]

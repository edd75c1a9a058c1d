"""Text on several lines, no word of it left alone on the last."""

from send_framework.formats.html.picture import TEXT_SIZE, lines_of

_NARROWER = 6
"""So many times the lines are tried narrower, each time by half of what may still be saved."""


def evenly(words: str, room: float, most: int, size: float = TEXT_SIZE) -> tuple[str, ...]:
    """Return a text on as few lines as hold it, all about as long.

    Args:
        words: The text.
        room: Pixels a line may take.
        most: How many lines there may be; the last is cut where that is not enough.
        size: The height of the letters.

    Example:
        >>> evenly("Stand up the improvement board", 200, 2)
        ('Stand up the', 'improvement board')
    """
    found = lines_of(words, room, most, size)
    if len(found) == 1:
        return found
    low = room / 2
    for _ in range(_NARROWER):
        middle = (low + room) / 2
        tried = lines_of(words, middle, most, size)
        # What was cut differs from the whole; so does what takes other lines.
        if len(tried) == len(found) and " ".join(tried) == " ".join(found):
            found, room = tried, middle
        else:
            low = middle
    return found

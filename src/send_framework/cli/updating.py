"""From a report on one piece of work to a changed plan file."""

from collections.abc import Mapping
from datetime import date

from send_framework.cli.answering import write
from send_framework.cli.options import STANDARD_STREAM, Delivery
from send_framework.cli.reading import STANDARD_INPUT, standard_input
from send_framework.cli.terminal import note
from send_framework.dates import day_words
from send_framework.formats.documents import USUAL_LIMITS, load_document
from send_framework.formats.files import read_bytes, write_text_safely
from send_framework.formats.updating import update_text
from send_framework.model.plan import Plan


def update(
    path: str, activity: str, changes: Mapping[str, date | int | str], delivery: Delivery
) -> None:
    """Change a plan file, or write the changed plan elsewhere.

    Args:
        path: The plan file, or ``-`` for standard input.
        activity: The id of the work reported on.
        changes: What is reported.
        delivery: Where the changed plan goes; without a file, where it came from.

    Raises:
        DocumentError: It cannot be read, changed safely, or written.
        UnknownActivityError: Nothing in the plan has this id.
        ModelError: The report contradicts what the plan knows.
    """
    from_stream = path == STANDARD_STREAM
    name = STANDARD_INPUT if from_stream else path
    data = standard_input() if from_stream else read_bytes(path, limit=USUAL_LIMITS.size)
    plan = load_document(data, name=name).plan  # says what is wrong, an encoding too
    changed = update_text(data.decode(), activity, changes, name=name)
    if from_stream or delivery.output is not None:
        write(delivery, changed)
    else:
        write_text_safely(path, changed, force=True)
        note(f"wrote {path}")
    _say_what_is_not_yet_known(plan, changes)


def _say_what_is_not_yet_known(plan: Plan, changes: Mapping[str, date | int | str]) -> None:
    """Say of a fact later than the plan's own data date that answers still leave it out."""
    facts = (changes.get(name) for name in ("started", "finished"))
    last = max((each for each in facts if isinstance(each, date)), default=None)
    if last is None or plan.data_date is None or last <= plan.data_date:
        return
    note(
        f"{day_words(last)} is after the plan's data_date, {day_words(plan.data_date)}: answers "
        "leave it out until you move data_date on in the file, or ask with --on"
    )

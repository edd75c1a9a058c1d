"""What moved between Suffolk's two versions, and how much each difference moved the finish.

Run it: python examples/suffolk/what_moved.py
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from send_framework.dates import day_words
from send_framework.formats.documents import load_plan
from send_framework.frameworks import target_window
from send_framework.network.changes.comparing import compare
from send_framework.network.changes.results import Comparison
from send_framework.network.schedule import schedule


def compared() -> Comparison:
    """Return both versions side by side, each against the window expected at its own time."""
    then, now = sorted(Path(__file__).parent.glob("plan-*.yaml"))
    old, new = load_plan(then), load_plan(now)
    old_target, new_target = (target_window(each, schedule(each).on) for each in (old, new))
    return compare(old, new, old_target=old_target, new_target=new_target)


def main() -> None:
    """Print the move of the finish, its parts, the floats and what differs."""
    found = compared()
    for title, lines in (
        (f"From {day_words(found.old.on)} to {day_words(found.new.on)}", finish(found)),
        ("What moved the finish (working days)", parts(found)),
        ("Float to each day of the window (working days)", floats(found)),
        ("What is new, gone, or late now", lists(found)),
        ("How many differences there are", kinds(found)),
    ):
        print(title, *lines, "", sep="\n")


def finish(found: Comparison) -> Iterator[str]:
    """Yield the finish of both versions, with the chain that decides it."""
    for version in (found.old, found.new):
        chain = " -> ".join(version.critical_path)
        yield f"  as known on {version.on}: {chain}, finished {version.finish}"
    yield f"  {found.finish_moved:+d} working days"


def parts(found: Comparison) -> Iterator[str]:
    """Yield what each difference does to the finish, in the order in which they are applied."""
    for each in found.why:
        yield wrapped(f"{each.working_days:+d}  {each.sentence}")
    total = sum(each.working_days for each in found.why)
    yield f"  {total:+d}  together"
    yield wrapped(found.method)


def floats(found: Comparison) -> Iterator[str]:
    """Yield the float to each end of the window, before and now."""
    before, now = dict(found.old_float), dict(found.new_float)
    for name, room in now.items():
        yield f"  {name}: {before.get(name, 'not known')}, then {room}"


def lists(found: Comparison) -> Iterator[str]:
    """Yield the ids of what is new, gone, or late now and was not before."""
    named = (("new", found.added), ("gone", found.removed), ("late now", found.newly_late))
    for words, ids in named:
        yield wrapped(f"{words}: {', '.join(ids) or 'nothing'}")


def kinds(found: Comparison) -> Iterator[str]:
    """Yield how many differences of each kind there are."""
    counts = Counter(each.kind.value for each in found.changes)
    yield wrapped(", ".join(f"{number} {kind}" for kind, number in counts.items()))


def wrapped(text: str) -> str:
    """Return text wrapped to 80 columns."""
    return fill(text, 80, initial_indent="  ", subsequent_indent="    ")


if __name__ == "__main__":
    main()

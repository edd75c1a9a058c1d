"""What changed in Suffolk's programme between May 2024 and January 2026.

Run it: python examples/suffolk/what_slipped.py
"""

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill, shorten

from send_framework import Plan
from send_framework.formats.documents import load_plan
from send_framework.network.results import Schedule, ScheduledActivity
from send_framework.network.schedule import schedule


def both_plans() -> tuple[Plan, Plan]:
    """Return the earlier and the later version."""
    then, now = sorted(Path(__file__).parent.glob("plan-*.yaml"))
    return load_plan(then), load_plan(now)


def moved(then: Schedule, now: Schedule) -> Iterator[tuple[ScheduledActivity, ScheduledActivity]]:
    """Yield what finishes on another day than the one promised in the earlier version."""
    later = {each.id: each for each in now.activities}
    for before in then.activities:
        after = later.get(before.id)
        promised = before.float_to_promise is not None and not before.complete
        if after and promised and after.early_finish != before.early_finish:
            yield before, after


def main() -> None:
    """Print what is new, what is gone, what moved, and what is late against its own promise."""
    old, new = both_plans()
    then, now = schedule(old), schedule(new)
    known_then = {each.id for each in old.activities()}
    known_now = {each.id for each in new.activities()}
    added = [each.id for each in new.actions if each.id not in known_then]
    gone = [each.id for each in old.actions if each.id not in known_now]
    print(f"From {then.on} to {now.on}")
    print(fill(f"  new: {', '.join(added)}", 80, subsequent_indent=" " * 4))
    print(f"  gone: {', '.join(gone) or 'nothing'}")
    print("\nPromised in the earlier version, and moved (calendar days):")
    for before, after in moved(then, now):
        state = "done" if after.complete else "nothing says it is done; earliest"
        days = (after.early_finish - before.early_finish).days
        print(f"  {after.id}: {before.early_finish} -> {state} {after.early_finish} ({days:+d})")
    print("\nLate against the last promise published (working days):")
    for each in now.activities:
        if each.float_to_promise is not None and each.float_to_promise < 0:
            title = shorten(each.title, 60, placeholder="...")
            print(f"  {each.id}: {each.float_to_promise} ({title})")
    print("\nStill open and never promised for a day:")
    done = {each.id for each in now.activities if each.complete}
    left = [each.id for each in new.actions if each.due is None and each.id not in done]
    print("  " + ", ".join(left))


if __name__ == "__main__":
    main()

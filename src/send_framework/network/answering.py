"""From the engine's numbers to the answers that people read: dates, floats, links, reasons."""

from collections.abc import Iterator
from datetime import date

from send_framework.dates import day_words
from send_framework.model.dependency import DependencyType
from send_framework.network.engine.drivers import Bound
from send_framework.network.engine.placing import placed_late
from send_framework.network.entry import Entry
from send_framework.network.kinds import DriverKind
from send_framework.network.results import Driver, ScheduledActivity
from send_framework.network.solving import Solved

LINK_WORDS = {
    DependencyType.FINISH_TO_START: "finishes",
    DependencyType.START_TO_START: "starts",
    DependencyType.FINISH_TO_FINISH: "finishes",
    DependencyType.START_TO_FINISH: "starts",
}


def scheduled_activities(solved: Solved, on_path: frozenset[int]) -> tuple[ScheduledActivity, ...]:
    """Return every activity that has dates, cancelled work left out, in plan order.

    Args:
        solved: The computed plan.
        on_path: Numbers of the activities on a driving path to the scope's last finish.
    """
    late = placed_late(solved.result)
    return tuple(
        _activity(solved, number, each, late.get(number), on_path=number in on_path)
        for number, each in enumerate(solved.placed)
        if not each.dropped
    )


def _activity(
    solved: Solved, number: int, each: Entry, late: tuple[date, date] | None, *, on_path: bool
) -> ScheduledActivity:
    result, target = solved.result, solved.yardstick.target
    finish = result.early_finish_day(number)
    total = result.total_float[number] if _has_float(solved) else None
    in_scope = number in solved.scope and not each.ongoing
    floats = {name: row[number] for name, row in solved.floats.items()}
    return ScheduledActivity(
        id=each.id,
        title=each.title,
        kind=each.kind,
        accountable=each.accountable,
        duration=each.duration,
        duration_assumed="duration" in each.assumed,
        early_start=result.early_start_day(number),
        early_finish=finish,
        late_start=result.late_start_day(number),
        late_finish=result.late_finish_day(number),
        total_float=total,
        free_float=result.free_float[number],
        float_to_promise=_to_promise(each, finish),
        critical=total is not None and total <= solved.settings.critical_at,
        on_critical_path=on_path,
        in_scope=in_scope if target else not each.ongoing,
        is_ongoing=each.ongoing,
        complete=each.finished is not None,
        started=each.started is not None or each.finished is not None,
        inferred=each.inferred,
        assumed=each.assumed,
        driven_by=next(drivers_of(solved, number), None),
        as_late_as_possible=late,
        float_to_earliest=floats.get("earliest"),
        float_to_expected=floats.get("expected"),
        float_to_latest=floats.get("latest"),
    )


def _has_float(solved: Solved) -> bool:
    """Return whether late dates mean something: some end of the window lies ahead."""
    return solved.yardstick.target is None or bool(solved.late_from)


def _to_promise(each: Entry, finish: date) -> int | None:
    if each.due is None or each.finished is not None or each.ongoing:
        return None
    return each.calendar.count(finish, each.due)


def drivers_of(solved: Solved, number: int) -> Iterator[Driver]:
    """Yield what bounds an activity, strongest first: the first one set its date."""
    for bound in solved.bounds[number]:
        yield _driver(solved, number, bound)


def _driver(solved: Solved, number: int, bound: Bound) -> Driver:
    each = solved.placed[number]
    if bound.link is None:
        return Driver(
            kind=bound.kind,
            words=_words(solved, each, bound),
            day=bound.day,
            assumed=bound.kind is DriverKind.OWN_PROMISE and is_assumed(solved, f"{each.id} due"),
        )
    successor, link = solved.dependencies[bound.link]
    return Driver(
        kind=DriverKind.LINK,
        words=link_words(solved, bound.link),
        predecessor=link.id,
        type=link.type,
        lag=link.lag,
        lag_unit=link.lag_unit,
        assumed=is_assumed(solved, f"{successor} after {link.id}"),
        day=bound.day,
    )


def link_words(solved: Solved, number: int) -> str:
    """Return what a link waits for, such as ``"A finishes 28 June 2024, then 5 working days"``."""
    _, link = solved.dependencies[number]
    before = solved.numbers[link.id]
    from_start = LINK_WORDS[link.type] == "starts"
    result = solved.result
    day = result.early_start_day(before) if from_start else result.early_finish_day(before)
    lag = ""
    if link.lag:
        count = abs(link.lag)
        unit = link.lag_unit.value.replace("-", " ")
        unit = unit[:-1] if count == 1 else unit
        lag = f", then {count} {unit}" if link.lag > 0 else f", less a lead of {count} {unit}"
    did = "was cancelled and passes on" if solved.placed[before].dropped else LINK_WORDS[link.type]
    return f"{link.id} {did} {day_words(day)}{lag}"


def _words(solved: Solved, each: Entry, bound: Bound) -> str:
    day = "" if bound.day is None else day_words(bound.day)
    match bound.kind:
        case DriverKind.PROJECT_START:
            return f"the plan starts {day_words(solved.start)}"
        case DriverKind.DATA_DATE:
            return f"what is not done by {day_words(solved.yardstick.on)} comes after it"
        case DriverKind.CONSTRAINT:
            return _constraint_words(each, bound, day)
        case DriverKind.ACTUAL:
            return f"a fact: it was done {day}"
        case DriverKind.OWN_PROMISE:
            return f"its own promise: nobody expects it before {day}"
        case _:
            return f"others set its date: {day}"


def _constraint_words(each: Entry, bound: Bound, day: str) -> str:
    """Say what a constraint binds; a planned or forecast start is none that anybody wrote."""
    given = (kind for kind, _ in each.constraints)
    if bound.constraint is None or bound.constraint not in given:
        moment = "planned" if each.not_before == each.planned_start else "forecast"
        return f"its {moment} start, {day}"
    return f"its constraint: {bound.constraint.value.replace('-', ' ')} {day}"


def is_assumed(solved: Solved, fact: str) -> bool:
    """Return whether an assumption fills a fact, such as ``"S02 due"``."""
    return fact in solved.assumed

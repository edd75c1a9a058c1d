"""Where a plan's parts contradict one another: ids used twice, references to nothing."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, cast

from send_framework.errors import ModelError, did_you_mean
from send_framework.model.action import Action, Milestone
from send_framework.model.commitments import Commitment
from send_framework.model.inspection import Event
from send_framework.model.review import Meeting
from send_framework.model.uncertainty import Uncertain, Uncertainty
from send_framework.model.validation import ID_PATTERN, owner, shown_list

Path: TypeAlias = tuple[str | int, ...]
Placed: TypeAlias = tuple[Path, Any]
Known: TypeAlias = dict[str, None]
Work: TypeAlias = dict[str, Any]
Kinds: TypeAlias = tuple[tuple[type, ...], str]

FILLABLE = (
    "accountable", "answers", "calendar", "constraints", "contributors", "due", "duration",
    "forecast", "forecast_finish", "forecast_start", "lead", "must_finish_by", "needed_by",
    "planned_start", "remaining", "status",
)  # fmt: skip
_FILLS = re.compile(rf"({ID_PATTERN}) (?:after ({ID_PATTERN})|([a-z_]+))")
_WORD = "action, milestone, commitment, event or meeting"
AGENCY_FIELDS = ("accountable", "contributors", "agencies", "responsible", "successors", "lead")


def contradictions(plan: Any) -> tuple[ModelError, ...]:
    """Return every duplicate id and every reference to nothing, each with its path.

    Args:
        plan: A `Plan`, or anything with the same fields while a plan is being read.
    """
    return tuple(each_contradiction(plan))


def each_contradiction(plan: Any) -> Iterator[ModelError]:
    """Yield what `contradictions` returns, for a reader that stops at some number of them."""
    for space in _spaces(plan):
        yield from _duplicates(space)
    yield from _unknown(plan)
    yield from _fills(plan)
    yield from _overridden_twice(plan)
    yield from _uncertain(plan)


def placed_activities(plan: Any) -> Iterator[Placed]:
    """Yield everything a link may wait for, with its path in the plan."""
    for name in ("actions", "milestones", "commitments", "events"):
        yield from _placed(name, getattr(plan, name))
    for number, cycle in enumerate(plan.reviews):
        for series in ("planned", "held"):
            for place, meeting in enumerate(getattr(cycle, series)):
                yield ("reviews", number, series, place), meeting


def _placed(name: str, members: Iterable[Any]) -> Iterator[Placed]:
    for number, each in enumerate(members):
        yield (name, number), each


def _recommendations(plan: Any) -> Iterator[Placed]:
    for path, each in _placed("recommendations", plan.recommendations):
        yield path, each
        for number, part in enumerate(each.parts):
            yield (*path, "parts", number), part


def _spaces(plan: Any) -> Iterator[Iterable[Placed]]:
    """Yield each space in which an id may stand once."""
    yield placed_activities(plan)
    yield _recommendations(plan)
    names = ("agencies", "calendars", "inspections", "reviews", "measures", "windows")
    for name in (*names, "baselines", "assumptions", "register", "risks", "correlations"):
        yield _placed(name, getattr(plan, name))


def _duplicates(space: Iterable[Placed]) -> Iterator[ModelError]:
    seen: dict[str, Any] = {}
    for path, each in space:
        name = "key" if hasattr(each, "key") else "id"
        value = getattr(each, name)
        if value in seen:
            expected = f"that id is taken by {owner(seen[value])}; each needs its own"
            yield ModelError(owner(each), name, value, expected, (*path, name))
        seen.setdefault(value, each)


def _overridden_twice(plan: Any) -> Iterator[ModelError]:
    """Yield an error for each override of a rule that another already gives for the same time."""
    seen: set[tuple[object, ...]] = set()
    for path, each in _placed("rule_overrides", plan.rule_overrides):
        place = (each.framework, each.rule, each.in_force_from)
        if place in seen:
            expected = "another override says what this rule is from then on; one is expected"
            yield ModelError(f"{owner(each)} {each.rule}", "rule", each.rule, expected, path)
        seen.add(place)


def _unknown(plan: Any) -> Iterator[ModelError]:
    agencies = _ids(plan.agencies)
    asked = _ids(each for _, each in _recommendations(plan))
    work = _ids(each for _, each in placed_activities(plan))
    calendars = {"england": None, **_ids(plan.calendars)}
    inspections, measures = _ids(plan.inspections), _ids(plan.measures)
    scopes = {"monitoring": None, "reinspection": None, **work}
    for path, each in _everything(plan):
        for name in AGENCY_FIELDS:
            yield from _check(path, each, name, agencies, "agency")
        yield from _check(path, each, "answers", asked, "recommendation or part")
        yield from _check(path, each, "calendar", calendars, "calendar")
        yield from _check(path, each, "inspection", inspections, "inspection")
        yield from _check(path, each, "measures", measures, "measure")
        yield from _check(path, each, "scope", scopes, "scope")
        yield from _links(path, each, work, calendars)
    yield from _check((), plan, "calendar", calendars, "calendar")
    yield from _check((), plan, "answers_inspection", inspections, "inspection")
    if plan.partnership is not None:
        for name in ("local_authority", "boards", "members"):
            yield from _check(("partnership",), plan.partnership, name, agencies, "agency")


def _ids(members: Iterable[Any]) -> Known:
    """Return the ids in order; a dictionary, so that looking one up is quick."""
    return {each.id: None for each in members}


def _everything(plan: Any) -> Iterator[Placed]:
    yield from placed_activities(plan)
    for name in ("agencies", "recommendations", "reviews", "windows"):
        yield from _placed(name, getattr(plan, name))
    for number, baseline in enumerate(plan.baselines):
        for place, entry in enumerate(baseline.entries):
            yield ("baselines", number, "entries", place), entry


def _check(path: Path, each: Any, name: str, known: Known, word: str) -> Iterator[ModelError]:
    """Yield an error for each id in this field that names nothing."""
    if name == "measures" and not hasattr(each, "success_measures"):
        return
    value = getattr(each, name, None)
    several = isinstance(value, tuple)
    members = cast("Iterable[Any]", value) if several else (value,)
    for number, wanted in enumerate(members):
        if wanted is not None and wanted not in known:
            place = (*path, name, number) if several else (*path, name)
            yield _nothing(each, wanted, known, word, place)


def _nothing(each: Any, wanted: str, known: Known, word: str, place: Path) -> ModelError:
    hint = did_you_mean(str(wanted), list(known)) or shown_list(list(known))
    name = next(part for part in reversed(place) if isinstance(part, str) and part != "id")
    return ModelError(owner(each), name, wanted, f"no {word} has that id.{hint}", place)


def _links(path: Path, each: Any, work: Known, calendars: Known) -> Iterator[ModelError]:
    for number, link in enumerate(getattr(each, "after", ())):
        place = (*path, "after", number)
        if link.id not in work:
            yield _nothing(each, link.id, work, _WORD, (*place, "id"))
        if link.id == each.id:
            yield ModelError(owner(each), "after", link.id, "it cannot wait for itself", place)
        yield from _check(place, link, "lag_calendar", calendars, "calendar")


def _fills(plan: Any) -> Iterator[ModelError]:
    links = {
        each.id: {link.id for link in getattr(each, "after", ())}
        for _, each in placed_activities(plan)
    }
    for path, assumption in _placed("assumptions", plan.assumptions):
        for number, fact in enumerate(assumption.fills):
            found = _FILLS.fullmatch(fact)
            if found and _names_something(found, links):
                continue
            expected = f"'S01 duration' or 'S02 after S01' is expected, naming {_WHAT}"
            yield ModelError(owner(assumption), "fills", fact, expected, (*path, "fills", number))


def _names_something(found: re.Match[str], links: dict[str, set[str]]) -> bool:
    """Return whether a filled field is one of this plan's work or links."""
    return found[1] in links and (found[2] in links[found[1]] or found[3] in FILLABLE)


_WHAT = f"work of this plan and one of its links or fields ({', '.join(FILLABLE)})"


# --- what may turn out otherwise ------------------------------------------------------------------


def _uncertain(plan: Any) -> Iterator[ModelError]:
    """Yield an error for each uncertain number, approval, risk or correlation of nothing."""
    work = {each.id: each for _, each in placed_activities(plan)}
    yield from _numbers(plan, work)
    yield from _approvals(plan, work)
    for path, each in _placed("risks", plan.risks):
        yield from _named(path, each, "affects", work, _DELAYED)
    for path, each in _placed("correlations", plan.correlations):
        yield from _named(path, each, "of", work, _TIMED)
        yield from _check(path, each, "agency", _ids(plan.agencies), "agency")


_TIMED: Kinds = ((Action,), "only an action has a duration")
_DELAYED: Kinds = (
    (Action, Milestone, Commitment), "an action, milestone or commitment is expected"
)  # fmt: skip
_PROMISED: Kinds = ((Action, Milestone), "only an action or milestone has a promise")
_WAITING: Kinds = ((Action, Milestone, Commitment), "events and meetings wait for nothing")
_ANYTHING: Kinds = ((Action, Milestone, Commitment, Event, Meeting), "")
_ALLOWED = {
    Uncertain.DURATION: _TIMED,
    Uncertain.START: _ANYTHING,
    Uncertain.PROMISE: _PROMISED,
    Uncertain.LAG: _WAITING,
}


def _named(path: Path, each: Any, name: str, work: Work, kinds: Kinds) -> Iterator[ModelError]:
    """Yield an error for each id that names nothing, or nothing of these kinds."""
    yield from _check(path, each, name, dict.fromkeys(work), _WORD)
    value = getattr(each, name)
    several = isinstance(value, tuple)
    for number, wanted in enumerate(cast("Iterable[str]", value) if several else (value,)):
        if wanted in work and not isinstance(work[wanted], kinds[0]):
            place = (*path, name, number) if several else (*path, name)
            expected = f"{kinds[1]}; {wanted} is {_article(work[wanted])}"
            yield ModelError(owner(each), name, wanted, expected, place)


def _article(thing: object) -> str:
    word = type(thing).__name__.lower()
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _numbers(plan: Any, work: Work) -> Iterator[ModelError]:
    seen: set[object] = set()
    for path, each in _placed("uncertainties", plan.uncertainties):
        yield from _named(path, each, "of", work, _ALLOWED[each.what])
        if isinstance(work.get(each.of), _ALLOWED[each.what][0]):
            yield from _of_known(path, each, work[each.of])
        number = (each.of, each.what, each.after, _link_type(each, work.get(each.of)))
        if each.of in work and number in seen:
            expected = "another spread is given for the same number; one is expected"
            yield ModelError(owner(each), "of", each.of, expected, (*path, "of"))
        seen.add(number)


def _link_type(each: Uncertainty, target: Any) -> object:
    """Return which link is meant: the one named, else the first between the two."""
    if each.link_type is not None:
        return each.link_type
    links = getattr(target, "after", ())
    return next((link.type for link in links if link.id == each.after), None)


def _of_known(path: Path, each: Uncertainty, target: Any) -> Iterator[ModelError]:
    """Yield what is missing from the activity that an uncertain number belongs to."""
    if each.what is Uncertain.PROMISE and not _promised(target):
        expected = f"{each.of} promises nothing: it has no due or forecast date"
        yield ModelError(owner(each), "of", each.of, expected, (*path, "of"))
    if each.what is not Uncertain.LAG or each.after is None:
        return
    links = [link for link in target.after if link.id == each.after]
    fitting = [link for link in links if each.link_type in (None, link.type)]
    if not links:
        linked = list(dict.fromkeys(link.id for link in target.after))
        expected = f"{each.of} has no link after it.{shown_list(linked)}"
        yield ModelError(owner(each), "after", each.after, expected, (*path, "after"))
    elif len(fitting) != 1:
        kinds = " or ".join(link.type.value for link in links)
        expected = f"which link is meant? {each.of} waits for {each.after} by {kinds}"
        yield ModelError(owner(each), "link_type", each.link_type, expected, (*path, "link_type"))


def _promised(target: Any) -> bool:
    names = ("due", "forecast_finish", "forecast")
    return any(getattr(target, name, None) is not None for name in names)


def _approvals(plan: Any, work: Work) -> Iterator[ModelError]:
    seen: set[str] = set()
    for path, each in _placed("approvals", plan.approvals):
        yield from _named(path, each, "of", work, _DELAYED)
        if each.of in work and each.of in seen:
            expected = "it needs an approval already; give the second to a milestone before it"
            yield ModelError(owner(each), "of", each.of, expected, (*path, "of"))
        seen.add(each.of)

"""What is known of England's areas as JSON: one pure function per versioned shape.

`docs/reference/json.md` lists every key.
"""

from collections.abc import Sequence

from send_framework.formats.england_parts import Asked, England, KnownArea, WholeArea
from send_framework.formats.json_shapes import (
    RULE,
    Json,
    all_of,
    ends_of,
    maybe,
    pick,
    plain,
    sources_of,
)
from send_framework.model.window import WINDOW_ENDS, Deadline, Window
from send_framework.reference import (
    CommissioningGroup,
    FollowUp,
    LocalArea,
    NextInspection,
    PublicationTime,
    PublishedInspection,
    ServedArea,
    Spread,
    Tally,
    Wait,
    Waits,
)

# The keys of each object are the names of the attributes that fill them, in this order.
_AREA = (
    "name", "short_name", "dfe", "gss", "council_type", "region", "region_gss", "valid_from",
    "valid_to", "planned", "reissued",
)  # fmt: skip
_SUCCESSION = ("code", "part")
_DOUBT = ("as_of", "confidence", "note")
_SERVED = (
    "valid_from", "valid_to", "entire", "small_areas", "small_areas_of", "share", "minor",
    "named_in_report",
)  # fmt: skip
_GROUP = ("name", "ods", "gss", "valid_to", "successor")
_INSPECTION = (
    "first_day", "last_day", "on_site_start", "prints_fieldwork", "previous_first_day",
    "previous_last_day", "previous_note", "published", "outcome", "full_within_years",
    "monitoring_within_months", "report_url", "ofsted_urn",
)  # fmt: skip
_OBSERVED = ("first", "middle", "last", "n", "since")
_SHARE = ("outcome", "reports", "share", "areas", "interval")
_SPREAD = ("n", "least", "lower", "median", "upper", "most")
_WAIT = ("since", "first", "last", "least", "most", "inferred")


def areas_json(asked: Asked, query: str, found: Sequence[KnownArea]) -> Json:
    """Return areas in short as ``send-framework/areas/1``.

    Args:
        asked: Which day.
        query: The words they were found by.
        found: The areas.
    """
    return {**_opening("areas", asked), "query": query, "areas": [_known(each) for each in found]}


def area_json(asked: Asked, whole: WholeArea) -> Json:
    """Return everything known of an area as ``send-framework/area/1``.

    Args:
        asked: Which day.
        whole: The area.
    """
    area = whole.known.area
    return {
        **_opening("area", asked),
        "area": _known(whole.known),
        "predecessors": all_of(area.predecessors, _SUCCESSION),
        "successors": all_of(area.successors, _SUCCESSION),
        "boards": [_served(each) for each in whole.boards],
        "groups": [{**pick(each, _GROUP), **_grounds(each)} for each in whole.groups],
        "inspections": [_inspection(each) for each in whole.inspections],
        "follow_ups": [_follow_up(each) for each in whole.follow_ups],
        "official": [_official(each) for each in whole.official],
    }


def england_json(asked: Asked, england: England) -> Json:
    """Return England's picture as ``send-framework/england/1``.

    Args:
        asked: Which day.
        england: The picture.
    """
    picture = england.picture
    return {
        **_opening("england", asked),
        **pick(picture, ("framework", "as_of", "counted", "population_words")),
        "overall": _tally(picture.overall),
        "regions": [_tally(each) for each in picture.regions],
        "years": [_tally(each) for each in picture.years],
        "undated": [area.name for area in picture.undated],
        "publication": [_publication(each) for each in england.publication],
        "monitoring_waits": _waits(england.monitoring),
        "reinspection_waits": _waits(england.reinspection),
        "due": [{**_named(each.area), **_next(each)} for each in england.due],
        "not_inspected": [area.name for area in england.not_inspected],
        "inspections": [_inspection(each) for each in england.inspections],
    }


def _opening(shape: str, asked: Asked) -> Json:
    return {
        "schema": f"send-framework/{shape}/1",
        **pick(asked, ("on", "on_given", "complete_to")),
    }


def _named(area: LocalArea) -> Json:
    return pick(area, ("name", "dfe", "gss"))


def _grounds(each: LocalArea | ServedArea | CommissioningGroup) -> Json:
    return {**pick(each, _DOUBT), **sources_of(each.sources)}


def _known(each: KnownArea) -> Json:
    last = each.inspection
    return {
        **pick(each.area, _AREA),
        "boards": [pick(part.board, ("ods", "name")) for part in each.boards],
        "outcome": plain(last.outcome) if last else None,
        "published": plain(last.published) if last else None,
        "next": _next(each.next) if each.next else None,
        **_grounds(each.area),
    }


def _served(each: ServedArea) -> Json:
    return {
        **pick(each.board, ("ods", "name")),
        "area_gss": each.area.gss,
        **pick(each, _SERVED),
        **_grounds(each),
    }


def _inspection(each: PublishedInspection) -> Json:
    grounds = {**pick(each, _DOUBT), **sources_of(each.sources)}
    return {**_named(each.area), **pick(each, _INSPECTION), **grounds}


def _follow_up(each: FollowUp) -> Json:
    days = ("on_site_start", "on_site_end", "published", "expected")
    said = {name: date_.iso() if (date_ := getattr(each, name)) else None for name in days}
    return {
        **pick(each, ("kind", "framework", "found", "notified")),
        **said,
        **pick(each, ("on_site_inferred", "initial_end", "initial_published", "result")),
        **pick(each, ("sufficient", "weaknesses", *_DOUBT)),
        **sources_of(each.sources),
    }


def _official(what: Deadline | Window) -> Json:
    due = ("due", "due_latest", "provisional")
    days = ends_of(what) if isinstance(what, Window) else pick(what, due)
    return {
        "name": what.name,
        "kind": "window" if isinstance(what, Window) else "deadline",
        **days,
        **pick(what, ("confidence", "explanation")),
        "rule": maybe(what.rule, RULE),
        **sources_of(what.sources),
    }


def _next(each: NextInspection) -> Json:
    return {
        "what": each.what,
        "day": plain(each.day),
        "by_rule": _window(each.by_rule) if each.by_rule else None,
        "by_observation": maybe(each.by_observation, _OBSERVED),
        "none_found": each.none_found,
    }


def _window(window: Window) -> Json:
    """Return a window in short: its days without their evidence, which `official` has."""
    known = {name: plain(end.day) for name, end in window.ends()}
    days = {name: known.get(name) for name in WINDOW_ENDS}
    return {**days, "confidence": plain(window.confidence), "rule": maybe(window.rule, RULE)}


def _tally(each: Tally) -> Json:
    shares = all_of(each.outcomes, _SHARE)
    return {**pick(each, ("of", "reports", "areas", "population")), "outcomes": shares}


def _publication(each: PublicationTime) -> Json:
    days = ("working_days", "calendar_days")
    return {"of": each.of, **{name: pick(getattr(each, name), _SPREAD) for name in days}}


def _waits(each: Waits) -> Json:
    return {
        **pick(each, ("what", "since")),
        "least": _spread(each.least),
        "most": _spread(each.most),
        "waits": [_wait(wait) for wait in each.waits],
        "none_found": [area.name for area in each.none_found],
    }


def _spread(each: Spread | None) -> Json | None:
    return maybe(each, _SPREAD)


def _wait(each: Wait) -> Json:
    return {"name": each.area.name, **pick(each, _WAIT)}

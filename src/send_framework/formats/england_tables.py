"""What is known of England's areas as CSV, for programs: one row a thing.

Columns bear the names by which analysts join tables: `new_la_code` is the GSS code,
`old_la_code` the department's. `docs/reference/areas.md` lists them.
"""

from collections.abc import Iterable
from datetime import date

from send_framework.formats.csv_tables import csv_table
from send_framework.formats.england_parts import KnownArea, WholeArea
from send_framework.model.window import Deadline, Window
from send_framework.reference import (
    CommissioningGroup,
    FollowUp,
    LocalArea,
    PublishedInspection,
    ServedArea,
)


def areas_csv(found: Iterable[KnownArea]) -> str:
    """Return one row for each area.

    Args:
        found: The areas.
    """
    return _csv({**_join(each.area), **_area_row(each)} for each in found)


def inspections_csv(found: Iterable[PublishedInspection]) -> str:
    """Return one row for each inspection, with its outcome.

    Args:
        found: The inspections.
    """
    return _csv({**_join(each.area), **_inspection_row(each)} for each in found)


def area_csv(whole: WholeArea) -> str:
    """Return one row for each thing known of an area: boards, inspections, what is due.

    Args:
        whole: The area.
    """
    join = _join(whole.known.area)
    return _csv({**join, **row} for row in _things(whole))


def _join(area: LocalArea) -> dict[str, object]:
    """Return the columns by which a row is joined to others."""
    return {
        "la_name": area.name,
        "old_la_code": area.dfe,
        "new_la_code": area.gss,
        "region_name": area.region,
    }


def _area_row(each: KnownArea) -> dict[str, object]:
    last, upcoming = each.inspection, each.next
    return {
        "valid_from": each.area.valid_from,
        "valid_to": each.area.valid_to,
        "icb_ods": ";".join(part.board.ods for part in each.boards),
        "icb_name": ";".join(part.board.name for part in each.boards),
        "outcome": last.outcome.value if last else None,
        "published": last.published if last else None,
        "next": upcoming.what if upcoming else None,
        "next_day": upcoming.day if upcoming else None,
        **_row_grounds(each.area),
    }


def _inspection_row(each: PublishedInspection) -> dict[str, object]:
    return {
        "time_period": each.last_day.year if each.last_day else None,
        "inspection_start": each.first_day,
        "inspection_end": each.last_day,
        "on_site_start": each.on_site_start,
        "published": each.published,
        "outcome": each.outcome.value,
        "full_within_years": each.full_within_years,
        "monitoring_within_months": each.monitoring_within_months,
        "report_url": each.report_url,
        "ofsted_urn": each.ofsted_urn,
        **_row_grounds(each),
    }


def _things(whole: WholeArea) -> Iterable[dict[str, object]]:
    for group in whole.groups:
        yield _thing("commissioning group", group.name, group.ods, None, group.valid_to, group)
    for part in whole.boards:
        share = f"{part.share:.4f}"
        yield _thing(
            "board", part.board.name, part.board.ods, part.valid_from, part.valid_to, part, share
        )
    for each in whole.inspections:
        yield _thing(
            "inspection", "full", "", each.first_day, each.last_day, each, each.outcome.value
        )
    for visit in whole.follow_ups:
        first, last = (day.iso() if day else "" for day in (visit.on_site_start, visit.on_site_end))
        said = (visit.result.value if visit.result else "") if visit.found else "none found"
        yield _thing("follow-up", visit.kind.value, "", first, last, visit, said)
    for what in whole.official:
        yield _due_thing(what)


def _due_thing(what: Deadline | Window) -> dict[str, object]:
    ends = [end.day for _, end in what.ends()] if isinstance(what, Window) else []
    first, last = (ends[0], ends[-1]) if isinstance(what, Window) else (what.due, what.due_latest)
    rule = what.rule.rule if what.rule else ""
    row = _thing("official date", what.name, rule, first, last, None)
    doubt = what.confidence.value if what.confidence else ""
    return {**row, "source": ";".join(each.key for each in what.sources), "confidence": doubt}


def _thing(  # noqa: PLR0913, PLR0917 - one parameter for each column
    what: str,
    name: str,
    code: str,
    first: date | str | None,
    last: date | str | None,
    grounds: ServedArea | CommissioningGroup | PublishedInspection | FollowUp | None,
    value: str = "",
) -> dict[str, object]:
    return {
        "what": what, "name": name, "code": code, "first": first, "last": last, "value": value,
        **_row_grounds(grounds),
    }  # fmt: skip


def _row_grounds(
    each: LocalArea | ServedArea | CommissioningGroup | PublishedInspection | FollowUp | None,
) -> dict[str, object]:
    return {
        "as_of": each.as_of if each else None,
        "source": ";".join(source.key for source in each.sources) if each else "",
        "confidence": each.confidence.value if each and each.confidence else "",
        "note": each.note if each else "",
    }


def _csv(rows: Iterable[dict[str, object]]) -> str:
    """Return rows as CSV, with the columns of the first."""
    found = list(rows)
    return csv_table(list(found[0]) if found else (), found)

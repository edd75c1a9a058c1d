"""England as data: local areas, NHS boards, published outcomes, each fact with its source.

    from send_framework.reference import agencies_for, local_area, outcomes

Names are found in any usual form and never matched to a body that is merely similar. Everything
is read from files in the package when it is first asked for; nothing is fetched. What nobody
knows is ``None``. `docs/reference/areas.md` says what there is and where it comes from.
"""

from send_framework.reference.agencies import (
    agencies_for,
    agency_id,
    agency_of,
    heirs_in,
    partnership_for,
)
from send_framework.reference.areas import LocalArea, Succession, area_then, local_areas
from send_framework.reference.boards import (
    CareBoard,
    CommissioningGroup,
    ServedArea,
    boards,
    groups_ever,
    groups_of,
    parts_ever,
)
from send_framework.reference.comparing import Comparator, area_of, comparators
from send_framework.reference.due import NextInspection, ObservedDue, due_next, not_yet_inspected
from send_framework.reference.follow_ups import FollowUp, follow_ups
from send_framework.reference.inspections import (
    PublishedInspection,
    complete_to,
    inspections,
    latest_inspections,
)
from send_framework.reference.lookups import (
    areas_for,
    board,
    boards_for,
    local_area,
    search_areas,
)
from send_framework.reference.national import national_bodies
from send_framework.reference.packaged import Recorded
from send_framework.reference.picture import Counted, OutcomeShare, Picture, Tally, outcomes
from send_framework.reference.resolving import Body, Resolution, resolve
from send_framework.reference.spread import Spread, spread, wilson
from send_framework.reference.waiting import (
    PublicationTime,
    Wait,
    Waits,
    monitoring_waits,
    publication_times,
    reinspection_waits,
)

__all__ = [
    "Body",
    "CareBoard",
    "CommissioningGroup",
    "Comparator",
    "Counted",
    "FollowUp",
    "LocalArea",
    "NextInspection",
    "ObservedDue",
    "OutcomeShare",
    "Picture",
    "PublicationTime",
    "PublishedInspection",
    "Recorded",
    "Resolution",
    "ServedArea",
    "Spread",
    "Succession",
    "Tally",
    "Wait",
    "Waits",
    "agencies_for",
    "agency_id",
    "agency_of",
    "area_of",
    "area_then",
    "areas_for",
    "board",
    "boards",
    "boards_for",
    "comparators",
    "complete_to",
    "due_next",
    "follow_ups",
    "groups_ever",
    "groups_of",
    "heirs_in",
    "inspections",
    "latest_inspections",
    "local_area",
    "local_areas",
    "monitoring_waits",
    "national_bodies",
    "not_yet_inspected",
    "outcomes",
    "partnership_for",
    "parts_ever",
    "publication_times",
    "reinspection_waits",
    "resolve",
    "search_areas",
    "spread",
    "wilson",
]

"""What is told of England's areas: an area in short, an area in full, the whole picture."""

from datetime import date

from attrs import field, frozen

from send_framework.model.validation import many
from send_framework.model.window import Deadline, Window
from send_framework.reference import (
    CommissioningGroup,
    FollowUp,
    LocalArea,
    NextInspection,
    Picture,
    PublicationTime,
    PublishedInspection,
    ServedArea,
    Waits,
)


@frozen(kw_only=True)
class Asked:
    """Which day was asked about, and how far the data reaches.

    Attributes:
        on: The day.
        on_given: Whether the caller gave it; else it is today.
        complete_to: The day of the list of inspections.
    """

    on: date
    on_given: bool
    complete_to: date


@frozen(kw_only=True)
class KnownArea:
    """An area in short, on a day.

    Attributes:
        area: The area.
        boards: The boards that serve more than a little of it.
        inspection: Its last published inspection.
        next: What inspectors come for next.
    """

    area: LocalArea
    boards: tuple[ServedArea, ...] = field(default=(), converter=many)
    inspection: PublishedInspection | None = None
    next: NextInspection | None = None


@frozen(kw_only=True)
class WholeArea:
    """Everything known of an area.

    Attributes:
        known: The area in short.
        boards: Every board that has ever served a part of it.
        groups: The commissioning groups of before July 2022.
        inspections: Its published inspections, the oldest first.
        follow_ups: Its monitoring inspections and re-visits, found or not.
        official: What the rules derive from the last inspection.
    """

    known: KnownArea
    boards: tuple[ServedArea, ...] = field(default=(), converter=many)
    groups: tuple[CommissioningGroup, ...] = field(default=(), converter=many)
    inspections: tuple[PublishedInspection, ...] = field(default=(), converter=many)
    follow_ups: tuple[FollowUp, ...] = field(default=(), converter=many)
    official: tuple[Deadline | Window, ...] = field(default=(), converter=many)


@frozen(kw_only=True)
class England:
    """England's picture.

    Attributes:
        picture: Outcomes by region and year.
        publication: How long reports took.
        monitoring: How long areas waited for monitoring.
        reinspection: How long they waited for a full reinspection.
        due: The next inspection of every area inspected.
        not_inspected: Areas without a published inspection.
        inspections: Every inspection counted.
    """

    picture: Picture
    publication: tuple[PublicationTime, ...] = field(converter=many)
    monitoring: Waits
    reinspection: Waits
    due: tuple[NextInspection, ...] = field(converter=many)
    not_inspected: tuple[LocalArea, ...] = field(converter=many)
    inspections: tuple[PublishedInspection, ...] = field(converter=many)

"""What England's reference data knows of the bodies in a plan."""

from datetime import date

from attrs import evolve

from send_framework import Agency, AgencyKind, LocalAreaPartnership
from tests.checks.cases import Case, act, plan

SUFFOLK = Agency(id="SCC", name="Suffolk County Council", kind=AgencyKind.LOCAL_AUTHORITY)
SNEE = Agency(
    id="SNEE", name="NHS Suffolk and North East Essex ICB", kind=AgencyKind.INTEGRATED_CARE_BOARD
)
NORFOLK_AND_SUFFOLK = Agency(
    id="NSICB", name="NHS Norfolk and Suffolk ICB", kind=AgencyKind.INTEGRATED_CARE_BOARD
)
PARTNERSHIP = LocalAreaPartnership(
    name="Suffolk local area partnership", area="Suffolk", local_authority="SCC", boards="SNEE"
)
AFTER = date(2026, 4, 1)
ABOLISHED = plan(act(accountable="SNEE"), agencies=(SUFFOLK, SNEE), partnership=PARTNERSHIP)

BODIES = (
    Case(
        code="agency-abolished",
        raises=ABOLISHED,
        neighbour=plan(
            act(accountable="NSICB"),
            agencies=(SUFFOLK, NORFOLK_AND_SUFFOLK),
            partnership=evolve(PARTNERSHIP, boards="NSICB"),
        ),
        subject="SNEE",
        says="ended on 31 March 2026, and open work (A) still names it",
        on=AFTER,
    ),
)

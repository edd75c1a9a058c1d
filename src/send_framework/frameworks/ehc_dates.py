"""The time limits of one education, health and care plan, from the dates of its own case."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum

from attrs import evolve, field, frozen

from send_framework.dates import ApproximateDate, DateLike, when
from send_framework.frameworks.anchors import Case, Known
from send_framework.frameworks.ehc_process import EHC_PROCESS
from send_framework.frameworks.official_dates import in_order, results
from send_framework.frameworks.rulebook import RuleBook
from send_framework.model.source import Claim, Fact
from send_framework.model.validation import of_type, plain_day, some_text
from send_framework.model.window import Deadline, Window
from send_framework.working_days import ENGLAND, WorkingCalendar

_EXCEPTED = {
    "assessment-decided": "regulation 5(4)",
    "no-plan-decided": "regulation 10(4)",
    "plan-issued": "regulation 10(4)",
}
_CLOSED_FOR = timedelta(weeks=4)
_ASKED_BEFORE = timedelta(weeks=1)


@frozen(kw_only=True)
class EhcCase(Case):
    """The dates of one child's or young person's plan; the library needs no name for it.

    Attributes:
        request: An assessment was asked for, or the authority became responsible.
        advice_requested: Advice was asked for.
        draft_sent: The draft plan was served.
        school_consulted: A school or college was consulted.
        plan_issued: The final plan was issued.
        review_meeting: The review meeting, held or announced.
        amendment_notice: The notice of amendments was sent.
        phase_transfer: The move to another phase of school.
        post_16_transfer: The move to a post-16 institution.
        moved: The move to another local authority.
        mediation_requested: Mediation was asked for.
        decision: Notice of a decision that can be appealed against.
        mediation_certificate: The certificate was given.
        order_to_assess: The tribunal ordered an assessment.
        order_to_plan: The tribunal ordered a plan to be made.
        order_to_amend: The tribunal ordered a plan to be amended.
        order_to_name: The tribunal ordered a school to be named.

    Example:
        >>> str(EhcCase(review_meeting="2024-03-14").review_meeting)
        '14 March 2024'
    """

    request: ApproximateDate | None = field(default=None, converter=when)
    advice_requested: ApproximateDate | None = field(default=None, converter=when)
    draft_sent: ApproximateDate | None = field(default=None, converter=when)
    school_consulted: ApproximateDate | None = field(default=None, converter=when)
    plan_issued: ApproximateDate | None = field(default=None, converter=when)
    review_meeting: ApproximateDate | None = field(default=None, converter=when)
    amendment_notice: ApproximateDate | None = field(default=None, converter=when)
    phase_transfer: ApproximateDate | None = field(default=None, converter=when)
    post_16_transfer: ApproximateDate | None = field(default=None, converter=when)
    moved: ApproximateDate | None = field(default=None, converter=when)
    mediation_requested: ApproximateDate | None = field(default=None, converter=when)
    decision: ApproximateDate | None = field(default=None, converter=when)
    mediation_certificate: ApproximateDate | None = field(default=None, converter=when)
    order_to_assess: ApproximateDate | None = field(default=None, converter=when)
    order_to_plan: ApproximateDate | None = field(default=None, converter=when)
    order_to_amend: ApproximateDate | None = field(default=None, converter=when)
    order_to_name: ApproximateDate | None = field(default=None, converter=when)


class ExceptionParagraph(Enum):
    """The paragraph of regulation 5(4) or 10(4) that an exception is claimed under."""

    SCHOOL_CLOSED = "a"
    """The school was closed for 4 weeks or longer when advice was asked for."""
    B = "b"
    C = "c"
    D = "d"


@frozen(kw_only=True)
class EhcException(Fact):
    """Why an authority says that it need not meet a time limit.

    An exception excuses, it does not move: no rule gives another day. So the limit stays as it
    is, and the exception stands beside it.

    Attributes:
        paragraph: Which one; only (a) was read.
        reason: The reason given.
        closed: For (a), the first day on which the school was closed.
        reopened: For (a), the day on which it opened again.
        asked: For (a), the day on which its advice was asked for.

    Example:
        >>> summer = EhcException(
        ...     paragraph=ExceptionParagraph.SCHOOL_CLOSED, reason="summer holidays",
        ...     closed=date(2024, 7, 24), reopened=date(2024, 9, 4), asked=date(2024, 7, 19))
        >>> summer.holds
        True
    """

    paragraph: ExceptionParagraph = field(validator=of_type(ExceptionParagraph))
    reason: str = field(validator=some_text)
    closed: date | None = field(default=None, validator=plain_day)
    reopened: date | None = field(default=None, validator=plain_day)
    asked: date | None = field(default=None, validator=plain_day)

    @property
    def holds(self) -> bool | None:
        """Whether the days given bear it out; ``None`` where that cannot be said."""
        if self.closed is None or self.reopened is None or self.asked is None:
            return None
        long = self.reopened - self.closed >= _CLOSED_FOR
        return long and self.closed - _ASKED_BEFORE <= self.asked < self.reopened


def ehc_deadlines(  # noqa: PLR0913 - each option is asked for by its name
    case: EhcCase | None = None,
    *,
    request: DateLike = None,
    exceptions: Iterable[EhcException] = (),
    on: date | None = None,
    calendar: WorkingCalendar = ENGLAND,
    book: RuleBook = EHC_PROCESS,
) -> tuple[Deadline | Window, ...]:
    """Return the statutory time limits of a case, the earliest first.

    Weeks and days are those of the calendar: a limit may end on a Sunday or a bank holiday, and
    its explanation then says so. An exception stands beside the limits it excuses.

    Args:
        case: Its dates so far.
        request: The request for an assessment, where no more is known.
        exceptions: What the authority claims.
        on: The day whose close limits what is known; ``None`` for everything.
        calendar: Which days are working days, for the one limit that counts them.
        book: The rule book, with your own sources or editions.

    Example:
        >>> for limit in ehc_deadlines(request=date(2024, 1, 18)):
        ...     print(limit.due, limit.name)
        2024-02-29 Decision whether to assess
        2024-05-09 Decision not to issue a plan
        2024-06-06 Final plan issued
    """
    case = case or EhcCase()
    if request is not None:
        case = evolve(case, request=request)
    known = Known(book=book, inspection=case, on=on, calendar=calendar)
    claimed = tuple(exceptions)
    return tuple(_excepted(each, claimed) for each in in_order(results(known)))


def _excepted(each: Deadline | Window, exceptions: tuple[EhcException, ...]) -> Deadline | Window:
    """Return a limit with the exceptions claimed from it."""
    regulation = _EXCEPTED.get(each.rule.rule) if each.rule else None
    if regulation is None or not exceptions:
        return each
    claims = tuple(
        Claim(
            about="due",
            says=_claim_words(regulation, one),
            sources=one.sources,
            confidence=one.confidence,
        )
        for one in exceptions
    )
    told = "; ".join(claim.says for claim in claims)
    sentence = f"{each.explanation.removesuffix('.')}; {told}."
    return evolve(each, explanation=sentence, claims=(*each.claims, *claims))


def _claim_words(regulation: str, claimed: EhcException) -> str:
    borne_out = {True: "which the days given bear out", False: "which the days given contradict"}
    doubt = borne_out.get(claimed.holds) if claimed.holds is not None else "not checked"
    paragraph = f"{regulation}({claimed.paragraph.value})"
    return f"excused under {paragraph}, it is said: {claimed.reason} ({doubt})"

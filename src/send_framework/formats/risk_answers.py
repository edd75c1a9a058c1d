"""A simulation as JSON, ``send-framework/risk/1``, and as CSV with one row for each activity.

Within the version keys are only added. `docs/reference/json-risk.md` lists every key.
"""

from send_framework.formats.csv_tables import csv_table
from send_framework.formats.json_shapes import (
    FINISHES,
    SETTINGS,
    Json,
    all_of,
    chances_of,
    pick,
    target_of,
)
from send_framework.network.risk.results import (
    ActionRisk,
    MilestoneRisk,
    RemedyGain,
    RiskResult,
)

# The keys of each object are the names of the attributes that fill them, in this order.
_ACTION = (
    "id", "title", "accountable", "criticality", "cruciality", "sensitivity", "mean_duration",
    "deviation", "assumed", "days_gained", "p_ready_gain",
)  # fmt: skip
_REMEDY = ("remedy", "days_gained", "p_ready_gain", "p_ready_latest_gain")
_POINT = ("day", "share")
_AGENCY = ("agency", "criticality", "sensitivity", "activities")
_LEADING = ("activities", "share")
_EVENT = (
    "id", "title", "is_approval", "probability", "happened", "days_lost", "days_lost_if_happens",
    "p_ready_loss",
)  # fmt: skip
_INPUT = ("of", "what", "spread", "assumed", "reason", "has_effect")
_WEAKNESS = ("kind", "sentence", "activities")


def risk_json(risk: RiskResult) -> Json:
    """Return what a simulation found.

    Args:
        risk: The result.

    Returns:
        Chances, percentiles, what each activity contributes, and what all of it rests on.
    """
    return {
        "schema": "send-framework/risk/1",
        **pick(risk, ("title", "on", "on_given", "basis")),
        "target": target_of(risk.target),
        "settings": pick(risk.settings, SETTINGS),
        **pick(risk, ("samples", "seed", "sampling", "blocks")),
        **chances_of(risk.p_ready),
        **pick(risk, ("standard_error", "converged")),
        "finish": pick(risk.finish, FINISHES),
        **pick(risk, ("mean_finish", "deviation")),
        "curve": all_of(risk.curve, _POINT),
        "window_curve": all_of(risk.window_curve, _POINT),
        "actions": [_action(each) for each in risk.actions],
        "agencies": all_of(risk.agencies, _AGENCY),
        "leading": all_of(risk.leading, _LEADING),
        "events": all_of(risk.events, _EVENT),
        "milestones": [_milestone(each) for each in risk.milestones],
        "recommendations": [
            {**_milestone(each), "missing": [*each.missing]} for each in risk.recommendations
        ],
        "inputs": all_of(risk.inputs, _INPUT),
        **pick(risk, ("assumed_inputs", "assumed_share", "missing")),
        "weaknesses": all_of(risk.weaknesses, _WEAKNESS),
        "caveat": risk.caveat,
    }


def _action(each: ActionRisk) -> Json:
    return {**pick(each, _ACTION), "remedies": all_of(each.remedies, _REMEDY)}


def _milestone(each: MilestoneRisk) -> Json:
    return {**pick(each, ("id", "title")), "finish": pick(each.finish, FINISHES)}


RISK_COLUMNS = (
    *_ACTION,
    *(f"{remedy}_{what}" for remedy in ("certain", "halved", "on_time") for what in _REMEDY[1:]),
)
"""The columns of the table of activities."""


def risk_csv(risk: RiskResult) -> str:
    """Return one row for each activity in scope, most days gained first.

    Args:
        risk: The result.
    """
    return csv_table(RISK_COLUMNS, map(_row, risk.actions))


def _row(each: ActionRisk) -> Json:
    row = pick(each, _ACTION)
    for gain in each.remedies:
        row |= _gains(gain)
    return row


def _gains(gain: RemedyGain) -> Json:
    name = gain.remedy.value.replace("-", "_")
    return {f"{name}_{what}": value for what, value in pick(gain, _REMEDY[1:]).items()}

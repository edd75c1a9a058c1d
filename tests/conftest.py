"""What tests share: how hard hypothesis looks, and where the truth to compare with lies."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_ROOT = Path(__file__).resolve().parent.parent
_IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

# Measured lines and busy machines make single examples slow by chance: no deadline anywhere.
settings.register_profile("fast", max_examples=50, deadline=None)
settings.register_profile(
    "ci",
    max_examples=100,
    deadline=None,
    derandomize=True,  # the same commit gives the same answer
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],  # judges the machine, not the code
)
# The installed wheel is tested for what it lacks, not for what it computes.
settings.register_profile("installed", settings.get_profile("ci"), max_examples=20)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if _IN_CI else "fast"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of truth networks and sample reports, which is no part of the project."""
    folder = Path(os.environ.get("SEND_FRAMEWORK_SHARED") or _ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"no truth to compare with: there is no folder {folder}")
    return folder

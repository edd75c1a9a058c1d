"""Both YAML parsers: libyaml's, and PyYAML's own where that is not there."""

import pytest
import yaml


@pytest.fixture(params=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read with one parser, then with the other."""
    chosen = str(request.param)
    if chosen == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    return chosen

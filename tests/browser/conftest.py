"""A real browser: the system's Chromium, quiet, offline, one for each worker."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:  # these tests are collected, and deselected, where playwright is not installed
    from playwright.sync_api import Browser, BrowserContext, Page

QUIET = (
    "--no-sandbox",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name resolves: nothing can leave the machine
    "--font-render-hinting=none",
    "--disable-lcd-text",
)


class Opener(Protocol):
    """Opens a file as a reader would, in a context of its own."""

    def __call__(  # noqa: PLR0913 - each one is a way in which readers differ
        self,
        file: Path,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        scripts: bool = True,
        forced: bool = False,
    ) -> "Page":
        """Return the opened page."""
        ...


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """Return the system's Chromium, started once."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    if program is None:
        pytest.skip("no chromium on this machine: install Debian's package of that name")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: "Browser") -> Iterator[Opener]:
    """Return what opens pages; all are closed at the end of the test."""
    contexts: list[BrowserContext] = []

    def open_page(  # noqa: PLR0913 - each one is a way in which readers differ
        file: Path, *, width: int = 1280, height: int = 900, dark: bool = False,
        scripts: bool = True, forced: bool = False,
    ) -> "Page":  # fmt: skip
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            forced_colors="active" if forced else "none",
            java_script_enabled=scripts,
            reduced_motion="reduce",
            locale="en-GB",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return every page by its name, written once."""
    from tests.browser.written_pages import write_pages

    return write_pages(tmp_path_factory.mktemp("pages"))

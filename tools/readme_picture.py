"""Take the README's picture: the first screen of Suffolk's page, as `make demo` writes it.

    make demo
    python tools/readme_picture.py

It needs Chromium and the development environment. The picture is kept small: few colours say all.
"""

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGE, PICTURE = ROOT / "build" / "suffolk.html", ROOT / "docs" / "pictures" / "suffolk.png"
WIDTH, HEIGHT = 1100, 900
COLOURS = 64


def main() -> None:
    """Open the page, take its first screen, and write it with few colours."""
    program = shutil.which("chromium")
    if program is None or not PAGE.exists():
        sys.exit(f"Chromium and {PAGE.relative_to(ROOT)} are needed: run make demo first")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(PAGE.as_uri())
        taken = page.screenshot()
        browser.close()
    PICTURE.parent.mkdir(exist_ok=True)
    with Image.open(io.BytesIO(taken)) as picture:
        few = picture.convert("RGB").quantize(COLOURS)
        few.save(PICTURE, optimize=True)
    print(f"wrote {PICTURE.relative_to(ROOT)}, {PICTURE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()

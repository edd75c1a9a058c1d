"""A chart is the same on every run, names itself, and is written whole or not at all."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from send_framework.errors import DocumentError, MissingExtraError
from send_framework.formats.charts import Chart, measures_chart
from tests.formats.charts.drawn_charts import KINDS, charts_of, named, nasty_plan, tree
from tests.formats.html.pictures.drawn_plans import WINDOW, northshire

pytestmark = pytest.mark.extra

_AGAIN = """
import sys
from tests.formats.charts.drawn_charts import charts_of
from tests.formats.html.pictures.drawn_plans import WINDOW, northshire
for chart in charts_of(northshire(), WINDOW).values():
    sys.stdout.buffer.write(chart.svg().encode() + chart.png(40))
"""


@pytest.fixture(scope="module")
def drawn() -> dict[str, Chart]:
    """Return Northshire's charts."""
    return charts_of(northshire(), WINDOW)


def test_another_process_draws_the_same_bytes(drawn: dict[str, Chart]) -> None:
    """Ids, dates and the order of sets are not left to chance."""
    here = b"".join(each.svg().encode() + each.png(40) for each in drawn.values())
    root = Path(__file__).resolve().parents[3]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(root)}
    again = subprocess.run(
        [sys.executable, "-c", _AGAIN], check=True, capture_output=True, env=environment, cwd=root
    )
    assert again.stdout == here


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_names_and_describes_itself(drawn: dict[str, Chart], kind: str) -> None:
    """Whoever listens to it hears what it shows; its text is text; it loads nothing."""
    chart, root = drawn[kind], tree(drawn[kind])
    assert root.get("role") == "img"
    assert [each.text for each in named(root, "title")] == [chart.title]
    assert [each.text for each in named(root, "desc")] == [chart.alt_text]
    assert any("Northshire" in "".join(each.itertext()) for each in named(root, "text"))
    assert not named(root, "metadata")
    assert not named(root, "image")
    assert not named(root, "script")


def test_words_in_mark_up_are_words() -> None:
    """A plan's title with mark-up in it stands in the description of no drawing as mark-up."""
    chart = measures_chart(nasty_plan())
    root = tree(Chart(title="<b>&", alt_text="</desc><script>", figure=chart.figure))
    assert [each.text for each in named(root, "title")] == ["<b>&"]
    assert [each.text for each in named(root, "desc")] == ["</desc><script>"]
    assert not named(root, "script")


def test_an_image_carries_its_words(drawn: dict[str, Chart]) -> None:
    """Programs that show the properties of an image show them; nothing says who made it when."""
    from PIL import Image

    chart = drawn["gantt"]
    with Image.open(BytesIO(chart.png(96))) as image:
        width, height = chart.figure.get_size_inches()
        assert image.size == (int(width * 96), int(height * 96))
        assert image.info["Title"] == "Gantt chart"
        assert image.info["Description"] == chart.alt_text
        assert set(image.info) <= {"Title", "Description", "dpi"}


def test_a_huge_chart_gets_fewer_dots(drawn: dict[str, Chart]) -> None:
    """What no program could open is not written."""
    from PIL import Image

    from send_framework.formats.charts.rendering import as_png
    from send_framework.formats.charts.sheet import Sheet

    with Image.open(BytesIO(as_png(Sheet(96).cut(9600, width=96_000), "", "", 600))) as image:
        assert image.size[0] * image.size[1] <= 80_000_000
    with Image.open(BytesIO(as_png(Sheet(96).cut(96, width=960_000), "", "", 600))) as image:
        assert max(image.size) <= 40_000
    assert len(drawn["gantt"].png(200)) > len(drawn["gantt"].png(50))


def test_the_style_of_others_changes_nothing_and_is_left_to_them() -> None:
    """A reader's own settings of matplotlib do not reach a chart, nor a chart's them."""
    import matplotlib as mpl

    before = measures_chart(northshire())
    plain = before.svg(), before.png(40)
    with mpl.rc_context({"font.size": 30.0, "savefig.dpi": 10.0, "svg.fonttype": "path"}):
        chart = measures_chart(northshire())
        assert (chart.svg(), chart.png(40)) == plain
        assert (mpl.rcParams["font.size"], mpl.rcParams["svg.fonttype"]) == (30.0, "path")


def test_pyplot_keeps_no_chart() -> None:
    """A server that draws a million charts keeps none of them."""
    code = (
        "import sys; from tests.formats.charts.drawn_charts import *; "
        "measures_chart(many(1)).png(30); print('matplotlib.pyplot' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert done.stdout == "False\n"


def test_a_file_is_named_by_what_is_in_it(drawn: dict[str, Chart], tmp_path: Path) -> None:
    """PNG or SVG by the end of the name; nothing is overwritten unasked."""
    chart = drawn["measures"]
    chart.save(tmp_path / "measures.svg")
    chart.save(tmp_path / "measures.PNG", dpi=40)
    assert (tmp_path / "measures.svg").read_text(encoding="utf-8") == chart.svg()
    assert (tmp_path / "measures.PNG").read_bytes() == chart.png(40)
    with pytest.raises(DocumentError, match="the file exists"):
        chart.save(tmp_path / "measures.svg")
    chart.save(tmp_path / "measures.svg", force=True)


@pytest.mark.parametrize("name", ["chart.pdf", "chart", "chart.svg.gz"])
def test_other_kinds_of_files_are_refused_with_those_that_are_not(
    drawn: dict[str, Chart], tmp_path: Path, name: str
) -> None:
    """The message says what would be right, and no file is begun."""
    with pytest.raises(DocumentError, match=r"a chart's name ends in \.png or \.svg"):
        drawn["measures"].save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_notebook_shows_the_image_with_its_words() -> None:
    """The words are escaped: a title with quotes ends no attribute."""
    chart = measures_chart(nasty_plan())
    quoted = Chart(title="", alt_text='He said "<b>"', figure=chart.figure)
    shown = quoted._repr_html_()
    assert shown.startswith('<img alt="He said &#34;&lt;b&gt;&#34;" src="data:image/png;base64,iVB')


@pytest.mark.parametrize("kind", KINDS)
def test_without_the_library_the_line_to_type_is_given(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asking for a chart without the extra ends in a sentence, never in a traceback of imports."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"a chart needs .*send-framework\[charts\]"):
        _ask(kind)


def _ask(kind: str) -> None:
    from send_framework.formats import charts
    from send_framework.network.schedule import schedule
    from tests.formats.html.pictures.imagined_results import a_simulation

    plan = northshire()
    answer = schedule(plan)
    if kind in ("s-curve", "tornado"):
        {"s-curve": charts.s_curve_chart, "tornado": charts.tornado_chart}[kind](
            a_simulation(answer)
        )
    elif kind == "measures":
        charts.measures_chart(plan)
    else:
        getattr(charts, f"{kind}_chart")(plan, answer)

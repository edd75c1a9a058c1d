"""Whatever the plan, its page is whole, safe and readable."""

import base64
import hashlib
import re
from functools import cache
from itertools import pairwise

import pytest

from send_framework.formats.html.picture import clean, undirected
from tests.formats.html.example_pages import EVERY, HOSTILE, facts, hostile, large, page, suffolk
from tests.formats.html.reading_pages import ReadPage

every_page = pytest.mark.parametrize("name", EVERY)


@cache
def read(name: str) -> ReadPage:
    """Return a page as a parser sees it, read once."""
    return ReadPage(page(name))


@every_page
def test_every_element_is_closed(name: str) -> None:
    """No parser has to guess where an element ends."""
    assert read(name).unclosed == []


@pytest.mark.oracle
@every_page
def test_pages_are_html(name: str) -> None:
    """A strict parser of the HTML standard finds no error."""
    import html5lib  # type: ignore[import-untyped]

    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page(name))
    assert [(place, code) for place, code, _ in parser.errors] == []


@every_page
def test_ids_are_unique_and_references_lead_somewhere(name: str) -> None:
    """Every link inside the page, every label and every name finds its element."""
    found = read(name)
    assert len(set(found.ids)) == len(found.ids)
    wanted = [href[1:] for href in found.values("href") if href.startswith("#")]
    for attribute in ("aria-labelledby", "for", "aria-describedby"):
        wanted += [one for value in found.values(attribute) for one in value.split()]
    assert set(wanted) - set(found.ids) == set()


@every_page
def test_headings_are_in_order(name: str) -> None:
    """One first heading, no level left out, none without words."""
    headings = read(name).headings
    levels = [level for level, _ in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(words.strip() for _, words in headings)


@every_page
def test_landmarks_language_and_a_way_past_the_header(name: str) -> None:
    """A reader of the page by ear knows its language and its parts, and can skip to the main."""
    found = read(name)
    assert found.named("html")[0].attributes["lang"] == "en-GB"
    for landmark in ("header", "main", "footer"):
        assert len(found.named(landmark)) == 1
    links = found.named("a")
    assert links[0].attributes["href"] == "#main"


@every_page
def test_tables_have_captions_and_scopes(name: str) -> None:
    """Every table says what it holds, and every heading cell what it heads."""
    found = read(name)
    assert len(found.named("caption")) == len(found.named("table"))
    scopes = {each.attributes.get("scope") for each in found.named("th")}
    assert scopes <= {"col", "row", "rowgroup"}


@every_page
def test_wide_things_scroll_by_themselves_and_have_a_name(name: str) -> None:
    """Every table and every picture stands in a region that the keyboard reaches."""
    regions = [e for e in read(name).elements if e.attributes.get("role") == "region"]
    assert all(each.attributes["tabindex"] == "0" for each in regions)
    assert all({"aria-label", "aria-labelledby"} & set(each.attributes) for each in regions)
    assert len(regions) >= len(read(name).named("table"))


@every_page
def test_nothing_is_loaded_and_only_sources_lead_out(name: str) -> None:
    """A page works without a network: no address but those that somebody may follow."""
    found = read(name)
    assert {"img", "link", "iframe", "object", "embed", "form", "base"} & {
        each.name for each in found.elements
    } == set()
    for attribute in ("src", "srcset", "style", "action", "data", "poster", "background"):
        assert found.values(attribute) == []
    assert "url(" not in "".join(found.styles)
    assert "@import" not in "".join(found.styles)
    outside = [e for e in found.named("a") if not e.attributes["href"].startswith("#")]
    assert all(
        e.attributes["href"].startswith("https://") for e in outside if "rel" in e.attributes
    )
    assert all("rel" in each.attributes for each in outside)


@every_page
def test_the_policy_allows_this_style_and_this_script_and_nothing_else(name: str) -> None:
    """The hashes in the policy are those of the only style sheet and the only script."""
    found = read(name)
    policies = [
        e.attributes["content"] for e in found.named("meta") if "http-equiv" in e.attributes
    ]
    assert len(policies) == len(found.scripts) == len(found.styles) == 1

    def hashed(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    assert policies[0] == (
        f"default-src 'none'; style-src 'sha256-{hashed(found.styles[0])}'; "
        f"script-src 'sha256-{hashed(found.scripts[0])}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not any(each.startswith("on") for e in found.elements for each in e.attributes)


def test_hostile_text_is_shown_as_text() -> None:
    """Tags, quotes, template signs and reversed writing stay what they are."""
    found = read("hostile")
    assert len(found.named("script")) == 1
    shown = clean(HOSTILE)
    assert found.text.count(shown) > 10
    assert "javascript:alert(1)" in found.text
    assert not any(href.startswith("javascript") for href in found.values("href"))


def test_very_long_titles_stand_whole_in_their_place_and_short_elsewhere() -> None:
    """A text of 10,000 characters is lost nowhere, and does not stand wherever it is mentioned."""
    whole = clean(hostile().title)
    assert len(whole) > 10_000
    assert whole == clean(hostile().actions[0].title) == clean(hostile().recommendations[0].text)
    for before in ("<h1>", 'id="asked-PA1(a)"', 'id="why-A/1"'):
        after = ReadPage(page("hostile").partition(before)[2]).text
        assert whole in after[: len(whole) + 1_000]
    assert len(page("hostile")) < 250_000


def test_text_that_html_cannot_hold_becomes_a_sign() -> None:
    """Characters that Unicode keeps free are replaced, not passed on to the browser."""
    from attrs import evolve

    from send_framework.formats.html import page_of
    from tests.formats.html.example_pages import single

    strange = evolve(single(), title="A \ufdd0 plan \U0001ffff")
    found = ReadPage(page_of(facts(strange)))
    assert "A \ufffd plan \ufffd" in found.text


@pytest.mark.parametrize("name", ["suffolk-2024", "suffolk-2026", "compared"])
def test_suffolk_weighs_less_than_half_a_megabyte(name: str) -> None:
    """A page that is mailed and opened on a phone."""
    assert len(page(name).encode()) <= 500_000


def test_three_hundred_actions_stay_bearable() -> None:
    """The page grows with the plan, not with its square."""
    small, big = (len(page_of_large(count)) for count in (100, 300))
    assert big < 3.6 * small
    assert big < 2_000_000
    assert len(read("large").elements) < 40_000


def page_of_large(count: int) -> str:
    """Return the page of a plan of so many actions."""
    from send_framework.formats.html import page_of

    return page("large") if count == 300 else page_of(facts(large(count)))


def test_the_same_plan_gives_the_same_bytes() -> None:
    """No clock and no chance in a page."""
    from send_framework.formats.html import page_of

    assert page_of(facts(suffolk("2026-01"))) == page("suffolk-2026")


@every_page
def test_without_scripts_nothing_is_hidden_but_the_filters(name: str) -> None:
    """All findings are there, and no control that does nothing."""
    found = read(name)
    hidden = [each for each in found.elements if "hidden" in each.attributes]
    assert {each.attributes.get("id") for each in hidden} <= {"filters"}
    assert found.named("button") == []
    for each in EVERY[name]().findings:
        assert undirected(" ".join(each.message.split())) in found.text


def test_every_activity_explains_its_dates() -> None:
    """Each has a section with the sentence of the network, and the numbers lead there."""
    told = EVERY["suffolk-2026"]()
    found = read("suffolk-2026")
    for each in told.explanations:
        assert f"why-{each.id}" in found.ids
        assert each.sentence in found.text
    assert found.values("href").count("#why-S14") > 5


def test_numbers_of_the_first_screen_are_links() -> None:
    """Every day and every float of the answer leads to its explanation."""
    lead = re.search(r'<p class="lead">(.*?)</p>', page("suffolk-2026"), re.DOTALL)
    assert lead is not None
    outside = re.sub(r"<a [^>]*>.*?</a>", "", lead[1])
    assert re.findall(r"\d+ working days|\d{4}", outside) == []
    figures = re.search(r'<dl class="figures">(.*?)</dl>', page("suffolk-2026"), re.DOTALL)
    assert figures is not None
    assert figures[1].count("<dd><a ") == figures[1].count("<dd>") == 5


def test_what_is_missing_is_said_in_words() -> None:
    """An empty plan is a page too: it says what would fill it."""
    words = read("empty").text
    for sentence in (
        "No inspection is expected, so there is nothing to be ready for",
        "The plan names no inspection that it answers, so no outcome is shown.",
        "The plan names no recommendation.",
        "The plan has no actions yet, so there is nothing to draw.",
        "The plan names no measure",
        "No simulation stands behind this page",
        "Only one version of the plan was given",
        "The plan names no source",
    ):
        assert sentence in words
    assert "no action has a date, a duration, or a link" in read("undated").text
    assert "A before B before A" in read("looped").text

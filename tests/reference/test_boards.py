"""Boards: every code and name, who served which area when, and the changes of April 2026."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from send_framework.errors import UnknownNameError
from send_framework.reference import areas_for, board, boards, boards_for, groups_of, local_area
from send_framework.reference.areas import every_area
from send_framework.reference.boards import every_board, every_group, every_part, groups_ever
from tests.reference.conftest import Raw

DAYS = ("2022-07-01", "2023-04-01", "2025-04-01", "2026-03-31", "2026-04-01", "2026-11-24")
BEFORE, AFTER = date(2026, 3, 31), date(2026, 4, 1)


def recount(raw: Raw, day: str, *, minor: bool) -> dict[str, list[str]]:
    """Return the boards of each area on a day, from the collected table alone."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in raw("area-icb"):
        if row["valid_from"] <= day <= (row["valid_to"] or "9999") and (
            minor or row["minor"] == "no"
        ):
            found[row["la_gss"]].append((-int(row["lsoa_count"]), row["icb_ods"]))
    return {gss: [ods for _, ods in sorted(parts)] for gss, parts in found.items()}


@pytest.mark.parametrize("minor", [False, True])
@pytest.mark.parametrize("day", DAYS)
def test_the_boards_of_every_area_are_those_of_the_collected_table(
    raw: Raw, day: str, *, minor: bool
) -> None:
    """On six days, with and without boards that serve less than a twentieth."""
    on = date.fromisoformat(day)
    counted = recount(raw, day, minor=minor)
    for area in every_area():
        if area.in_force_on(on):
            served = boards_for(area.gss, on=on, minor=minor)
            assert [part.board.ods for part in served] == counted[area.gss], area.name


@pytest.mark.parametrize("day", DAYS)
def test_shares_add_to_the_whole(day: str) -> None:
    """Every area has at least one board, and the parts are all of it."""
    on = date.fromisoformat(day)
    for area in every_area():
        if area.in_force_on(on):
            parts = boards_for(area, on=on, minor=True)
            assert sum(part.share for part in parts) == pytest.approx(1, abs=0.005)
            assert parts[0].entire == (len(parts) == 1) or area.name == "Oxfordshire"


def test_boards_and_areas_are_two_sides_of_one_table(raw: Raw) -> None:
    """If a board serves an area, the area is among the board's; nothing is left over."""
    for each in every_board():
        day = each.valid_from or date.min
        for part in areas_for(each, on=day, minor=True):
            assert each in [other.board for other in boards_for(part.area, on=day, minor=True)]
    here = sum(len(areas_for(each, on=AFTER, minor=True)) for each in boards(on=AFTER))
    assert here == sum(map(len, recount(raw, "2026-04-01", minor=True).values()))
    assert len(areas_for("QHM", on=AFTER, minor=True)) >= len(areas_for("QHM", on=AFTER))


def test_every_code_and_name_of_every_board_finds_it(raw: Raw) -> None:
    """NHS code, national statistics codes past and present, full and short name."""
    for row in raw("icbs"):
        for name in (
            row["ods_code"], f"ods:{row['ods_code']}", row["gss_code"], row["name"],
            f"{row['short_name']} ICB", f"NHS {row['short_name']} ICB", row["short_name"],
        ):  # fmt: skip
            assert board(name).ods == row["ods_code"], name
    assert board("E54000042").ods == board("E54000067").ods == "QRL"
    assert board("E54000052").ods == board("E54000063").ods == "QXU"


def test_codes_of_boards_and_groups_are_unique() -> None:
    """No code stands for two bodies."""
    of_boards = [code.value for each in every_board() for code in each.codes]
    codes = [*of_boards, *(code.value for each in every_group() for code in each.codes)]
    assert len(set(codes)) == len(codes)
    assert len(every_group()) == 106


def test_a_code_that_was_reissued_keeps_its_time() -> None:
    """Hampshire and Isle of Wight is one body with two codes."""
    codes = board("Hampshire and Isle of Wight").gss_codes
    assert [(code.value, code.valid_from, code.valid_to) for code in codes] == [
        ("E54000042", date(2022, 7, 1), BEFORE), ("E54000067", AFTER, None),
    ]  # fmt: skip


def test_twelve_boards_ended_and_six_began_in_april_2026() -> None:
    """And each that ended names who followed, who names it in turn."""
    ended = [each for each in every_board() if each.valid_to]
    assert (len(boards(on=BEFORE)), len(boards(on=AFTER)), len(ended)) == (42, 36, 12)
    assert sum(each.valid_from == AFTER for each in every_board()) == 6
    for each in ended:
        assert each.valid_to == BEFORE
        for heir in each.successors:
            came_from = {other.code: other.part for other in board(heir.code).predecessors}
            assert came_from[each.ods] == heir.part == (len(each.successors) > 1)
    assert sum(len(each.successors) for each in ended) == 16


def test_areas_whose_board_changed_in_april_2026(raw: Raw) -> None:
    """Counted from the collected columns of the list of areas."""
    changed = {
        row["gss_code"]
        for row in raw("local-areas")
        if row["icb_ods_2023_04"] and row["icb_ods_2023_04"] != row["icb_ods_2026_04"]
    }
    ours = {
        area.gss
        for area in every_area()
        if area.valid_to is None
        and [p.board for p in boards_for(area, on=BEFORE, minor=True)]
        != [p.board for p in boards_for(area, on=AFTER, minor=True)]
    }
    assert ours == changed
    assert len(ours) == 38


def test_a_part_lies_inside_the_life_of_its_board_and_its_area() -> None:
    """Nobody is served by what does not exist."""
    for part in every_part():
        for body in (part.board, part.area):
            assert (body.valid_from or date.min) <= (part.valid_from or date.min)
            assert (part.valid_to or date.max) <= (body.valid_to or date.max)


def test_boards_under_a_twentieth_were_never_named_in_a_report() -> None:
    """Which is why they are not offered as bodies of the partnership."""
    read = [part for part in every_part() if part.named_in_report is not None]
    assert [part.area.name for part in read if part.minor and part.named_in_report] == []
    assert [part.area.name for part in read if not part.minor and not part.named_in_report] == []
    assert all(part.minor == (part.share < 0.05) for part in every_part())
    assert [part.board.ods for part in boards_for("Hertfordshire", on=BEFORE)] == ["QM7"]


def test_before_boards_there_were_groups() -> None:
    """Suffolk had three; earlier than April 2021 the data does not reach."""
    suffolk = local_area("Suffolk")
    assert boards_for(suffolk, on=date(2022, 6, 30)) == ()
    assert [each.ods for each in groups_of(suffolk, date(2022, 6, 30))] == ["06L", "26A", "07K"]
    assert groups_of(suffolk, date(2022, 7, 1)) == groups_of(suffolk, date(2021, 3, 31)) == ()


def test_every_group_is_followed_by_a_board_of_one_of_its_areas(raw: Raw) -> None:
    """The successor in the list serves an area in which the group had small areas."""
    assert {each.ods for each in every_group()} == {row["ods_code"] for row in raw("ccgs")}
    for each in every_group():
        heirs = {
            part.board.ods
            for code in each.areas
            for part in boards_for(code, on=date(2022, 7, 1), minor=True)
        }
        assert each.successor in heirs
        assert each in groups_ever(local_area(each.areas[0]))


def test_names_in_order_are_the_order_of_boards() -> None:
    """A list for people is sorted by name."""
    assert all(one.name < other.name for one, other in pairwise(boards()))
    assert len(boards()) == 48


def test_a_board_is_returned_as_it_is_and_a_strange_one_refused() -> None:
    """Look-ups take what they gave; a mistyped name is answered with a near one."""
    essex = board("Essex ICB")
    assert board(essex) is essex
    with pytest.raises(UnknownNameError, match=r"names no integrated care board: .*Mid and South"):
        board("Mid and South Esex ICB")


def test_without_a_day_today_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else depends on the clock."""
    monkeypatch.setattr("send_framework.reference.lookups.today", lambda: BEFORE)
    assert [part.board.ods for part in boards_for("Norfolk")] == ["QMM"]
    assert [part.area.name for part in areas_for("QMM")] == ["Norfolk", "Suffolk"]

"""Invented inspection reports, written as PDF: the same structure, every word our own.

The writer knows nothing of the reader. It breaks lines and pages itself, so that a test knows
what stands where, and it leaves out only what nobody could read: a single cell whose page ends
exactly where a sentence does.
"""

from itertools import pairwise
from pathlib import Path

from attrs import field, frozen

SIGNS = ("\u2022", "\u2013", "\u00b7", "-")
"""What a bullet may begin with, of the signs that the usual fonts have."""
AIMS = {
    "typically-positive": (
        "The local area partnership\u2019s arrangements typically lead to positive experiences and "
        "outcomes for children and young people with special educational needs and/or "
        "disabilities (SEND). The next full area SEND inspection will be within approximately "
        "{years} years."
    ),
    "inconsistent": (
        "The local area partnership\u2019s arrangements lead to inconsistent experiences and "
        "outcomes for children and young people with special educational needs and/or "
        "disabilities (SEND). The next full area SEND inspection will be within approximately "
        "{years} years."
    ),
    "widespread-systemic-failings": (
        "There are widespread and/or systemic failings leading to significant concerns about the "
        "experiences and outcomes of children and young people with SEND. A monitoring "
        "inspection will be carried out within approximately {months} months. The next full "
        "reinspection will be within approximately {years} years. As a result of this inspection, "
        "a priority action plan (area SEND) has to be prepared."
    ),
}


@frozen(kw_only=True)
class Asked:
    """One recommendation to print.

    Attributes:
        paragraphs: Its paragraphs; those that begin with a bullet sign are bullets.
        bodies: The bodies of its left-hand cell, as one text; empty for none.
    """

    paragraphs: tuple[str, ...]
    bodies: str = ""


@frozen(kw_only=True)
class Printed:
    """A whole report to print, with how it looks."""

    area: str = "Northshire"
    title: str | None = None
    dates: str = "11 to 15 March 2024"
    before: str = "Dates of previous inspection: 6 to 10 June 2016"
    outcome: str = "inconsistent"
    months: str = "18"
    years: str = "three"
    actions: tuple[Asked, ...] = ()
    improvements: tuple[Asked, ...] = (
        Asked(paragraphs=("Leaders across the partnership should listen.",)),
    )
    council: str = "Northshire County Council"
    boards: str = "NHS Northshire and Midvale ICB"
    council_lead: str = "Ann Other, Director of Children\u2019s Services"
    board_lead: str = "Sam Else, Chief Executive Officer"
    second_board: str = ""
    second_lead: str = ""
    """A board in a third column of the details, and who leads it."""
    ofsted: int = 3
    cqc: int = 2
    law: str = "under section 20(1)(a) of the Children Act 2004."
    foot: str | None = None
    font: str = "Helvetica"
    size: float = 11
    left_share: float = 0.35
    height: float = 842
    open_breaks: bool = False
    headers: bool = True
    boxes: bool = False
    """Whether cells are drawn as outlines rather than line by line."""
    numbered: bool = False
    merged: bool = False
    """Whether neighbours with the same bodies share one left-hand cell."""
    team_table: bool = False
    team_cut: int = 0
    """After how many rows of the team the page ends; 0 for no such end."""
    imprint: bool = False
    """Whether a page about the publisher ends the report, without a heading of its own."""
    hyphened: tuple[str, ...] = ()
    """Words that are parted at the ends of lines; the report prints each once unparted."""
    leave_out: tuple[str, ...] = field(default=())


class _Writer:
    """Puts lines on pages, from the top to the foot."""

    left, right, top, bottom = 57.0, 538.0, 90.0, 90.0

    def __init__(self, printed: Printed) -> None:
        from fpdf import FPDF  # only tests of the extra have it

        self.printed = printed
        self.pdf = FPDF(unit="pt", format=(595, printed.height))
        self.pdf.core_fonts_encoding = "cp1252"
        self.pdf.set_auto_page_break(auto=False)
        self.step = printed.size * 1.35
        self.page()

    def page(self) -> None:
        self.pdf.add_page()
        self.pdf.set_font(self.printed.font, size=self.printed.size)
        self.y = self.top
        foot = self.printed.foot
        if foot is None:
            foot = f"{self.printed.area} Local Area Partnership, {self.printed.dates}"
        below = self.printed.height - 40
        self.pdf.text(self.left, below, f"Area SEND inspection report: {foot}")
        self.pdf.text(self.right - 10, below, str(self.pdf.page))

    @property
    def last(self) -> float:
        return self.printed.height - self.bottom

    def room(self, height: float) -> None:
        if self.y + height > self.last:
            self.page()

    def broken(self, text: str, width: float) -> list[str]:
        """Break a paragraph into lines no wider than this."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if self.pdf.get_string_width(longer) > width and lines[-1]:
                begin, end = self.parted(word, lines[-1], width)
                lines[-1] = f"{lines[-1]} {begin}".strip()
                lines.append(end)
            else:
                lines[-1] = longer
        return lines

    def parted(self, word: str, line: str, width: float) -> tuple[str, str]:
        """Return what of a word still goes on a line, with a hyphen, and what on the next."""
        half = len(word) // 2
        begin = f"{word[:half]}-"
        fits = self.pdf.get_string_width(f"{line} {begin}") <= width
        known = word.strip(".,;:") in self.printed.hyphened
        return (begin, word[half:]) if fits and known else ("", word)

    def write(self, text: str, *, gap: float = 6) -> None:
        """Print a paragraph over the whole width."""
        for line in self.broken(text, self.right - self.left):
            self.room(self.step)
            self.y += self.step
            self.pdf.text(self.left, self.y, line)
        self.y += gap

    def cell(self, paragraphs: tuple[str, ...], width: float) -> list[tuple[float, str]]:
        """Return a cell's lines, each with how far it is indented."""
        found: list[tuple[float, str]] = []
        for paragraph in paragraphs:
            bullet = paragraph.startswith(SIGNS)
            indent = 12.0 if bullet else 0.0
            lines = self.broken(paragraph, width - indent - 10)
            found += [(0.0 if number == 0 else indent, line) for number, line in enumerate(lines)]
        return found

    def border(self, edges: list[float], top: float, bottom: float, sides: str = "TB") -> None:
        """Draw the borders of one row."""
        if self.printed.boxes and sides == "TB":
            for one, other in pairwise(edges):
                self.pdf.rect(one, top, other - one, bottom - top)
            return
        for edge in edges:
            self.pdf.line(edge, top, edge, bottom)
        for side, height in (("T", top), ("B", bottom)):
            if side in sides:
                self.pdf.line(edges[0], height, edges[-1], height)

    def row(
        self, cells: tuple[tuple[str, ...], ...], edges: list[float], sides: str = "TB"
    ) -> None:
        """Print one row; where the page ends it goes on over the page."""
        widths = [other - one for one, other in pairwise(edges)]
        waiting = [self.cell(cell, width) for cell, width in zip(cells, widths, strict=True)]
        single = len(cells) == 1
        first = True
        while first or any(waiting):
            first = False
            fits = max(0, int((self.last - self.y - 8) / self.step))
            take = min(fits, max(map(len, waiting)))
            if single:
                take = _readable(waiting[0], take)
            if not take:
                self.page()
                continue
            more = any(len(lines) > take for lines in waiting)
            top = self.y
            for lines, edge in zip(waiting, edges, strict=False):
                for number, (indent, line) in enumerate(lines[:take], 1):
                    self.pdf.text(edge + 5 + indent, top + number * self.step, line)
            self.y = top + take * self.step + 6
            drawn = sides.replace("B", "") if more and self.printed.open_breaks else sides
            self.border(edges, top, self.y, drawn)
            waiting = [lines[take:] for lines in waiting]
            if more:
                self.page()


def _readable(lines: list[tuple[float, str]], take: int) -> int:
    """Return how many lines to take so that the page does not end where a sentence does."""
    while 0 < take < len(lines) and lines[take - 1][1].endswith((".", "!", "?")):
        take -= 1
    return take


def write_report(printed: Printed, path: Path) -> Path:
    """Write the report and return its path."""
    writer = _Writer(printed)
    _cover(writer)
    writer.write("What does the area partnership need to do better?")
    writer.write("\u2022 Some things should be better than they are.")
    _priority(writer)
    _improvement(writer)
    _details(writer)
    writer.pdf.output(str(path))
    return path


def _cover(writer: _Writer) -> None:
    printed = writer.printed
    for text in (
        "Local area partnership report",
        printed.title or f"Area SEND inspection of {printed.area} Local Area Partnership",
        f"Inspection dates: {printed.dates}",
        printed.before,
        "Inspection outcome",
        AIMS[printed.outcome].format(months=printed.months, years=printed.years),
        "Information about the local area partnership",
        f"{printed.council} and {printed.boards} are responsible.",
        *printed.hyphened,
    ):
        if text:
            writer.write(text)


def _priority(writer: _Writer) -> None:
    printed = writer.printed
    if not printed.actions:
        return
    writer.room(4 * writer.step)
    writer.write("Areas for priority action")
    middle = writer.left + (writer.right - writer.left) * printed.left_share
    edges = [writer.left, middle, writer.right]
    if printed.headers:
        writer.row((("Responsible body",), ("Areas for priority action",)), edges)
    if printed.merged:
        _merged(writer, edges)
        return
    for asked in printed.actions:
        writer.row(((asked.bodies,), asked.paragraphs), edges)


def _merged(writer: _Writer, edges: list[float]) -> None:
    """Print rows beside one left-hand cell that all of them share."""
    height = sum(
        len(writer.cell(each.paragraphs, edges[2] - edges[1])) * writer.step + 6
        for each in writer.printed.actions
    )
    writer.room(height)
    top = writer.y
    for number, line in enumerate(
        writer.broken(writer.printed.actions[0].bodies, edges[1] - edges[0] - 10), 1
    ):
        writer.pdf.text(edges[0] + 5, top + number * writer.step, line)
    for asked in writer.printed.actions:
        writer.row((asked.paragraphs,), edges[1:])
    writer.border(edges[:2], top, writer.y)


def _improvement(writer: _Writer) -> None:
    printed = writer.printed
    if "improvements" in printed.leave_out:
        return
    writer.room(4 * writer.step)
    writer.y += 10
    writer.write("Areas for improvement")
    edges = [writer.left, writer.right]
    if printed.headers:
        writer.row((("Areas for improvement",),), edges)
    if printed.numbered:
        items = (
            (f"{number}. {asked.paragraphs[0]}", *asked.paragraphs[1:])
            for number, asked in enumerate(printed.improvements, 1)
        )
        writer.row((tuple(part for item in items for part in item),), edges)
        return
    for asked in printed.improvements:
        writer.row((asked.paragraphs,), edges)


def _details(writer: _Writer) -> None:
    printed = writer.printed
    if "details" not in printed.leave_out:
        writer.room(12 * writer.step)
        writer.y += 10
        writer.write("Local area partnership details")
        board = "Integrated care board"
        rows = (
            ("Local authority", board, board),
            (printed.council, printed.boards, printed.second_board),
            (printed.council_lead, printed.board_lead, printed.second_lead),
            ("www.northshire.example", "www.midvale.example", "www.eastmere.example"),
        )
        count = 3 if printed.second_board else 2
        width = (writer.right - writer.left) / count
        edges = [writer.left + number * width for number in range(count + 1)]
        for row in rows:
            writer.row(tuple((text,) for text in row[:count]), edges)
        writer.y += 10
    writer.write("Information about this inspection")
    writer.write(f"This inspection was carried out {printed.law}")
    if "team" not in printed.leave_out:
        _team(writer)
    if printed.imprint:
        _imprint(writer)
    else:
        writer.write("If you are not happy with the inspection or the report, you can complain.")


def _imprint(writer: _Writer) -> None:
    writer.page()
    writer.pdf.set_font(writer.printed.font, size=7)
    about = "An office of inspectors (Ofsted) looks at schools, at care and at how both go together"
    for text in (f"{about}, and tells whoever wants to know it what it has found there.", "M1 2WD"):
        writer.y += writer.step
        writer.pdf.text(writer.left, writer.y, text)


def _team(writer: _Writer) -> None:
    printed = writer.printed
    writer.room(10 * writer.step)
    writer.write("Inspection team")
    middle = (writer.left + writer.right) / 2
    posts = (
        (
            f"Ann Other{number}, Ofsted HMI" if number < printed.ofsted else "",
            f"Sam Else{number}, CQC Inspector" if number < printed.cqc else "",
        )
        for number in range(max(printed.ofsted, printed.cqc))
    )
    rows = [("Ofsted", "Care Quality Commission"), *posts]
    for number, (left, right) in enumerate(rows):
        if printed.team_cut and number == printed.team_cut + 1:
            writer.page()
        if printed.team_table:
            writer.row(((left,), (right,)), [writer.left, middle, writer.right])
            continue
        writer.y += writer.step
        writer.pdf.text(writer.left, writer.y, left)
        writer.pdf.text(middle, writer.y, right)
    writer.y += 10

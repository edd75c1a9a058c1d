"""Turn the reference tables into the form the package carries, and back.

The wide tables are for people who collect: each row is complete and each source written out. The
packed ones are for the package: what another table already says is left out, sources are keys
into one list, and the days on which inspectors came to an area have one meaning. Packing loses
nothing, so the wide tables can always be had again:

    python tools/reference_data.py unpack FOLDER     write the wide tables to a folder
    python tools/reference_data.py pack FOLDER       read them and renew the package's
    python tools/reference_data.py compare FOLDER    say which of the package's files would change

`docs/how-to/update-the-reference-data.md` says when to use which.
"""

import argparse
import csv
import io
import re
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from send_framework.frameworks import rule_book
from send_framework.working_days import ENGLAND

Row: TypeAlias = dict[str, str]
Table: TypeAlias = list[Row]
Tables: TypeAlias = dict[str, Table]

PACKED = Path(__file__).resolve().parent.parent / "src" / "send_framework" / "reference" / "data"
COLLECTED = date(2026, 11, 24)
"""The day on which the tables were last compared with their sources."""

_GROUNDS = ("as_of", "source", "confidence", "note")
_DERIVED = ("notified", "on_site_start", "on_site_inferred")
COLUMNS = {
    "local-areas": (
        "name", "short_name", "dfe_code", "gss_code", "la_type", "region", "region_gss",
        "valid_from", "valid_to", "predecessors", "successors", *_GROUNDS,
    ),
    "local-areas-former": (
        "name", "dfe_code", "gss_code", "region", "valid_from", "valid_to", "successors",
        *_GROUNDS,
    ),
    "boards": (
        "short_name", "ods_code", "gss_code", "gss_code_history", "region", "nhs_region_code",
        "nhs_region_gss", "valid_from", "valid_to", "predecessors", "successors", *_GROUNDS,
    ),
    "area-boards": (
        "la_gss", "icb_ods", "valid_from", "valid_to", "extent", "lsoa_count", "lsoa_total",
        "minor", "named_in_report", *_GROUNDS,
    ),
    "groups": (
        "ods_code", "name", "gss_code", "valid_from", "valid_to", "successor_icb_ods",
        "sub_icb_location_gss_2022", "la_gss_2022", *_GROUNDS,
    ),
    "inspections": (
        "dfe_code", "inspection_start", "inspection_end", "previous_inspection_start",
        "previous_inspection_end", "previous_inspection_note", "published_date", "outcome",
        "next_inspection_within_years", "monitoring_within_months", "report_url", "ofsted_urn",
        *_GROUNDS,
    ),
    "follow-ups": (
        "dfe_code", "framework", "event_type", "start", "end", "date_precision", "notified",
        "on_site_start", "on_site_inferred", "published_date", "published_precision",
        "initial_inspection_end", "initial_report_published", "result", "sufficient_count",
        "weakness_count", "expected_around", *_GROUNDS,
    ),
    "sources": ("key", "title", "licence"),
}  # fmt: skip
"""The columns of each packed file."""


def _wide(packed: str, *first: str, last: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the columns of a packed file with others before them and before the grounds."""
    own = COLUMNS[packed][: -len(_GROUNDS)]
    return (*first, *own, *last, "source", "confidence", "note")


WIDE = {
    "local-areas": _wide(
        "local-areas", last=("icb_ods_2022_07", "icb_ods_2023_04", "icb_ods_2026_04")
    ),
    "local-areas-former": _wide("local-areas-former", last=("icb_ods",)),
    "icbs": _wide("boards", "name"),
    "area-icb": (
        "la_gss", "la_name", "dfe_code", "icb_ods", "icb_name", "valid_from", "valid_to",
        "extent", "lsoa_count", "lsoa_total", "lsoa_share", "minor", "named_in_report",
        "source", "confidence", "note",
    ),
    "ccgs": _wide("groups"),
    "published-outcomes": (
        "area_name", "dfe_code", "gss_code", "region", *_wide("inspections")[1:],
    ),
    "monitoring-inspections": (
        "area_name", "dfe_code", "gss_code",
        *(name for name in _wide("follow-ups")[1:] if name not in _DERIVED),
    ),
}  # fmt: skip
"""The columns of each wide table."""

PACKED_AS = {
    "local-areas": "local-areas",
    "local-areas-former": "local-areas-former",
    "icbs": "boards",
    "area-icb": "area-boards",
    "ccgs": "groups",
    "published-outcomes": "inspections",
    "monitoring-inspections": "follow-ups",
}

# --- sources ------------------------------------------------------------------------------------

# The sources that many rows share get a name; every other is known by the page it begins with.
_NAMED = {
    "dfe-list": ("DfE list of local authority codes", "MIT, content OGL-UK-3.0"),
    "outcomes-2026-06-29": (
        "github data-to-insight/ofsted-send-scrape-tool, index.html of 29 June 2026",
        "MIT, content OGL-UK-3.0",
    ),
    "outcomes-2026-05-25": (
        "github data-to-insight/ofsted-send-scrape-tool, index.html up to 25 May 2026",
        "MIT, content OGL-UK-3.0",
    ),
    "ons-boards": ("ONS lookup LSOA11-SICBL22", "MIT, content OGL-UK-3.0"),
    "ons-footprints": ("ONS LSOA lookups (July 2022", "MIT, content OGL-UK-3.0"),
    "ons-groups": ("ONS lookups of April 2021 (CCG)", "MIT, content OGL-UK-3.0"),
    "boards-2026-codes": ("ODS succession events of 1 April 2026", "facts only"),
    "boards-2026-areas": ("ODS succession table in github rcpch", "facts only"),
    "order-2024-1328": (
        "Barnsley and Sheffield (Boundary Change) Order 2024",
        "Crown copyright, facts only",
    ),
}
_REPORT = "report"
_REPORT_WORDS = " + report PDF in the same repository (file {})"
_FACTS_ONLY = "facts only"


class Register:
    """Every source with its key, in the order in which rows cite them."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        """Begin with the sources of a packed list."""
        self.titles = {row["key"]: row["title"] for row in rows}
        self.licences = {row["key"]: row["licence"] for row in rows}

    def keys(self, cited: str, report_url: str) -> str:
        """Return the keys for a citation, its parts joined with ``;``."""
        report = _REPORT_WORDS.format(report_url.rpartition("/")[2])
        found: list[str] = []
        for part in cited.split(" | "):
            plain = part.removesuffix(report) if report_url else part
            found.append(self._key(plain))
            if plain != part:
                found.append(_REPORT)
        return ";".join(found)

    def _key(self, title: str) -> str:
        for key, known in self.titles.items():
            if known == title:
                return key
        key, licence = _named(title) or (self._free(_page(title)), _FACTS_ONLY)
        self.titles[key], self.licences[key] = title, licence
        return key

    def _free(self, name: str) -> str:
        taken = [key for key in self.titles if re.fullmatch(rf"{re.escape(name)}(-\d+)?", key)]
        return f"{name}-{len(taken) + 1}" if taken else name

    def citation(self, keys: str, report_url: str) -> str:
        """Return a citation in full."""
        text = ""
        for key in keys.split(";"):
            if key == _REPORT:
                text += _REPORT_WORDS.format(report_url.rpartition("/")[2])
            else:
                text += (" | " if text else "") + self.titles[key]
        return text

    def table(self) -> Table:
        """Return the packed list."""
        return [
            {"key": key, "title": title, "licence": self.licences[key]}
            for key, title in self.titles.items()
        ]


def _named(title: str) -> tuple[str, str] | None:
    for key, (begins, licence) in _NAMED.items():
        if title.startswith(begins):
            return key, licence
    return None


def _page(title: str) -> str:
    """Return a key from the page that a source begins with, or from its first words."""
    first = re.match(r"[\w.-]+\.[a-z]{2,}", title)
    words = first[0] if first else "-".join(re.findall(r"[a-z]+", title.lower())[:3])
    return words[:32].rstrip(".-")


def _as_of(citation: str) -> str:
    """Return the day of the list a row was taken from, else the day all was last compared."""
    for words, day in (
        ("29 June 2026", "2026-06-29"),
        ("up to 25 May 2026", "2026-05-25"),
        ("state of 27 July 2026", "2026-07-27"),
    ):
        if words in citation:
            return day
    return COLLECTED.isoformat()


# --- the days of a follow-up --------------------------------------------------------------------

_ON_SITE_WEEK = re.compile(r"start = day of notification; on site week of (\d+ \w+)")
_WHOLE_PROCESS = "day (announced window of the three-week process)"


def _visit(row: Row) -> Row:
    """Return the day of the call and the first day on site, whatever the row's own days mean."""
    start, precision = row["start"], row["date_precision"]
    if precision in ("", "day", "month"):
        return {"notified": "", "on_site_start": start, "on_site_inferred": ""}
    if named := _ON_SITE_WEEK.fullmatch(precision):
        day = _day_in(named[1], start[:4])
        return {"notified": start, "on_site_start": day, "on_site_inferred": ""}
    if precision == _WHOLE_PROCESS:
        # The process begins with the call; the rule book says how long before the visit it comes.
        notice = rule_book("area_send_2023").rule("notice-on-site")
        called = date.fromisoformat(start)
        day = ENGLAND.add(called, notice.edition_on(called).amount or 0).isoformat()
        return {"notified": start, "on_site_start": day, "on_site_inferred": "yes"}
    message = f"{row['area_name']}: nobody has said what the days mean: {precision!r}"
    raise SystemExit(message)


def _day_in(words: str, year: str) -> str:
    from send_framework.dates import ApproximateDate

    return ApproximateDate.parse(f"{words} {year}").iso()


# --- packing ------------------------------------------------------------------------------------


def pack(wide: Tables) -> Tables:
    """Return the packed tables of the wide ones."""
    register = Register()
    packed: Tables = {}
    for name, table in wide.items():
        target = PACKED_AS[name]
        packed[target] = [_packed(target, row, register) for row in table]
    packed["sources"] = register.table()
    return packed


def _packed(target: str, row: Row, register: Register) -> Row:
    full = {
        **row,
        **(_visit(row) if target == "follow-ups" else {}),
        "as_of": _as_of(row["source"]),
        "source": register.keys(row["source"], row.get("report_url", "")),
    }
    return {column: full[column] for column in COLUMNS[target]}


# --- unpacking ----------------------------------------------------------------------------------


def unpack(packed: Tables) -> Tables:
    """Return the wide tables of the packed ones."""
    register = Register(packed["sources"])
    adds = _additions(packed)
    wide: Tables = {}
    for name, target in PACKED_AS.items():
        wide[name] = []
        for row in packed[target]:
            full = {**row, **adds[name](row)}
            full["source"] = register.citation(row["source"], row.get("report_url", ""))
            wide[name].append({column: full[column] for column in WIDE[name]})
    return wide


def _additions(packed: Tables) -> dict[str, Callable[[Row], Row]]:
    """Return for each wide table what other tables say of its rows."""
    areas, former, served = (
        packed[name] for name in ("local-areas", "local-areas-former", "area-boards")
    )
    by_gss = {row["gss_code"]: row for row in (*former, *areas)}
    by_dfe = {row["dfe_code"]: row for row in (*former, *areas)}
    board = {row["ods_code"]: row["short_name"] for row in packed["boards"]}

    def boards(gss: str, day: str) -> str:
        found = [row for row in served if row["la_gss"] == gss and _holds(row, day)]
        found.sort(key=lambda row: -int(row["lsoa_count"]))
        return ";".join(row["icb_ods"] for row in found)

    def of_area(row: Row) -> Row:
        days = {"2022_07": "2022-07-01", "2023_04": "2023-04-01", "2026_04": "2026-04-01"}
        return {f"icb_ods_{name}": boards(row["gss_code"], day) for name, day in days.items()}

    def of_part(row: Row) -> Row:
        area = by_gss[row["la_gss"]]
        share = int(row["lsoa_count"]) / int(row["lsoa_total"])
        return {
            "la_name": area["name"], "dfe_code": area["dfe_code"],
            "icb_name": board[row["icb_ods"]], "lsoa_share": f"{share:.4f}",
        }  # fmt: skip

    def of_inspection(row: Row) -> Row:
        area = by_dfe[row["dfe_code"]]
        return {
            "area_name": area["name"], "gss_code": area["gss_code"], "region": area["region"],
        }  # fmt: skip

    return {
        "local-areas": of_area,
        "local-areas-former": lambda row: {"icb_ods": boards(row["gss_code"], "2022-07-01")},
        "icbs": lambda row: {"name": f"NHS {row['short_name']} Integrated Care Board"},
        "area-icb": of_part,
        "ccgs": lambda _: {},
        "published-outcomes": of_inspection,
        "monitoring-inspections": of_inspection,
    }


def _holds(row: Row, day: str) -> bool:
    return row["valid_from"] <= day and (not row["valid_to"] or day <= row["valid_to"])


# --- files --------------------------------------------------------------------------------------


def read(folder: Path, names: Iterable[str]) -> Tables:
    """Read tables from a folder."""
    found: Tables = {}
    for name in names:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found[name] = list(csv.DictReader(file))
    return found


def as_text(columns: Iterable[str], table: Table) -> str:
    """Return a table as CSV."""
    written = io.StringIO()
    writer = csv.DictWriter(written, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return written.getvalue()


def packed_texts(folder: Path) -> dict[str, str]:
    """Return the text of every packed file, made from the wide tables of a folder."""
    packed = pack(read(folder, WIDE))
    return {f"{name}.csv": as_text(COLUMNS[name], table) for name, table in packed.items()}


def main() -> int:
    """Run the command that was asked for, and return its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("command", choices=("pack", "unpack", "compare"))
    parser.add_argument("folder", type=Path, help="the folder of the wide tables")
    asked = parser.parse_args()
    if asked.command == "unpack":
        asked.folder.mkdir(parents=True, exist_ok=True)
        for name, table in unpack(read(PACKED, COLUMNS)).items():
            text = as_text(WIDE[name], table)
            (asked.folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="\n")
        return 0
    return _renew(packed_texts(asked.folder), write=asked.command == "pack")


def _renew(texts: dict[str, str], *, write: bool) -> int:
    changed = False
    for name, text in texts.items():
        path = PACKED / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        changed = True
        print(f"{name}: {'renewed' if write else 'differs'}")
        if write:
            path.write_text(text, encoding="utf-8", newline="\n")
    return int(changed and not write)


if __name__ == "__main__":
    sys.exit(main())

"""Official rules as data: what inspectors and the law demand, by when, and how sure that is.

`deadlines` gives the dated rules that follow from an inspection, `ehc_deadlines` those of one
child's plan, `target_window` the inspection that a plan must be ready for, `timeline` an area's
whole history with its future, `next_steps` what may come next, `rule_book` the rules themselves.
Read `rulebook` first.
"""

from send_framework.frameworks.application import Undated
from send_framework.frameworks.edition import AnchorEvent, Edition
from send_framework.frameworks.ehc_dates import (
    EhcCase,
    EhcException,
    ExceptionParagraph,
    ehc_deadlines,
)
from send_framework.frameworks.entries import Entry, EntryKind, State, Timeline
from send_framework.frameworks.next_steps import NextStep, next_steps
from send_framework.frameworks.official_dates import deadlines, undated
from send_framework.frameworks.outturns import Outturn
from send_framework.frameworks.overrides import book_for, books_for
from send_framework.frameworks.registry import find_rules, rule_book, rule_books
from send_framework.frameworks.rulebook import Gives, OutcomeRule, Revision, Rule, RuleBook
from send_framework.frameworks.target import target_window
from send_framework.frameworks.terms import inspection_mondays, term_calendar
from send_framework.frameworks.timeline import timeline

__all__ = [
    "AnchorEvent",
    "Edition",
    "EhcCase",
    "EhcException",
    "Entry",
    "EntryKind",
    "ExceptionParagraph",
    "Gives",
    "NextStep",
    "OutcomeRule",
    "Outturn",
    "Revision",
    "Rule",
    "RuleBook",
    "State",
    "Timeline",
    "Undated",
    "book_for",
    "books_for",
    "deadlines",
    "ehc_deadlines",
    "find_rules",
    "inspection_mondays",
    "next_steps",
    "rule_book",
    "rule_books",
    "target_window",
    "term_calendar",
    "timeline",
    "undated",
]

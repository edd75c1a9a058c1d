"""Official rules as data: what inspectors and the law demand, by when, and how sure that is.

`deadlines` gives the dated rules that follow from an inspection, `target_window` the inspection
that a plan must be ready for, `rule_book` the rules themselves. Read `rulebook` first.
"""

from send_framework.frameworks.application import Undated
from send_framework.frameworks.edition import AnchorEvent, Edition
from send_framework.frameworks.official_dates import deadlines, undated
from send_framework.frameworks.registry import rule_book, rule_books
from send_framework.frameworks.rulebook import Gives, OutcomeRule, Revision, Rule, RuleBook
from send_framework.frameworks.target import target_window

__all__ = [
    "AnchorEvent",
    "Edition",
    "Gives",
    "OutcomeRule",
    "Revision",
    "Rule",
    "RuleBook",
    "Undated",
    "deadlines",
    "rule_book",
    "rule_books",
    "target_window",
    "undated",
]

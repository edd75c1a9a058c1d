"""The one door to networkx: the plan as a graph, and what its shape alone can answer.

Everything here speaks of order and reach; dates come from `send_framework.network.schedule`.
Importing this room imports networkx, so whoever needs it only now and then imports it there.
"""

from send_framework.network.graph.exchange import END, START, from_networkx, to_networkx
from send_framework.network.graph.loops import (
    behind_cycles,
    cycle_members,
    cycles,
    loop_of_each,
    topological_order,
)
from send_framework.network.graph.loose_ends import LooseEnd, LooseEndKind, dangling, islands
from send_framework.network.graph.reach import ancestors, descendants, scope_of
from send_framework.network.graph.redundancy import RedundantLink, redundant_links
from send_framework.network.graph.structure import ActionGraph, plan_graph

__all__ = [
    "END",
    "START",
    "ActionGraph",
    "LooseEnd",
    "LooseEndKind",
    "RedundantLink",
    "ancestors",
    "behind_cycles",
    "cycle_members",
    "cycles",
    "dangling",
    "descendants",
    "from_networkx",
    "islands",
    "loop_of_each",
    "plan_graph",
    "redundant_links",
    "scope_of",
    "to_networkx",
    "topological_order",
]

"""The critical path to Suffolk's monitoring inspection, in May 2024 and in January 2026.

Run it: python examples/suffolk/critical_path.py
"""

from pathlib import Path
from textwrap import fill

from send_framework.formats.documents import load_plan
from send_framework.frameworks import target_window
from send_framework.network.reasons import explain
from send_framework.network.schedule import schedule

for file in sorted(Path(__file__).parent.glob("plan-*.yaml")):
    plan = load_plan(file)
    on = schedule(plan).on
    answer = schedule(plan, target=target_window(plan, on), on=on)
    print(f"{on}: {' -> '.join(answer.critical_path)}, finished {answer.finish}")
    for each in map(answer.activity, answer.critical_path):
        floats = (each.float_to_earliest, each.float_to_expected, each.float_to_latest)
        print(f"  {each.id} {each.title}")
        print(f"    {each.early_finish}, float to earliest, expected, latest: {floats}")
    why = explain(plan, answer, answer.critical_path[-1])
    print(f"  driven by {' -> '.join(why.chain)}")
    print(fill(f"  nobody published: {', '.join(why.assumed)}", 80, subsequent_indent=" " * 4))

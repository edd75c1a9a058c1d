"""Suffolk's plan in marimo: `marimo edit examples/notebooks/suffolk_marimo.py`."""

import marimo

app = marimo.App(app_title="Suffolk's plan")

with app.setup:
    from pathlib import Path

    from send_framework.formats.charts import gantt_chart
    from send_framework.formats.documents import load_plan
    from send_framework.formats.notebook import card
    from send_framework.frameworks import target_window
    from send_framework.network.schedule import schedule

    folder = Path(__file__).resolve().parent.parent / "suffolk"
    plan = load_plan(folder / "plan-2024-05.yaml")
    answer = schedule(plan, target=target_window(plan, schedule(plan).on))


@app.cell
def _() -> None:
    card(answer)


@app.cell
def _() -> None:
    gantt_chart(plan, answer)


if __name__ == "__main__":
    app.run()

"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // A link into a folded section unfolds it, also where the browser does not do so by itself.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    target?.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();

  // Tables that a narrow screen shows row by row are still tables, for browsers that forget it.
  const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };
  for (const part of all(".stack, .stack :is(thead, tbody, tr, td, th)")) {
    part.setAttribute("role", roles[part.localName]
      ?? (part.scope === "col" ? "columnheader" : "rowheader"));
  }

  // A chart wider than its frame begins where it is interesting: at the data date.
  for (const frame of all(".scroll.picture")) {
    const today = frame.querySelector(".p-today");
    if (!today || frame.scrollWidth <= frame.clientWidth) continue;
    const left = today.getBoundingClientRect().left - frame.getBoundingClientRect().left;
    frame.scrollLeft = left - frame.clientWidth * 0.6;
  }

  // The findings can be narrowed down; without scripts all of them are shown.
  const filters = document.getElementById("filters");
  if (filters) {
    const text = document.getElementById("find");
    const consequence = document.getElementById("consequence");
    const boxes = all("input[type=checkbox]", filters);
    const said = document.getElementById("found");
    const groups = all(".group").map((group) => ({
      group,
      rows: all(".finding", group).map((row) => ({ row, words: row.textContent.toLowerCase() })),
      words: all("h3, .soft", group).map((each) => each.textContent).join(" ").toLowerCase(),
    }));
    const total = groups.reduce((sum, each) => sum + each.rows.length, 0);
    let wait = 0;
    const narrow = () => {
      const wanted = text.value.trim().toLowerCase();
      const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
      const narrowed = wanted || consequence.value || severities.size < boxes.length;
      let shown = 0;
      for (const { group, rows, words } of groups) {
        const fits = severities.has(group.dataset.severity)
          && (!consequence.value || group.dataset.consequence === consequence.value);
        const whole = words.includes(wanted);
        let here = 0;
        for (const each of rows) {
          each.row.hidden = !(fits && (whole || each.words.includes(wanted)));
          here += each.row.hidden ? 0 : 1;
        }
        group.hidden = !here;
        for (const fold of all("details", group)) fold.open = Boolean(narrowed);
        shown += here;
      }
      clearTimeout(wait);
      wait = setTimeout(() => { said.textContent = `${shown} of ${total} findings shown`; }, 150);
    };
    filters.hidden = false;
    filters.addEventListener("input", narrow);
    filters.addEventListener("change", narrow);
    narrow();
  }

  // A table of plans is sorted by the buttons in its headings; without scripts it keeps its order.
  for (const table of all("table[data-sortable]")) {
    const heads = all("thead th", table);
    const body = table.tBodies[0];
    const said = document.getElementById("sorted");
    heads.forEach((head, place) => {
      if ("fixed" in head.dataset) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const way = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
        for (const each of heads) {
          if (each.hasAttribute("aria-sort")) {
            each.setAttribute("aria-sort", each === head ? way : "none");
          }
        }
        const key = (row) => row.cells[place].dataset.key ?? row.cells[place].textContent.trim();
        const missing = (row) => (key(row) === "" ? 1 : 0);
        const sign = way === "ascending" ? 1 : -1;
        const order = (a, b) => (Number.isNaN(a - b) ? a.localeCompare(b, "en-GB") : a - b);
        body.append(...[...body.rows].sort((a, b) => missing(a) - missing(b)
          || sign * order(key(a), key(b))));
        said.textContent = `Sorted by ${button.textContent.trim()}, ${way}`;
      });
    });
  }
})();

// Lets the arrow keys travel along the links of the network, lights those of a box, and buttons
// make it larger or dim what is not on the critical path.
// Without this script the network is a picture with a table behind it.
(() => {
  "use strict";
  const network = document.getElementById("network");
  const nodes = network ? [...network.querySelectorAll(".p-node")] : [];
  if (!nodes.length) return;
  const byId = new Map(nodes.map((node) => [node.dataset.id, node]));
  const named = (node, side) =>
    (node.dataset[side] || "").split(" ").map((id) => byId.get(id)).filter(Boolean);
  // Where the last step along a link could have led: up and down choose among these.
  let choices = nodes;

  function visit(node, among) {
    nodes.forEach((each) => each.setAttribute("tabindex", each === node ? "0" : "-1"));
    choices = among.length > 1 ? among : nodes;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest", inline: "center" });
  }
  function beside(node, step) {
    const list = choices.includes(node) ? choices : nodes;
    visit(list[(list.indexOf(node) + step + list.length) % list.length], list);
  }
  const steps = {
    ArrowRight: (node) => follow(node, "after"),
    ArrowLeft: (node) => follow(node, "before"),
    ArrowDown: (node) => beside(node, 1),
    ArrowUp: (node) => beside(node, -1),
    Home: () => visit(nodes[0], nodes),
    End: () => visit(nodes[nodes.length - 1], nodes),
    Enter: (node) => { location.hash = node.dataset.why; },
  };
  function follow(node, side) {
    const found = named(node, side);
    if (found.length) visit(found[0], found);
  }
  const links = new Map(nodes.map((node) => [node.dataset.id, []]));
  for (const link of network.querySelectorAll(".p-link[data-before]")) {
    for (const id of new Set([link.dataset.before, link.dataset.after])) links.get(id)?.push(link);
  }
  // The links of a box are lit while it is pointed at, else those of the box with the focus.
  let pointed = null;
  let lit = [];
  function light() {
    const node = pointed || nodes.find((each) => each === document.activeElement);
    for (const link of lit) link.classList.remove("p-lit");
    lit = node ? links.get(node.dataset.id) : [];
    for (const link of lit) link.classList.add("p-lit");
  }
  function point(node) {
    pointed = node;
    light();
  }

  network.setAttribute("role", "application");
  const hint = document.createElement("p");
  hint.id = "network-hint";
  hint.className = "p-hint";
  hint.textContent = "With the keyboard: right and left arrow follow the links, up and down " +
    "arrow choose among several, Enter opens why the date is what it is.";
  network.setAttribute("aria-describedby", "network-desc network-hint");
  nodes.forEach((node, place) => {
    node.setAttribute("role", "link");
    node.setAttribute("tabindex", place ? "-1" : "0");
    node.setAttribute("aria-label", node.querySelector("title").textContent);
    node.addEventListener("click", () => steps.Enter(node));
    node.addEventListener("focus", light);
    node.addEventListener("blur", light);
    node.addEventListener("pointerenter", () => point(node));
    node.addEventListener("pointerleave", () => point(null));
    node.addEventListener("keydown", (event) => {
      const step = steps[event.key];
      if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      step(node);
    });
  });

  const [, , width, height] = network.getAttribute("viewBox").split(" ").map(Number);
  const tools = document.createElement("div");
  tools.className = "p-tools";
  let size = 1;
  function resize(wanted) {
    size = Math.min(2, Math.max(0.25, wanted));
    network.setAttribute("width", Math.round(width * size));
    network.setAttribute("height", Math.round(height * size));
    said.textContent = `${Math.round(size * 100)} %`;
  }
  function button(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", () => act(made));
    tools.append(made);
    return made;
  }
  function only(made) {
    const pressed = network.classList.toggle("p-only");
    made.setAttribute("aria-pressed", String(pressed));
    if (pressed) network.querySelector(".p-step").scrollIntoView({ block: "nearest", inline: "center" });
  }
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button("Zoom in", () => resize(size * 1.25));
  button("Zoom out", () => resize(size / 1.25));
  button("Actual size", () => resize(1));
  tools.append(said);
  if (network.querySelector(".p-link.p-path")) {
    button("Show only the critical path", only).setAttribute("aria-pressed", "false");
  }
  const region = network.closest(".scroll");
  region.before(hint, tools);
})();

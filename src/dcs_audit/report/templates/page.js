"use strict";
(() => {
  // Marks of tone and hat are put aside, so that "cong khai" finds "công khai".
  const fold = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();

  const filter = bar => {
    const fields = [...bar.querySelectorAll("select")], search = bar.querySelector("input");
    const told = bar.querySelector("[role=status]");
    const entries = [...document.querySelectorAll("[data-entry]")].map(node =>
      ({node, text: fold(node.textContent), duties: Number(node.dataset.duties || 0)}));
    const lists = [...document.querySelectorAll("[data-list]")];
    const folded = [...document.querySelectorAll("details")];
    const all = entries.reduce((sum, entry) => sum + entry.duties, 0);
    const apply = () => {
      const text = fold(search.value.trim());
      const wanted = fields.filter(field => field.value).map(field => [field.name, field.value]);
      const active = wanted.length > 0 || text !== "";
      let shown = 0;
      for (const entry of entries) {
        const fits = wanted.every(([name, value]) => entry.node.dataset[name].split(" ").includes(value));
        const stays = fits && entry.text.includes(text);
        entry.node.classList.toggle("gone", !stays);
        if (stays) shown += entry.duties;
      }
      for (const list of lists) {
        list.classList.toggle("gone", active && !list.querySelector("[data-entry]:not(.gone)"));
      }
      for (const part of folded) part.open = active && Boolean(part.querySelector("[data-entry]:not(.gone)"));
      const line = shown ? told.dataset.shown : told.dataset.none;
      told.textContent = active ? line.replace("{shown}", shown).replace("{all}", all) : "";
    };
    const clear = () => {
      for (const field of [...fields, search]) field.value = "";
      apply();
    };
    for (const field of [...fields, search]) field.addEventListener("input", apply);
    bar.querySelector("button").addEventListener("click", clear);
    // A link within the page leads to what the filter hid.
    window.addEventListener("hashchange", () => {
      const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (goal && goal.closest(".gone")) {
        clear();
        goal.scrollIntoView();
      }
    });
    bar.hidden = false;
    clear();
  };

  const sort = table => {
    const order = new Intl.Collator(document.documentElement.lang, {numeric: true});
    const number = text => text === "–" ? -1 : Number(text.replace(",", "."));
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      const numeric = head.classList.contains("number");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const last = head.getAttribute("aria-sort");
        // Of numbers the largest comes first, of names the first of the alphabet.
        const down = last ? last === "ascending" : numeric;
        const rows = [...table.tBodies[0].rows].map(row => [row, row.cells[column].textContent]);
        rows.sort(([, a], [, b]) => (numeric ? number(a) - number(b) : order.compare(a, b)) * (down ? -1 : 1));
        table.tBodies[0].append(...rows.map(([row]) => row));
        heads.forEach(other => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
      });
    });
  };

  const bar = document.getElementById("filter");
  if (bar) filter(bar);
  document.querySelectorAll("table[data-sorted]").forEach(sort);

  // Paper has no summary to press.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const part of closed) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });
})();

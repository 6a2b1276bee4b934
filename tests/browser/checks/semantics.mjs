// What a page is to a program that reads it out: its landmarks, its headings, and tables that stay tables however they look.

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 1024 };

export async function semantics({ page, report }) {
  const facts = await page.evaluate(() => ({
    title: document.title.trim(),
    language: document.documentElement.lang,
    mains: document.querySelectorAll("main").length,
    levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.tagName[1])),
    empty: [...document.querySelectorAll(":is(th, td, li, dt, dd, p, a, h1, h2, h3, h4, h5, h6):empty")].map(
      (element) => element.outerHTML,
    ),
    merged: document.querySelectorAll("[rowspan], [colspan]").length,
    handlers: [...document.querySelectorAll("*")].filter((element) =>
      [...element.attributes].some((attribute) => attribute.name.startsWith("on")),
    ).length,
  }));
  if (facts.title === "") report("it has no title");
  if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(facts.language)) report(`its language is '${facts.language}'`);
  if (facts.mains !== 1) report(`it has ${facts.mains} main parts`);
  if (facts.levels.filter((level) => level === 1).length !== 1 || facts.levels[0] !== 1) report("it has not one h1, first");
  facts.levels.forEach((level, at) => {
    if (at > 0 && level > facts.levels[at - 1] + 1) report(`heading ${at + 1} skips a level`);
  });
  if (facts.empty.length > 0) report(`${facts.empty.length} elements hold nothing, first ${facts.empty[0]}`);
  if (facts.merged > 0) report(`${facts.merged} cells are merged`);
  if (facts.handlers > 0) report(`${facts.handlers} elements have a script`);
  const expected = await page.evaluate(tables);
  for (const [name, size] of [["wide", WIDE], ["narrow", NARROW]]) {
    await page.setViewportSize(size);
    const found = await exposed(page);
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      report(`${name}: its tables are read out as ${first(found, expected)}`);
    }
  }
  await page.setViewportSize(WIDE);
}

// Each table as it is written: its name, and the roles and texts of its cells.
function tables() {
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const role = (cell) => (cell.tagName === "TD" ? "cell" : cell.scope === "row" ? "rowheader" : "columnheader");
  return [...document.querySelectorAll("table")].map((table) => ({
    name: text(document.getElementById(table.getAttribute("aria-labelledby")) ?? document.createElement("i")),
    cells: [...table.querySelectorAll("th, td")].map((cell) => `${role(cell)} ${text(cell)}`),
  }));
}

// Each table as Chromium gives it to a screen reader.
async function exposed(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const isCell = (node) => ["cell", "gridcell", "rowheader", "columnheader"].includes(node.role?.value);
  const cells = (node) => {
    const children = (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
    return children.flatMap((child) => (!child.ignored && isCell(child) ? [child] : cells(child)));
  };
  const text = (node) => {
    if (node.role?.value === "StaticText") return node.name?.value ?? "";
    return (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).map(text).join("");
  };
  const tablesBelow = (node) => {
    const isTable = !node.ignored && node.role?.value === "table";
    const children = (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
    return isTable ? [node] : children.flatMap(tablesBelow);
  };
  return tablesBelow(nodes.find((node) => node.parentId === undefined)).map((table) => ({
    name: (table.name?.value ?? "").replace(/\s+/g, " ").trim(),
    cells: cells(table).map((cell) => `${cell.role.value} ${text(cell).replace(/\s+/g, " ").trim()}`),
  }));
}

function first(found, expected) {
  if (found.length !== expected.length) return `${found.length}, not ${expected.length}`;
  for (const [at, table] of expected.entries()) {
    const other = found[at];
    if (other.name !== table.name) return `'${other.name}', not '${table.name}'`;
    const cell = table.cells.findIndex((cell, place) => other.cells[place] !== cell);
    if (cell !== -1) return `'${other.cells[cell]}', not '${table.cells[cell]}', in '${table.name}'`;
    if (other.cells.length !== table.cells.length) return `${other.cells.length} cells in '${table.name}'`;
  }
  return "something else";
}

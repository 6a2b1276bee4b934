// Whether a page can be printed: black on white, header rows on every sheet, rows whole.

import { execFileSync } from "node:child_process";

export async function print({ page, file, report }) {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const facts = await page.evaluate(() => {
    const styles = (selector) => [...document.querySelectorAll(selector)].map((it) => getComputedStyle(it));
    const isRightTable = (table) =>
      getComputedStyle(table.tHead).display === "table-header-group" &&
      [...table.rows].every((row) => getComputedStyle(row).breakInside === "avoid" && getComputedStyle(row).display === "table-row");
    return {
      background: getComputedStyle(document.documentElement).backgroundColor,
      tables: [...document.querySelectorAll("table")].filter((table) => !isRightTable(table)).length,
      navigation: styles("nav, .skip").filter((style) => style.display !== "none").length,
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    };
  });
  if (facts.background !== "rgb(255, 255, 255)") report(`paper: its background is ${facts.background}`);
  if (facts.tables > 0) report(`paper: ${facts.tables} tables do not repeat their headers or break their rows`);
  if (facts.navigation > 0) report("paper: what leads around the page is printed");
  const paper = file.replace(/html$/, "pdf");
  await page.pdf({ path: paper, preferCSSPageSize: true, tagged: true });
  const headings = await page.evaluate(() => {
    const tables = [...document.querySelectorAll("table")];
    return tables.map((table) => ({ rows: table.rows.length, heading: table.tHead.rows[0].cells[0].textContent.trim() }));
  });
  const sheets = execFileSync("pdftotext", ["-layout", paper, "-"], { encoding: "utf8", maxBuffer: 1 << 28 }).split("\f");
  // A table of so many rows takes more than one sheet, and from then on every sheet begins with its header row.
  for (const { heading } of headings.filter(({ rows }) => rows > 100)) {
    const repeated = sheets.filter((sheet) => sheet.includes(heading)).length;
    if (repeated < sheets.length - 2) report(`paper: '${heading}' stands on ${repeated} of ${sheets.length} sheets`);
  }
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
}

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
  const long = await page.evaluate(() => {
    const tables = [...document.querySelectorAll("table")].filter((table) => table.rows.length > 50);
    return tables.map((table) => [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim()));
  });
  if (long.length > 0) headers(paper, long[0], report);
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
}

// Every sheet that shows a row of a long table begins with the table's header row.
function headers(paper, headings, report) {
  const text = execFileSync("pdftotext", ["-layout", paper, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const sheets = text.split("\f").filter((sheet) => sheet.trim() !== "");
  const row = new RegExp(headings.map((heading) => heading.replace(/[^\p{L}\p{N}]+/gu, ".*")).join("\\s+"), "u");
  const repeated = sheets.filter((sheet) => row.test(sheet)).length;
  // The title may stand on a sheet of its own, and so may the end of the page.
  if (sheets.length < 4 || repeated < sheets.length - 2) report(`paper: its header row is on ${repeated} of ${sheets.length} sheets`);
}

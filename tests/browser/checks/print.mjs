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
  if (await page.evaluate(leaveLongTable)) await headers(page, report);
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
}

// Takes everything away but the first long table and what it stands in; whether there is one.
function leaveLongTable() {
  const table = [...document.querySelectorAll("table")].find((table) => table.rows.length > 50);
  for (let kept = table; kept !== undefined && kept !== document.body; kept = kept.parentElement) {
    [...kept.parentElement.children].filter((element) => element !== kept).forEach((element) => element.remove());
  }
  return table !== undefined;
}

// Every sheet of the table begins with its header row.
async function headers(page, report) {
  const headings = await page.evaluate(() => [...document.querySelector("thead").rows[0].cells].map((cell) => cell.textContent.trim()));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 1 << 28 });
  const sheets = text.split("\f").filter((sheet) => sheet.trim() !== "");
  const row = new RegExp(headings.map((heading) => heading.replace(/[^\p{L}\p{N}]+/gu, ".*")).join("\\s+"), "u");
  const repeated = sheets.filter((sheet) => row.test(sheet)).length;
  if (sheets.length < 2 || repeated < sheets.length) report(`paper: its header row is on ${repeated} of ${sheets.length} sheets`);
}

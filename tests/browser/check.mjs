// Opens every page of a folder in Chromium and says what would keep a reader out of it.
//
//     node tests/browser/check.mjs DIR
//
// Prints a line for each fault and ends with 1 where there is one. What is printed on paper is left in DIR as NAME.pdf.
//
// A page that has a part which no smaller page had is looked at in every way; one that only has other words in the same parts, in those
// ways that words can break.

import { readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

import { keyboard } from "./checks/keyboard.mjs";
import { layout } from "./checks/layout.mjs";
import { parts } from "./checks/parts.mjs";
import { print } from "./checks/print.mjs";
import { rules, rulesOnce } from "./checks/rules.mjs";
import { search } from "./checks/search.mjs";
import { semantics } from "./checks/semantics.mjs";

const CHROMIUM = process.env.HWB_CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// In this order: each leaves the page as the next expects it, in light colours on a wide screen.
const EVERY = [semantics, rules, layout, keyboard, search, print];
const OF_WORDS = [semantics, rulesOnce, layout, search, print];

// Pages that are open at once.
const AT_ONCE = 2;

const folder = resolve(process.argv[2] ?? ".");
const size = (name) => statSync(join(folder, name)).size;
const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
const pages = names.sort().sort((one, other) => size(one) - size(other));
if (pages.length === 0) {
  console.log(`no page in ${folder}`);
  process.exit(1);
}

const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
const faults = [];
const seen = new Set();
let whole = 0;
const waiting = [...pages];
await Promise.all(Array.from({ length: AT_ONCE }, work));
await browser.close();
for (const fault of faults.sort()) console.log(fault);
console.log(`${pages.length} pages, ${whole} of them in every way; ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);

async function work() {
  const context = await browser.newContext();
  const scriptless = await browser.newContext({ javaScriptEnabled: false });
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const report = (fault) => faults.push(`${relative(".", name)}: ${fault}`);
    try {
      await check(context, scriptless, name, report);
    } catch (error) {
      report(`could not be checked: ${error.stack ?? error}`);
    }
  }
  await Promise.all([context.close(), scriptless.close()]);
}

async function check(context, scriptless, name, report) {
  const address = pathToFileURL(join(folder, name)).href;
  const page = await open(context, address, report);
  const plain = () => open(scriptless, address, report);
  for (const check of await checks(page)) await check({ page, plain, file: join(folder, name), report });
  await page.close();
}

async function checks(page) {
  const unseen = (await page.evaluate(parts)).filter((part) => !seen.has(part));
  if (unseen.length === 0) return OF_WORDS;
  unseen.forEach((part) => seen.add(part));
  whole += 1;
  return EVERY;
}

// A page that asks for nothing but itself and what lies in its folder.
async function open(context, address, report) {
  const page = await context.newPage();
  page.on("pageerror", (error) => report(`an error of a script: ${error}`));
  page.on("console", (message) => message.type() === "error" && report(`on the console: ${message.text()}`));
  await page.route("**", (route) => {
    const asked = route.request().url();
    if (asked.startsWith(`${pathToFileURL(folder).href}/`)) return route.continue();
    report(`it asks for ${asked}`);
    return route.abort();
  });
  await page.setViewportSize({ width: 1280, height: 1024 });
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  await page.goto(address);
  return page;
}

// The rules of WCAG 2.2, levels A and AA, and axe-core's best practices, in each way a page is looked at.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// What another scheme of colours can change.
const COLOUR = ["cat.color"];

const WIDE = { width: 1280, height: 1024 };
const NARROW = { width: 320, height: 640 };
const WAYS = [
  { name: "light", size: WIDE, media: { media: "screen", colorScheme: "light" }, tags: ALL },
  { name: "dark", size: WIDE, media: { media: "screen", colorScheme: "dark" }, tags: COLOUR },
  { name: "a telephone", size: NARROW, media: { media: "screen", colorScheme: "light" }, tags: ALL },
  { name: "a telephone, dark", size: NARROW, media: { media: "screen", colorScheme: "dark" }, tags: COLOUR },
  { name: "paper", size: WIDE, media: { media: "print", colorScheme: "dark" }, tags: ALL },
];

export const rules = (checked) => hold(checked, WAYS);

// In the way that most rules look at.
export const rulesOnce = (checked) => hold(checked, WAYS.slice(0, 1));

async function hold({ page, report }, ways) {
  await page.evaluate(AXE);
  for (const { name, size, media, tags } of ways) {
    await page.setViewportSize(size);
    await page.emulateMedia(media);
    for (const fault of await page.evaluate(violations, tags)) report(`${name}: ${fault}`);
    for (const fault of await page.evaluate(faintParts)) report(`${name}: ${fault}`);
  }
  await page.setViewportSize(WAYS[0].size);
  await page.emulateMedia(WAYS[0].media);
}

// Nothing is preloaded: axe would ask for the style sheet once more, which the policy of a page refuses.
/* global axe, document */
async function violations(tags) {
  const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations", "incomplete"], preload: false };
  const { violations, incomplete } = await axe.run(document, options);
  // What axe could not decide about colours is a fault too, but in drawings: those are looked at below.
  const isDrawn = ({ target }) => document.querySelector(target[0])?.closest("svg") !== null;
  const undecided = incomplete
    .filter((rule) => rule.id === "color-contrast")
    .map((rule) => ({ ...rule, nodes: rule.nodes.filter((node) => !isDrawn(node)) }));
  const faults = [...violations, ...undecided].filter((rule) => rule.nodes.length > 0);
  return faults.map(({ id, help, nodes }) => {
    const [first] = nodes;
    return `${id}: ${help}; ${nodes.length} times, first ${first.html.slice(0, 200)}: ${first.failureSummary}`;
  });
}

// The texts of drawings that do not stand out from the page by 4.5 to 1, and the lines and shapes that do not by 3 to 1. A grid only leads
// the eye, and a band lies behind its line.
function faintParts() {
  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => channel(Number(part) / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const page = luminance(getComputedStyle(document.documentElement).backgroundColor);
  const contrast = (colour) => {
    const [dark, light] = [luminance(colour), page].sort((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
  };
  const faint = new Set();
  for (const part of document.querySelectorAll("svg :is(text, path, circle, rect, line, polygon)")) {
    if (part.matches(".hwb-grid, .hwb-band")) continue;
    const { fill, stroke } = getComputedStyle(part);
    const isText = part.tagName === "text";
    const painted = isText ? [fill] : [stroke, part.matches(".hwb-hollow") ? "none" : fill].filter((it) => it !== "none");
    for (const colour of painted) {
      if (contrast(colour) < (isText ? 4.5 : 3)) faint.add(`${part.tagName} ${part.getAttribute("class")} in ${colour} is faint`);
    }
  }
  return [...faint];
}

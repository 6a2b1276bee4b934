// The rules of WCAG 2.2, levels A and AA, and axe-core's best practices, in each way a page is looked at.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const WAYS = [
  { name: "light", size: { width: 1280, height: 1024 }, media: { media: "screen", colorScheme: "light" } },
  { name: "dark", size: { width: 1280, height: 1024 }, media: { media: "screen", colorScheme: "dark" } },
  { name: "a telephone", size: { width: 320, height: 640 }, media: { media: "screen", colorScheme: "light" } },
  { name: "a telephone, dark", size: { width: 320, height: 640 }, media: { media: "screen", colorScheme: "dark" } },
  { name: "paper", size: { width: 1280, height: 1024 }, media: { media: "print", colorScheme: "dark" } },
];

export async function rules({ page, report }) {
  await page.evaluate(AXE);
  for (const { name, size, media } of WAYS) {
    await page.setViewportSize(size);
    await page.emulateMedia(media);
    for (const fault of await page.evaluate(violations, TAGS)) report(`${name}: ${fault}`);
  }
  await page.setViewportSize(WAYS[0].size);
  await page.emulateMedia(WAYS[0].media);
}

/* global axe, document */
async function violations(tags) {
  const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations", "incomplete"] };
  const { violations, incomplete } = await axe.run(document, options);
  // What axe could not decide about colours is a fault too: nothing here lies over anything else.
  const undecided = incomplete.filter((rule) => rule.id === "color-contrast");
  return [...violations, ...undecided].map((rule) => {
    const [first] = rule.nodes;
    return `${rule.id}: ${rule.help}; ${rule.nodes.length} times, first ${first.html.slice(0, 200)}: ${first.failureSummary}`;
  });
}

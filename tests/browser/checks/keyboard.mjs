// Whether everything that can be used can be reached with Tab, in its order, and is seen to be reached.

// More stops than this need not be walked to know that the next is reached too.
const STOPS = 60;

export async function keyboard({ page, report }) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.scrollTo(0, 0);
  });
  const expected = await page.evaluate(() => {
    const kinds = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const usable = [...document.querySelectorAll(kinds)].filter((it) => !it.disabled && it.checkVisibility());
    usable.forEach((element, at) => element.setAttribute("data-stop", String(at)));
    return usable.length;
  });
  for (let stop = 0; stop < Math.min(expected, STOPS); stop += 1) {
    await page.keyboard.press("Tab");
    const { at, isSeen, isMarked } = await page.evaluate(focused);
    if (at !== stop) return report(`Tab number ${stop + 1} reaches ${at === null ? "nothing" : `stop ${at + 1}`}`);
    if (!isSeen) report(`stop ${stop + 1} is out of sight`);
    if (!isMarked) report(`stop ${stop + 1} does not show that it is reached`);
    if (stop === 0) await skip(page, report);
  }
}

function focused() {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const marks = () => [style.backgroundColor, style.boxShadow, style.outlineColor].join();
  const reached = marks();
  element.blur();
  const isChanged = marks() !== reached;
  element.focus({ preventScroll: true, focusVisible: true });
  return {
    at: element.dataset.stop === undefined ? null : Number(element.dataset.stop),
    isSeen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    isMarked: isChanged || isOutlined,
  };
}

// The first stop is the link past the banner, and leads to the main part.
async function skip(page, report) {
  const isSkip = await page.evaluate(() => document.activeElement.getAttribute("href") === "#main");
  if (!isSkip) return report("the first stop is not the link to the main part");
  await page.keyboard.press("Enter");
  const isThere = await page.evaluate(() => document.activeElement === document.querySelector("main"));
  if (!isThere) report("the link to the main part does not lead there");
  await page.evaluate(() => document.querySelector("[data-stop='0']").focus());
}

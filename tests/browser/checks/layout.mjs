// Whether everything can be read on a narrow screen, at 400% zoom (which is a screen of 320 by 256 pixels), with letters of twice the
// size, and with the spacing of WCAG 1.4.12.

const WIDE = { width: 1280, height: 1024 };
const NARROW = { width: 320, height: 256 };
// The widths from which tables have their columns side by side are among them: there they have the least room.
const SIZES = [WIDE, ...[1152, 1024, 768, 512, 390].map((width) => ({ width, height: 800 })), NARROW];

const SPACED =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";

export async function layout({ page, report }) {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await look(page, `at ${size.width} pixels`, report);
  }
  await styled(page, SPACED, () => look(page, "at 320 pixels, spaced", report));
  await page.setViewportSize(WIDE);
  await enlarged(page, () => look(page, "with letters of twice the size", report));
}

// As a reader who has set the browser's own letters to 32 pixels sees it.
async function enlarged(page, looked) {
  const client = await page.context().newCDPSession(page);
  await client.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  await looked();
  await client.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
  await client.detach();
}

async function styled(page, css, looked) {
  const style = await page.addStyleTag({ content: css });
  await looked();
  await style.evaluate((element) => element.remove());
}

async function look(page, when, report) {
  const { width, room, clipped } = await page.evaluate(() => {
    const isSeen = (element) => element.clientWidth > 1 && element.clientHeight > 1;
    const isCut = (element) =>
      ["hidden", "clip"].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
    return {
      width: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
      clipped: [...document.querySelectorAll("body *:not(svg *)")].filter((it) => isSeen(it) && isCut(it)).length,
    };
  });
  if (width > room) report(`${when} it is ${width} wide`);
  if (clipped > 0) report(`${when} ${clipped} elements are cut off`);
}

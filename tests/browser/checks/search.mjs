// The list of a site: whole without a script, and with one narrowed to what is typed and chosen.

export async function search({ page, plain, report }) {
  if ((await page.locator("#find_form").count()) === 0) {
    if (await page.evaluate(() => document.scripts.length > 0)) report("it has a script, and nothing to search");
    return;
  }
  const rows = "#find_list tbody tr";
  const all = await page.locator(rows).count();
  const scriptless = await plain();
  if ((await scriptless.locator(`${rows}:visible`).count()) !== all) report("without a script, some of its list is hidden");
  if (await scriptless.locator("#find_form").isVisible()) report("without a script, what needs one is shown");
  await scriptless.close();

  const shown = () => page.locator(`${rows}:visible`).count();
  const said = () => page.locator("#find_count").textContent();
  const expect = async (what, count) => {
    if ((await shown()) !== count) report(`${what}: ${await shown()} of its list are shown, not ${count}`);
    if (!(await said()).startsWith(count === all ? `All ${all} ` : `${count} of ${all} `)) {
      report(`${what}: it says '${await said()}'`);
    }
  };
  // The page narrows its list in a task of its own, after that of the click.
  const showAll = async () => {
    await page.getByRole("button", { name: "Show all" }).click();
    await page.evaluate(() => new Promise((done) => setTimeout(done, 10)));
  };
  const texts = await page.locator(rows).evaluateAll((found) =>
    found.map((row) => ({ text: `${row.textContent} ${row.dataset.words}`.toLowerCase(), ...row.dataset })),
  );
  await expect("at first", all);
  const [first] = texts;
  const word = first.words.toLowerCase().split(" ")[0];
  await page.getByLabel("Words to look for").fill(word.toUpperCase());
  await expect(`'${word}'`, texts.filter(({ text }) => text.includes(word)).length);
  await page.getByLabel("Words to look for").fill("no measure is called so");
  await expect("what is not there", 0);
  await showAll();
  await expect("when all are shown", all);
  await page.getByLabel("Rating").selectOption(first.rating);
  await expect(`'${first.rating}'`, texts.filter(({ rating }) => rating === first.rating).length);
  await page.getByLabel("Words to look for").press("Enter");
  await expect("after Enter", texts.filter(({ rating }) => rating === first.rating).length);
  await showAll();
}

// The list of a site that can be searched: whole without a script, and with one narrowed to what is typed.

export async function search({ page, plain, report }) {
  const scripts = await page.evaluate(() => document.scripts.length);
  const form = page.locator("[role=search]");
  if ((await form.count()) === 0) {
    if (scripts > 0) report("it has a script and nothing to search");
    return;
  }
  report("the search is not checked");
  void plain;
}

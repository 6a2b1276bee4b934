
(() => {
  const form = document.getElementById("find_form");
  const count = document.getElementById("find_count");
  const typed = document.getElementById("find_words");
  const chapter = document.getElementById("find_chapter");
  const rating = document.getElementById("find_rating");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const entries = Array.from(document.querySelectorAll("#find_list tbody tr"), (row) => ({
    row,
    text: plain(`${row.textContent} ${row.dataset.words}`),
    chapter: row.dataset.chapter,
    rating: row.dataset.rating,
  }));
  const isChosen = (choice, value) => choice === null || choice.value === "" || choice.value === value;

  function narrow() {
    const sought = plain(typed.value).split(/\s+/u);
    let shown = 0;
    for (const entry of entries) {
      const isFound =
        isChosen(chapter, entry.chapter) &&
        isChosen(rating, entry.rating) &&
        sought.every((word) => entry.text.includes(word));
      entry.row.hidden = !isFound;
      shown += Number(isFound);
    }
    const all = entries.length;
    const says = shown === all ? `All ${all} measures are shown.` : `${shown} of ${all} measures are shown.`;
    if (count.textContent !== says) count.textContent = says;
  }

  form.addEventListener("input", narrow);
  form.addEventListener("change", narrow);
  form.addEventListener("reset", () => setTimeout(narrow));
  form.addEventListener("submit", (event) => event.preventDefault());
  // A page that is gone back to has what was typed in it before.
  window.addEventListener("pageshow", narrow);
  form.hidden = false;
  count.hidden = false;
})();

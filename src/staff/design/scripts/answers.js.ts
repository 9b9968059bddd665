/** Ready answers: fetched when asked for, narrowed down while one types, put where the cursor stands. */
export const ANSWERS_JS = `
{
  const dialog = document.getElementById("answers");
  const text = document.getElementById("compose-text");
  if (dialog && text) {
    const list = dialog.querySelector("[data-answers]");
    const find = dialog.querySelector("input");
    let latest = 0;
    // What is typed narrows the list a moment later: whoever presses Enter before that means the narrowed one.
    let isNarrowed = false;
    let isWanted = false;
    const takeFirst = () => list.querySelector("[data-answer]")?.click();
    const load = async () => {
      const mine = ++latest;
      // What was typed is kept as a draft, so the page may be asked for again: it leads to the sign-in and back.
      const query = "?q=" + encodeURIComponent(find.value);
      const words = await fetchPart(list.dataset.answers + query, {}, () => location.reload());
      if (words === undefined || mine !== latest) return;
      list.innerHTML = words;
      isNarrowed = true;
      if (isWanted && dialog.open) takeFirst();
      isWanted = false;
    };
    const insert = (words) => {
      const before = text.value.slice(0, text.selectionStart);
      const glue = before && !before.endsWith("\\n") ? "\\n\\n" : "";
      text.setRangeText(glue + words, text.selectionStart, text.selectionEnd, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
      dialog.close();
      text.focus();
    };
    let typing;
    document.addEventListener("click", (event) => {
      if (event.target.closest('[data-open="answers"]')) {
        if (!list.hasChildNodes()) load();
        find.focus();
      }
      const chosen = event.target.closest("[data-answer]");
      if (chosen) insert(chosen.querySelector("[data-answer-text]").textContent.trim());
    });
    find.addEventListener("input", () => {
      [isNarrowed, isWanted] = [false, false];
      clearTimeout(typing);
      typing = setTimeout(load, 120);
    });
    find.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (isNarrowed) takeFirst();
      else isWanted = true;
    });
  }
}
`;

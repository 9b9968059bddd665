/**
 * Naming a colleague in a note: "@" and the beginning of a name open a list beneath the text; arrows choose, Enter or Tab
 * puts the name in, Escape leaves it. Names are found with and without Turkish letters.
 */
export const MENTIONS_JS = `
{
  const list = document.getElementById("colleagues");
  const text = document.getElementById("compose-text");
  const typed = /(^|[^\\p{L}\\p{N}])@([\\p{L}\\p{N}]*(?: [\\p{L}\\p{N}]*)?)$/u;
  const same = new Intl.Collator("tr", { sensitivity: "base" });
  if (list && text) {
    const all = [...list.querySelectorAll('[role="option"]')];
    const shown = () => all.filter((option) => !option.hidden);
    const isNote = () => text.form.elements.mode.value === "note";
    const word = () => text.value.slice(0, text.selectionStart).match(typed)?.[2];
    const begins = (name, start) =>
      name.split(" ").some((_, index, words) => same.compare(words.slice(index).join(" ").slice(0, start.length), start) === 0);
    const point = (option) => {
      for (const one of all) one.setAttribute("aria-selected", String(one === option));
      if (option) text.setAttribute("aria-activedescendant", option.id);
      else text.removeAttribute("aria-activedescendant");
    };
    const look = () => {
      const start = isNote() ? word() : undefined;
      for (const option of all)
        option.hidden = start === undefined || !(begins(option.textContent, start) || begins(option.dataset.plain, start));
      list.hidden = shown().length === 0;
      point(shown()[0]);
    };
    const take = (option) => {
      const from = text.selectionStart - word().length;
      text.setRangeText(option.textContent + " ", from, text.selectionStart, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
      text.focus();
    };
    text.addEventListener("input", look);
    text.addEventListener("blur", () => setTimeout(() => { list.hidden = true; }, 200));
    text.addEventListener("keydown", (event) => {
      if (list.hidden || event.ctrlKey) return;
      const options = shown();
      const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
      const act = {
        ArrowDown: () => point(options[(at + 1) % options.length]),
        ArrowUp: () => point(options[(at - 1 + options.length) % options.length]),
        Enter: () => take(options[at]),
        Tab: () => take(options[at]),
        Escape: () => { list.hidden = true; point(); },
      }[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    });
    list.addEventListener("mousedown", (event) => {
      const option = event.target.closest('[role="option"]');
      if (!option) return;
      event.preventDefault();
      take(option);
    });
  }
}
`;

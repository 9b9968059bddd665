/**
 * A list that opens beneath the composer while a sign and the beginning of a name are typed: arrows choose, Enter or Tab takes, Escape
 * leaves it. Names are found with and without Turkish letters. \`wanted\` gives the typed beginning, or nothing when the list has no
 * place here; \`taken\` gives the words that replace it, the sign with it.
 */
export const TYPED_LIST_JS = `
const typedList = ({ list, text, wanted, taken }) => {
  const same = new Intl.Collator("tr", { sensitivity: "base" });
  const all = () => [...list.querySelectorAll('[role="option"]')];
  const shown = () => all().filter((option) => !option.hidden);
  const begins = (name, start) =>
    name.split(" ").some((_, index, words) => same.compare(words.slice(index).join(" ").slice(0, start.length), start) === 0);
  const point = (option) => {
    for (const one of all()) one.setAttribute("aria-selected", String(one === option));
    option?.scrollIntoView({ block: "nearest" });
    if (option) text.setAttribute("aria-activedescendant", option.id);
    else text.removeAttribute("aria-activedescendant");
  };
  const look = () => {
    const start = wanted();
    for (const option of all())
      option.hidden = start === undefined || !(begins(option.dataset.name, start) || begins(option.dataset.plain, start));
    list.hidden = shown().length === 0;
    // Nothing is chosen before a letter is typed: Enter then makes a new line, as everywhere.
    point(start ? shown()[0] : undefined);
  };
  const take = (option) => {
    const from = text.selectionStart - wanted().length - 1;
    text.setRangeText(taken(option), from, text.selectionStart, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  };
  text.addEventListener("input", look);
  text.addEventListener("blur", () => setTimeout(() => { list.hidden ||= document.activeElement !== text; }, 200));
  text.addEventListener("keydown", (event) => {
    if (list.hidden || event.ctrlKey) return;
    const options = shown();
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const act = {
      ArrowDown: () => point(options[(at + 1) % options.length]),
      ArrowUp: () => point(options[(at <= 0 ? options.length : at) - 1]),
      Escape: () => { list.hidden = true; point(); },
      ...(at >= 0 && { Enter: () => take(options[at]), Tab: () => take(options[at]) }),
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
  return look;
};
`;

/** Several tickets at once: the bar with what can be done shows as soon as one is chosen; x chooses the one in focus. */
export const SELECTION_JS = `
{
  const form = document.querySelector("form[data-selection]");
  if (form) {
    const bar = form.querySelector("[data-selection-bar]");
    const all = form.querySelector("[data-select-all]");
    const boxes = () => [...form.querySelectorAll("input[name=tickets]")];
    const update = () => {
      const chosen = boxes().filter((box) => box.checked).length;
      bar.hidden = chosen === 0;
      bar.querySelector("[data-selected]").textContent = chosen;
      all.checked = chosen > 0 && chosen === boxes().length;
      all.indeterminate = chosen > 0 && !all.checked;
    };
    form.addEventListener("change", (event) => {
      if (event.target === all) for (const box of boxes()) box.checked = all.checked;
      update();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "x" || document.body.dataset.keys === "off" || event.ctrlKey || event.altKey || event.metaKey) return;
      const box = document.activeElement.closest?.("tr")?.querySelector("input[name=tickets]");
      if (!box || !document.activeElement.matches("a.item-link")) return;
      box.checked = !box.checked;
      update();
    });
    update();
  }
}
`;

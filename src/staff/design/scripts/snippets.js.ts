/** A ready answer by its name: "/" after a space or at the beginning, and the beginning of the name. The list comes when first asked for. */
export const SNIPPETS_JS = `
{
  const list = document.getElementById("snippets");
  const text = document.getElementById("compose-text");
  const typed = /(^|\\s)\\/([\\p{L}\\p{N}-]*(?: [\\p{L}\\p{N}-]+)?)$/u;
  if (list && text) {
    let loading;
    const wanted = () => text.value.slice(0, text.selectionStart).match(typed)?.[2];
    const load = async () => {
      const words = await fetchPart(list.dataset.snippets);
      if (words === undefined) return;
      list.innerHTML = words;
      look();
    };
    text.addEventListener("input", () => {
      if (wanted() !== undefined) loading ??= load().catch(() => { loading = undefined; });
    });
    const look = typedList({ list, text, wanted, taken: (option) => option.dataset.words });
  }
}
`;

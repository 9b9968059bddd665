/** Naming a colleague in a note: "@" and the beginning of a name. */
export const MENTIONS_JS = `
{
  const list = document.getElementById("colleagues");
  const text = document.getElementById("compose-text");
  const typed = /(^|[^\\p{L}\\p{N}])@([\\p{L}\\p{N}]*(?: [\\p{L}\\p{N}]*)?)$/u;
  if (list && text)
    typedList({
      list,
      text,
      wanted: () => (text.form.elements.mode.value === "note" ? text.value.slice(0, text.selectionStart).match(typed)?.[2] : undefined),
      taken: (option) => "@" + option.dataset.name + " ",
    });
}
`;

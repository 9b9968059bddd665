/** The preview beside an entry follows what is typed, a moment behind. */
export const KNOWLEDGE_JS = `
{
  const form = document.querySelector("form[data-preview]");
  const place = document.getElementById("preview");
  if (form && place) {
    let timer;
    let asked = 0;
    const show = async () => {
      const mine = ++asked;
      const words = await fetchPart(form.dataset.preview, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (words === undefined || mine !== asked) return;
      const read = new DOMParser().parseFromString(words, "text/html");
      place.replaceChildren(...read.body.childNodes);
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => show().catch(() => undefined), 300);
    });
  }
}
`;

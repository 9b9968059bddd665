/**
 * A search that has found nothing yet goes on by itself for a while: one step at a time, each as short as any page, and says how far it
 * has looked. Then, or in a window nobody looks at, it waits for a press.
 */
export const LOOK_FURTHER_JS = `
{
  const GOES_ON_MS = 10000;
  const begun = Date.now();
  const nothingYet = (of) => of.querySelector("[data-nothing-yet]");
  const here = nothingYet(document);
  const step = async () => {
    const link = here.querySelector("a[rel=next]");
    const words = await fetchPart(link.href);
    if (words === undefined) return false;
    const there = nothingYet(new DOMParser().parseFromString(words, "text/html"));
    if (!there) {
      location.replace(link.href);
      return false;
    }
    here.querySelector("p").textContent = there.querySelector("p").textContent;
    link.href = there.querySelector("a[rel=next]").getAttribute("href");
    return true;
  };
  const goOn = async () => {
    here.setAttribute("aria-busy", "true");
    while (!document.hidden && Date.now() - begun < GOES_ON_MS && (await step()));
    here.removeAttribute("aria-busy");
  };
  if (here) goOn().catch(() => here.removeAttribute("aria-busy"));
}
`;

/**
 * What is being written is kept in this browser until the server has taken it: a form with data-draft saves its text
 * under that name, and forgets it when the page says that the draft of that name has been sent.
 */
export const COMPOSER_JS = `
{
  const key = (form) => "draft:" + form.dataset.draft;
  const sent = document.querySelector("[data-draft-sent]");
  if (sent) localStorage.removeItem("draft:" + sent.dataset.draftSent);
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const text = form.querySelector("textarea");
    const hint = form.querySelector("[data-draft-hint]");
    const kept = localStorage.getItem(key(form));
    if (kept && text.value === "") {
      text.value = kept;
      if (hint) hint.hidden = false;
    }
    // What the server gave back (an answer taken back, a conflict) is a draft like any other.
    else if (text.value.trim() !== "") localStorage.setItem(key(form), text.value);
    text.addEventListener("input", () => {
      if (text.value.trim() === "") localStorage.removeItem(key(form));
      else localStorage.setItem(key(form), text.value);
      if (hint) hint.hidden = text.value.trim() === "";
    });
  }
}
`;

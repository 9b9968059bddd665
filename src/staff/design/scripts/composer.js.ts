/**
 * What is being written is kept in this browser until the server has taken it: a form with data-draft saves its text
 * under that name, and forgets it when the page says that the draft of that name has been sent.
 */
export const COMPOSER_JS = `
{
  const key = (form) => "draft:" + form.dataset.draft;
  const sent = document.querySelector("[data-draft-sent]");
  // Once for each message: coming back to this page must not take away what was begun since.
  const told = sent && "sent:" + sent.dataset.message;
  if (sent && !sessionStorage.getItem(told)) {
    localStorage.removeItem("draft:" + sent.dataset.draftSent);
    sessionStorage.setItem(told, "yes");
  }
  const undo = document.querySelector("[data-undo]");
  if (undo) setTimeout(() => undo.replaceChildren(undo.dataset.left), Number(undo.dataset.undo));
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const text = form.querySelector("textarea");
    const hint = form.querySelector("[data-draft-hint]");
    form.addEventListener("change", ({ target }) => {
      if (target.name === "mode") text.placeholder = target.value === "note" ? text.dataset.forNote : text.dataset.forReply;
    });
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

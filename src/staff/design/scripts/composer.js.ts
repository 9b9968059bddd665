/**
 * What is being written is kept in this browser until the server has taken it: a form with data-draft saves its text
 * under that name, and forgets it when the page says that the draft of that name has been sent. A note comes back as a
 * note: what was meant for colleagues must not stand ready to be sent to the requester.
 */
export const COMPOSER_JS = `
{
  const key = (form) => "draft:" + form.dataset.draft;
  const noteKey = (form) => "draftNote:" + form.dataset.draft;
  const keep = (form, text) => {
    if (text.value.trim() === "") return forget(form.dataset.draft);
    localStorage.setItem(key(form), text.value);
    if (form.querySelector("[name=mode][value=note]")?.checked) localStorage.setItem(noteKey(form), "yes");
    else localStorage.removeItem(noteKey(form));
  };
  const forget = (name) => {
    localStorage.removeItem("draft:" + name);
    localStorage.removeItem("draftNote:" + name);
  };
  const sent = document.querySelector("[data-draft-sent]");
  // Once for each message: coming back to this page must not take away what was begun since.
  const told = sent && "sent:" + sent.dataset.message;
  if (sent && !sessionStorage.getItem(told)) {
    forget(sent.dataset.draftSent);
    sessionStorage.setItem("sentText:" + sent.dataset.draftSent, sessionStorage.getItem("sending:" + sent.dataset.draftSent) ?? "");
    sessionStorage.setItem(told, "yes");
  }
  const undo = document.querySelector("[data-undo]");
  if (undo) setTimeout(() => undo.replaceChildren(undo.dataset.left), Number(undo.dataset.undo));
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const text = form.querySelector("textarea");
    const hint = form.querySelector("[data-draft-hint]");
    form.addEventListener("change", ({ target }) => {
      if (target.name !== "mode") return;
      text.placeholder = target.value === "note" ? text.dataset.forNote : text.dataset.forReply;
      keep(form, text);
    });
    const kept = localStorage.getItem(key(form));
    if (kept && text.value === "") {
      text.value = kept;
      if (localStorage.getItem(noteKey(form))) form.querySelector("[name=mode][value=note]")?.click();
      if (hint) hint.hidden = false;
    }
    // What the server gave back (an answer taken back, a conflict) is a draft like any other.
    else if (text.value.trim() !== "") keep(form, text);
    form.addEventListener("submit", () => sessionStorage.setItem("sending:" + form.dataset.draft, text.value));
    // Going back shows the page as it was left, with the text that is on its way by now: it must not go a second time.
    addEventListener("pageshow", ({ persisted }) => {
      const cameBack = persisted || isBackHere();
      if (!cameBack || text.value === "" || text.value !== sessionStorage.getItem("sentText:" + form.dataset.draft)) return;
      text.value = "";
      forget(form.dataset.draft);
    });
    text.addEventListener("input", () => {
      keep(form, text);
      if (hint) hint.hidden = text.value.trim() === "";
    });
  }
}
`;

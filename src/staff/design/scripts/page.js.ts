/** Dialogs, menus that close, forms that send themselves, buttons that cannot be pressed twice. */
export const PAGE_JS = `"use strict";
// A part of a page; undefined when it is not to be had. The sign-in, where the session ended meanwhile, is no part of any page.
const fetchPart = async (url, options = {}, signedOut = () => undefined) => {
  const response = await fetch(url, { ...options, redirect: "manual" });
  if (response.type === "opaqueredirect") signedOut();
  return response.ok ? response.text() : undefined;
};
// Whether the page is shown once more, by the browser's own button.
const isBackHere = () => performance.getEntriesByType("navigation")[0]?.type === "back_forward";
{
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) document.getElementById(opener.dataset.open)?.showModal();
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("change", (event) => {
    const control = event.target;
    if (control.closest("[data-send-on-change]") && control.matches("select")) control.form.requestSubmit();
    if (control.matches("[data-shows-password]")) {
      const field = document.getElementById(control.dataset.showsPassword);
      field.type = control.checked ? "text" : "password";
    }
  });
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const form = event.target;
    if (form.method !== "post" || form.dataset.sending) {
      if (form.dataset.sending) event.preventDefault();
      return;
    }
    form.dataset.sending = "yes";
  });
  // Sections that fold stay as they were left: told to the server, which renders them so from then on.
  const folding = document.querySelector("[data-folds]");
  for (const section of folding?.querySelectorAll("details[data-fold]") ?? []) {
    section.addEventListener("toggle", () => {
      const kept = new Map(folding.dataset.folds.split(".").filter(Boolean).map((one) => one.split("-")));
      const state = section.open ? "open" : "folded";
      // A section that was rendered open says so too when it comes to life.
      if ((kept.get(section.dataset.fold) ?? section.dataset.was) === state) return;
      kept.set(section.dataset.fold, state);
      folding.dataset.folds = [...kept].map((one) => one.join("-")).join(".");
      const csrf = document.querySelector("input[name=csrf]").value;
      const body = new URLSearchParams({ csrf, folds: folding.dataset.folds });
      fetch("/console/preferences", { method: "POST", body, redirect: "manual", keepalive: true });
    });
  }
  // After a form that could not be taken one is at its first fault, or where it is told.
  const fault = document.querySelector("#main [aria-invalid=true]") ?? document.querySelector("#main .banner[role=alert]");
  if (fault && document.activeElement === document.body) {
    if (fault.matches(".banner")) fault.tabIndex = -1;
    fault.focus();
  }
  // Coming back by the browser's own button shows the page as it was left, sending and all.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sending]")) delete form.dataset.sending;
  });
}
`;

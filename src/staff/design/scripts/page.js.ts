/** Dialogs, menus that close, forms that send themselves, buttons that cannot be pressed twice. */
export const PAGE_JS = `"use strict";
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
  // Coming back by the browser's own button shows the page as it was left, sending and all.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sending]")) delete form.dataset.sending;
  });
}
`;

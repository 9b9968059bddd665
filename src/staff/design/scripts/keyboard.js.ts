/** One key for each thing done all day. Nothing happens while one writes, or with Ctrl, Alt or Meta held, or once turned off. */
export const KEYBOARD_JS = `
{
  const links = () => [...document.querySelectorAll("[data-list] a.item-link")].filter((link) => link.offsetParent !== null);
  const move = (step) => {
    const all = links();
    if (all.length === 0) return;
    const now = all.indexOf(document.activeElement);
    const here = now >= 0 ? now : all.findIndex((link) => link.hasAttribute("aria-current"));
    const next = all[Math.max(0, Math.min(all.length - 1, here + step))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  const press = (name) => {
    const target = document.querySelector('[data-key="' + name + '"]');
    if (!target) return false;
    target.click();
    if (target.matches("input[type=radio]")) document.getElementById("compose-text")?.focus();
    return true;
  };
  // A button that does what a key does; without this script it is a link to the place.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-press]");
    if (button && press(button.dataset.press)) event.preventDefault();
  });
  const actions = {
    j: () => move(1),
    k: () => move(-1),
    "/": () => document.getElementById("find")?.focus(),
    "?": () => document.getElementById("shortcuts")?.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter" && event.target.form?.matches("[data-draft]")) {
      event.target.form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("textarea, select, input:not([type=checkbox], [type=radio])")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (document.body.dataset.keys === "off") return;
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    } else if (/^[a-z]$/.test(event.key) && press(event.key)) {
      event.preventDefault();
    }
  });
}
`;

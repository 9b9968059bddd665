/**
 * What was typed into a form is not lost when the server could not take it (the session had ended, the server was away,
 * something went wrong): it is kept in this tab while the form is under way, and put back when a page with that form is
 * opened again. Passwords and one-time codes are never kept; a form that was taken is forgotten with the next page,
 * and so is one of somebody else who sat here before.
 */
export const KEPT_FORM_JS = `
{
  const NAME = "keptForm";
  const { keptWords: words, staff } = document.querySelector("[data-kept-words]")?.dataset ?? {};
  const failed = document.querySelector("[data-kept-form]");
  const isSecret = (form) => form.querySelector("input[type=password], [autocomplete=one-time-code]") !== null;
  const controls = (form) => [...form.elements].filter((one) => one.name && one.matches("input, textarea, select"));
  const isTyped = (one) => !one.matches("[type=hidden], [type=file]");
  const isText = (one) => isTyped(one) && one.matches("textarea, input:not([type=checkbox], [type=radio])");
  const isChosen = (one) => one.matches("[type=checkbox], [type=radio]");
  // Which of several forms of one address it was, its fields tell; hidden ones that change with every page do not.
  const signs = (form) => controls(form).filter((one) => one.type === "hidden" && !/^(?:csrf|version|seen|was\\..*)$/.test(one.name));
  const pathOf = (form) => new URL(form.getAttribute("action") || location.href, location.href).pathname;

  document.addEventListener("submit", ({ target: form, defaultPrevented }) => {
    if (defaultPrevented || !words || form.method !== "post" || isSecret(form)) return;
    if (!controls(form).some((one) => isText(one) && one.value.trim() !== "")) return;
    const typed = controls(form).filter(isTyped).map((one) => [one.name, one.value, isChosen(one) ? one.checked : null]);
    sessionStorage.setItem(NAME, JSON.stringify({ staff, path: pathOf(form), signs: signs(form).map((one) => [one.name, one.value]), typed }));
  });

  const putBack = (form, typed) => {
    const left = controls(form).filter(isTyped);
    for (const [name, value, checked] of typed) {
      const at = left.findIndex((one) => one.name === name && (checked === null || one.value === value));
      if (at < 0) continue;
      const [one] = left.splice(at, 1);
      if (checked !== null) one.checked = checked;
      else if (!one.matches("select") || [...one.options].some((option) => option.value === value)) one.value = value;
    }
    for (let around = form.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    const said = document.createElement("p");
    said.className = "banner warn kept";
    said.setAttribute("role", "status");
    form.prepend(said);
    said.textContent = words;
    controls(form).find((one) => isText(one) && one.value !== "")?.focus();
  };

  const found = sessionStorage.getItem(NAME);
  let kept = found && JSON.parse(found);
  if (kept && staff && kept.staff !== staff) {
    sessionStorage.removeItem(NAME);
    kept = null;
  }
  if (kept && failed) {
    failed.hidden = false;
    sessionStorage.setItem(NAME, JSON.stringify({ ...kept, isLost: true }));
  } else if (kept && words) {
    const alike = (form) =>
      kept.signs.filter(([name, value]) => signs(form).some((one) => one.name === name && one.value === value)).length +
      kept.typed.filter(([name]) => controls(form).some((one) => isTyped(one) && one.name === name)).length;
    const [form] = [...document.forms].filter((one) => one.method === "post" && pathOf(one) === kept.path).sort((a, b) => alike(b) - alike(a));
    if ((kept.isLost || isBackHere()) && form) putBack(form, kept.typed);
    if (!kept.isLost || form) sessionStorage.removeItem(NAME);
  }
}
`;

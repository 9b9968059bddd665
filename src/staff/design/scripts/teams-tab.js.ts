/** Asks Teams who sits in front of its tab, and signs in with its answer; without one the page says what to do. */
export const TEAMS_TAB_JS = `"use strict";
{
  const form = document.querySelector("[data-teams-form]");
  const patience = setTimeout(giveUp, 12000);
  function giveUp() {
    clearTimeout(patience);
    form.hidden = true;
    document.querySelector("[data-teams-fallback]").hidden = false;
  }
  async function signIn() {
    await microsoftTeams.app.initialize();
    form.elements.token.value = await microsoftTeams.authentication.getAuthToken();
    clearTimeout(patience);
    form.submit();
  }
  signIn().catch(giveUp);
}
`;

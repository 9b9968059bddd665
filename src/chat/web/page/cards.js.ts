/** `cardBox(card)`: an Adaptive Card in the page; the library comes with the first card, the actions go to the bot. */
export const CARDS_JS = `
const colour = (name) => ({ default: "var(--" + name + ")", subtle: "var(--text-2)" });
const COLOURS = { default: colour("text"), dark: colour("text"), light: colour("text-2"), accent: colour("brand"), good: colour("good"), warning: colour("warn"), attention: colour("bad") };
const HOST_CONFIG = {
  fontFamily: "inherit",
  fontSizes: { small: 13, default: 15, medium: 16, large: 20, extraLarge: 24 },
  lineHeights: { small: 18, default: 22, medium: 22, large: 28, extraLarge: 32 },
  containerStyles: { default: { backgroundColor: "transparent", foregroundColors: COLOURS }, emphasis: { backgroundColor: "var(--bubble)", foregroundColors: COLOURS } },
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
  textBlock: { headingLevel: 2 },
  supportsInteractivity: true,
};
let library;
function cards() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = document.body.dataset.cards;
    script.onload = () => {
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        const holder = document.createElement("div");
        holder.append(...markdown(text.replace(/\\\\([\\\\\`*_{}[\\]()#+|<>~])/g, "$1")));
        result.outputHtml = holder.innerHTML;
        result.didProcess = true;
      };
      resolve(AdaptiveCards);
    };
    script.onerror = reject;
    document.head.append(script);
  });
  return library;
}

function cardBox(json) {
  const box = document.createElement("div");
  box.className = "card";
  cards().then((kit) => draw(kit, box, json)).catch(() => { box.textContent = json.fallbackText ?? ""; library = undefined; });
  return box;
}

function draw(kit, box, json) {
  const card = new kit.AdaptiveCard();
  card.hostConfig = new kit.HostConfig(HOST_CONFIG);
  card.onExecuteAction = (action) => act(kit, box, action);
  card.parse(json);
  box.replaceChildren(card.render());
  toEnd();
}

async function act(kit, box, action) {
  const type = action.getJsonTypeName();
  if (type === "Action.OpenUrl") window.open(action.url, "_blank", "noopener");
  else if (type === "Action.Submit") say(String(action.data?.msteams?.value ?? action.title));
  else if (type === "Action.Execute") {
    try {
      const answer = await call("POST", "actions", { verb: action.verb, data: action.data ?? {}, language });
      if (answer.type?.endsWith("card.adaptive")) draw(kit, box, answer.value);
    } catch (error) { tell(error); }
  }
}
`;

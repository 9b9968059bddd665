import { CARDS_JS } from "./cards.js.ts";
import { MARKDOWN_JS } from "./markdown.js.ts";

/** The chat page's behaviour: opens a conversation, shows messages, sends, asks for what came later. */
const TALK_JS = `
const body = document.body;
const texts = JSON.parse(body.dataset.texts);
const language = body.dataset.language;
const log = document.getElementById("log");
const box = document.getElementById("text");
const notice = document.getElementById("notice");
const suggestions = document.getElementById("suggestions");
const STORE = "mobil-imza-chat";
const QUICK_MS = 4000;
const SLOW_MS = 30000;
const PAUSE_MS = 30 * 60000;
const MARGIN = 12;

let token = remembered();
let last = 0;
let lively = 0;
let busy = 0;
let said;
let beginning;
/* What stands in the log, by its key. */
const shown = new Map();

function remembered() {
  try { return localStorage.getItem(STORE) ?? undefined; } catch { return undefined; }
}
function remember(value) {
  token = value;
  try { value ? localStorage.setItem(STORE, value) : localStorage.removeItem(STORE); } catch { /* kept for this page only */ }
}

async function call(method, path, data) {
  const response = await fetch("/api/webchat/" + path, {
    method,
    headers: { ...(data && { "content-type": "application/json" }), ...(token && { authorization: "Bearer " + token }) },
    ...(data && { body: JSON.stringify(data) }),
  });
  if (response.ok) return response.json();
  throw Object.assign(new Error("HTTP " + response.status), { status: response.status });
}

async function open() {
  try {
    if (token) {
      const mine = token;
      const { messages } = await call("GET", "messages?after=0");
      if (token !== mine) return;
      show(messages);
      if (shown.size > 0) return;
    }
    await begin();
  } catch (error) {
    if (error.status === 401) return begin().catch(tell);
    tell(error);
    setTimeout(open, QUICK_MS);
  }
}
/* A question asked while the page still opens its talk waits for that one, and opens no second. */
function begin() {
  beginning ??= beginTalk().finally(() => { beginning = undefined; });
  return beginning;
}
async function beginTalk() {
  remember(undefined);
  const opened = await call("POST", "conversations", { language });
  remember(opened.token);
  show(opened.messages);
}
function tell(error) {
  notice.replaceChildren(error.status === 429 ? texts.tooMany : texts.offline);
  notice.className = "notice";
  notice.hidden = false;
}
function hush() {
  if (!notice.classList.contains("kind")) notice.hidden = true;
}

function row(from) {
  const item = document.createElement("div");
  item.className = "row " + from;
  const who = document.createElement("span");
  who.className = "hidden";
  who.textContent = (from === "user" ? texts.you : texts.bot) + ": ";
  const content = document.createElement("div");
  content.className = "body";
  content.append(who);
  if (from === "bot") {
    const avatar = document.createElement("span");
    avatar.className = "avatar";
    avatar.setAttribute("aria-hidden", "true");
    avatar.append(document.querySelector(".logo svg").cloneNode(true));
    item.append(avatar);
  }
  item.append(content);
  return { item, content };
}

function bubble(message) {
  const box = document.createElement("div");
  box.className = "bubble";
  if (message.language) box.lang = message.language;
  if (message.from === "user") box.textContent = message.text;
  else box.append(...markdown(message.text));
  return box;
}

function show(messages) {
  hush();
  let first;
  for (const message of messages) {
    last = Math.max(last, message.sequence);
    if (message.at) time(new Date(message.at), shown.get(message.key));
    if (shown.has(message.key)) continue;
    const { item, content } = row(message.from);
    shown.set(message.key, item);
    if (!message.isInCard) content.append(bubble(message));
    for (const card of message.cards ?? []) content.append(cardBox(card));
    log.append(item);
    if (message.from === "bot") suggest(message.suggestions ?? [], message.ratings);
    // Of a whole talk read anew, only the last answer counts.
    first = message.from === "bot" ? (first ?? item) : undefined;
  }
  if (first) toStart(first);
}

/* A line with the day and the hour by the server's clock, where the talk begins and where it goes on after a while. */
function time(at, before) {
  const isNew = !said || at - said > PAUSE_MS || at.toDateString() !== said.toDateString();
  said = at;
  if (!isNew) return;
  const line = document.createElement("time");
  line.dateTime = at.toISOString();
  const day = at.toDateString() === new Date().toDateString() ? undefined : { day: "numeric", month: "long" };
  line.textContent = new Intl.DateTimeFormat(language, { ...day, hour: "2-digit", minute: "2-digit", timeZone: "Europe/Istanbul" }).format(at);
  log.insertBefore(line, before ?? null);
}

function suggest(list, ratings = []) {
  const rating = document.createElement("span");
  rating.className = "ratings";
  suggestions.replaceChildren();
  for (const { title, value } of list) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = title;
    button.addEventListener("click", () => { say(value); box.focus(); });
    (ratings.includes(title) ? rating : suggestions).append(button);
  }
  if (rating.hasChildNodes()) suggestions.append(rating);
  suggestions.hidden = list.length === 0;
}

function toEnd() {
  log.scrollTop = log.scrollHeight;
}
/* An answer longer than the page is read from its beginning. */
function toStart(item) {
  toEnd();
  const above = item.offsetTop - log.offsetTop - MARGIN;
  if (log.scrollHeight - above > log.clientHeight) log.scrollTop = above;
}

async function say(text) {
  const id = crypto.randomUUID ? crypto.randomUUID() : uuid();
  const { item, content } = row("user");
  content.append(bubble({ from: "user", text }));
  log.append(item);
  shown.set(id, item);
  suggest([]);
  notice.hidden = true;
  toEnd();
  await send(id, text, content);
}

async function send(id, text, content) {
  lively = Date.now();
  const waiting = typing();
  busy += 1;
  try {
    if (!token) await begin();
    const mine = token;
    const { messages } = await call("POST", "messages", { id, text, language });
    waiting.remove();
    if (token === mine) show(messages);
  } catch (error) {
    waiting.remove();
    if (error.status === 401) await begin().catch(tell);
    offerRetry(id, text, content, error);
    toEnd();
  } finally {
    busy -= 1;
  }
}

function offerRetry(id, text, content, error) {
  const line = document.createElement("div");
  line.className = "failed";
  const again = document.createElement("button");
  again.type = "button";
  again.className = "link";
  again.textContent = texts.retry;
  again.addEventListener("click", () => { line.remove(); send(id, text, content); });
  line.append(error.status === 429 ? texts.tooMany : texts.failed, again);
  content.append(line);
}

function typing() {
  const { item, content } = row("bot");
  const dots = document.createElement("div");
  dots.className = "bubble typing";
  dots.setAttribute("role", "img");
  dots.setAttribute("aria-label", texts.typing);
  dots.append(...[1, 2, 3].map(() => document.createElement("i")));
  content.append(dots);
  item.setAttribute("aria-live", "off");
  log.append(item);
  return item;
}

/* No crypto.randomUUID on plain http other than localhost. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

async function look() {
  const idle = Date.now() - lively > 5 * 60000;
  try {
    if (token && !document.hidden && busy === 0) {
      const mine = token;
      const { messages } = await call("GET", "messages?after=" + last);
      // Another talk may stand here by now.
      if (token === mine) show(messages);
    }
  } catch (error) {
    if (error.status !== 401) tell(error);
  }
  setTimeout(look, idle ? SLOW_MS : QUICK_MS);
}

function fit() {
  box.style.height = "auto";
  box.style.height = Math.min(box.scrollHeight, 140) + "px";
}
function submit() {
  const text = box.value.trim();
  if (!text) return;
  box.value = "";
  fit();
  say(text);
}
box.addEventListener("input", fit);
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
document.getElementById("composer").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
function clear() {
  log.replaceChildren();
  shown.clear();
  last = 0;
  said = undefined;
  suggest([]);
}
document.getElementById("new-chat").addEventListener("click", () => {
  const before = token;
  clear();
  begin().then(() => before && offerBack(before)).catch(tell);
  box.focus();
});
/* Answers to a ticket come into the chat it was opened in: that chat is not lost by one press. */
function offerBack(before) {
  const back = document.createElement("button");
  back.type = "button";
  back.className = "link";
  back.textContent = texts.backToChat;
  back.addEventListener("click", () => {
    notice.hidden = true;
    clear();
    remember(before);
    open();
    box.focus();
  });
  notice.replaceChildren(texts.newStarted, back);
  notice.className = "notice kind";
  notice.hidden = false;
}
document.addEventListener("visibilitychange", () => { if (!document.hidden) lively = Date.now(); });
const hasKeys = matchMedia("(hover: hover)").matches;
const isEmbedded = window.parent !== window;
if (hasKeys && !isEmbedded) box.focus();
if (isEmbedded) {
  // The page around it cannot hear a key pressed in here, and opens the frame without knowing the box.
  const greet = () => { if (hasKeys && document.hasFocus() && document.activeElement === body) box.focus(); };
  addEventListener("focus", greet);
  greet();
  addEventListener("keydown", (event) => { if (event.key === "Escape") window.parent.postMessage("mobil-imza-chat:close", "*"); });
}
lively = Date.now();
open().then(() => setTimeout(look, QUICK_MS));
`;

export const CHAT_JS = `"use strict";\n{${MARKDOWN_JS}${CARDS_JS}${TALK_JS}}\n`;

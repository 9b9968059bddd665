import type { Language } from "../../../core/knowledge.ts";
import type { ChatTexts } from "./chat-texts.ts";

export interface ChatPageInput {
  readonly language: Language;
  readonly texts: ChatTexts;
  readonly paths: { readonly css: string; readonly js: string; readonly cards: string };
}

/** A phone with a signature on it. */
const LOGO = `<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect x="8" y="2.5" width="16" height="27" rx="3.5" fill="none" stroke="currentColor" stroke-width="2.2"/><path d="M12 19.5c2.2-6.5 4.6-8.3 5-6.4.4 2-3.4 7-2.3 7.4 1 .4 1.900-2 2.900-1.900.8.1.5 1.500 2.400 1.300" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/><path d="M13.500 26h5" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>`;
const NEW_ICON = `<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M10 4v12M4 10h12" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/></svg>`;
const SEND_ICON = `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 12 3 4.500c-.1-.8.6-1.300 1.300-1L20.500 11c.8.400.800 1.600 0 2L4.300 20.500c-.7.300-1.400-.2-1.300-1z" fill="none" stroke="currentColor" stroke-width="1.800" stroke-linejoin="round"/><path d="M4.500 12H12" stroke="currentColor" stroke-width="1.800" stroke-linecap="round"/></svg>`;

/** The page of the browser chat; what happens in it is in chat.js. */
export function chatPage({ language, texts, paths }: ChatPageInput): string {
  const other = language === "tr" ? "en" : "tr";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(texts.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${paths.css}">
<script src="${paths.js}" defer></script>
</head>
<body data-texts="${escapeHtml(JSON.stringify(texts))}" data-language="${language}" data-cards="${paths.cards}">
<div class="chat">
<header class="top">
<span class="logo">${LOGO}</span>
<div class="name"><h1>${escapeHtml(texts.title)}</h1><p>${escapeHtml(texts.office)}</p></div>
<a class="quiet" id="language" href="/?language=${other}" lang="${other}" title="${escapeHtml(texts.otherLanguage)}">${other === "en" ? "EN" : "TR"}</a>
<button class="quiet" id="new-chat" type="button" aria-label="${escapeHtml(texts.newChat)}" title="${escapeHtml(texts.newChat)}">${NEW_ICON}</button>
</header>
<main class="stage">
<div class="log" id="log" role="log" aria-label="${escapeHtml(texts.log)}" aria-live="polite" tabindex="0"></div>
<noscript><p class="notice">${escapeHtml(texts.noScript)}</p></noscript>
<p class="notice" id="notice" role="status" hidden></p>
<div class="suggestions" id="suggestions" role="group" aria-label="${escapeHtml(texts.suggestions)}" hidden></div>
<form class="composer" id="composer">
<label class="hidden" for="text">${escapeHtml(texts.input)}</label>
<textarea id="text" rows="1" maxlength="4000" placeholder="${escapeHtml(texts.placeholder)}" autocomplete="off" enterkeyhint="send"></textarea>
<button class="send" type="submit" aria-label="${escapeHtml(texts.send)}" title="${escapeHtml(texts.send)}">${SEND_ICON}</button>
</form>
<p class="note">${escapeHtml(texts.note)}</p>
</main>
</div>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

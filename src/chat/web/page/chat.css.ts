/** The chat's looks: Fluent-like, light and dark, high contrast, from a phone's width up. */
export const CHAT_CSS = `
:root {
  color-scheme: light;
  --page: #eef2f7; --surface: #ffffff; --bubble: #f3f5f8; --line: #d9dde3; --line-strong: #737b87;
  --text: #1b1d21; --text-2: #525963; --brand: #0b62ad; --brand-hover: #09528f; --on-brand: #ffffff; --brand-soft: #e3effa;
  --good: #0d6532; --warn: #845000; --bad: #a8201a; --bad-soft: #fde7e5;
  --shadow: 0 2px 8px rgb(0 0 0 / .08), 0 12px 40px rgb(11 40 80 / .10);
}
@media (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --page: #121417; --surface: #1d2024; --bubble: #2a2e34; --line: #3a4048; --line-strong: #8b939f;
    --text: #f2f3f5; --text-2: #b4bbc5; --brand: #6cb6f5; --brand-hover: #8cc6f8; --on-brand: #08233b; --brand-soft: #1d3a55;
    --good: #83d6a0; --warn: #f2c46d; --bad: #ff9e97; --bad-soft: #4a1f1c;
    --shadow: 0 2px 12px rgb(0 0 0 / .5);
  }
}
@media (prefers-contrast: more) { :root { --line: var(--text); --line-strong: var(--text); --text-2: var(--text); } }
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { background: var(--page); color: var(--text); font: 15px/1.5 "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", sans-serif; }
[hidden] { display: none !important; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
.chat { display: flex; flex-direction: column; height: 100dvh; max-width: 780px; margin: 0 auto; background: var(--surface); }
@media (min-width: 820px) and (min-height: 600px) {
  .chat { height: calc(100dvh - 48px); margin: 24px auto; border-radius: 16px; box-shadow: var(--shadow); overflow: hidden; }
}
.top { display: flex; align-items: center; gap: 12px; padding: 12px 16px; border-bottom: 1px solid var(--line); }
.logo { display: grid; place-items: center; flex: none; width: 40px; height: 40px; border-radius: 12px; background: var(--brand); color: var(--on-brand); }
.logo svg { width: 26px; height: 26px; }
.name { flex: 1; min-width: 0; }
.name h1 { margin: 0; font-size: 16px; font-weight: 600; line-height: 1.3; }
.name p { margin: 0; font-size: 13px; color: var(--text-2); }
.quiet { display: inline-grid; place-items: center; min-width: 36px; height: 36px; padding: 0 10px; border: 0; border-radius: 8px; background: none; color: var(--text-2); font: inherit; font-size: 14px; text-decoration: none; cursor: pointer; }
.quiet:hover { background: var(--bubble); color: var(--text); }
.quiet svg { width: 20px; height: 20px; }
.stage { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.log { flex: 1; min-height: 0; overflow-y: auto; padding: 20px 16px 8px; display: flex; flex-direction: column; gap: 12px; overscroll-behavior: contain; scroll-behavior: smooth; }
.log > :first-child { margin-top: auto; }
@media (prefers-reduced-motion: reduce) { .log { scroll-behavior: auto; } }
.row { display: flex; gap: 10px; max-width: 92%; }
.row.user { align-self: flex-end; flex-direction: row-reverse; max-width: 82%; }
.avatar { display: grid; place-items: center; flex: none; width: 28px; height: 28px; margin-top: 4px; border-radius: 9px; background: var(--brand); color: var(--on-brand); }
.avatar svg { width: 18px; height: 18px; }
.body { min-width: 0; display: flex; flex-direction: column; gap: 8px; align-items: flex-start; }
.user .body { align-items: flex-end; }
.bubble { padding: 9px 14px; border-radius: 4px 16px 16px 16px; background: var(--bubble); overflow-wrap: anywhere; }
.user .bubble { border-radius: 16px 16px 4px 16px; background: var(--brand); color: var(--on-brand); white-space: pre-wrap; }
.bubble p, .bubble ul, .bubble ol { margin: 0; }
.bubble * + p, .bubble p + ul, .bubble p + ol { margin-top: 8px; }
.bubble ul, .bubble ol { padding-left: 22px; }
.bubble a { color: var(--brand); }
.source { font-size: 13px; color: var(--text-2); }
.card { width: min(100%, 480px); border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
.card .ac-adaptiveCard { outline: none; }
.card .ac-pushButton { min-height: 34px; padding: 5px 14px; border: 1px solid var(--line-strong); border-radius: 8px; background: var(--surface); color: var(--text); font: inherit; font-size: 14px; font-weight: 600; cursor: pointer; text-align: center; white-space: normal; }
.card .ac-pushButton:hover { background: var(--bubble); }
.card .ac-pushButton div { white-space: normal !important; }
.failed { display: flex; gap: 8px; align-items: center; font-size: 13px; color: var(--bad); }
.link { border: 0; padding: 4px; background: none; color: var(--brand); font: inherit; font-size: 13px; text-decoration: underline; cursor: pointer; }
.typing { display: flex; gap: 5px; padding: 14px 16px; }
.typing i { width: 7px; height: 7px; border-radius: 50%; background: var(--text-2); animation: wave 1.2s infinite; }
.typing i:nth-child(2) { animation-delay: .15s; } .typing i:nth-child(3) { animation-delay: .3s; }
@keyframes wave { 0%, 60%, 100% { opacity: .3; transform: none; } 30% { opacity: 1; transform: translateY(-3px); } }
@media (prefers-reduced-motion: reduce) { .typing i { animation: none; } }
.log time { align-self: center; font-size: 12px; color: var(--text-2); }
.notice { margin: 0 16px 8px; padding: 8px 12px; border-radius: 8px; background: var(--bad-soft); color: var(--bad); font-size: 14px; }
.notice.kind { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; background: var(--brand-soft); color: var(--text); }
.suggestions { display: flex; flex-wrap: wrap; gap: 8px; padding: 8px 16px 0 54px; max-height: 30vh; overflow-y: auto; }
.suggestions button { min-height: 36px; padding: 6px 14px; border: 1px solid var(--brand); border-radius: 18px; background: var(--surface); color: var(--brand); font: inherit; font-size: 14px; text-align: left; cursor: pointer; }
.suggestions button:hover { background: var(--brand-soft); }
.suggestions .ratings { display: flex; gap: 8px; }
.suggestions :not(.ratings) + .ratings { margin-left: auto; }
.suggestions .ratings button { border-color: var(--line-strong); color: var(--text-2); }
.suggestions .ratings button::before { content: ""; display: inline-block; width: 16px; height: 16px; margin-right: 6px; vertical-align: -2px; background: currentColor; clip-path: path("M1 8h3v7H1zM5 8l3-7c1.300 0 2.200.8 2.200 2.100L9.700 6h4.100c1 0 1.700.9 1.500 1.800l-1.200 5.800c-.2.8-.8 1.400-1.600 1.400H5z"); }
.suggestions .ratings button + button::before { transform: rotate(180deg); }
.composer { display: flex; align-items: flex-end; gap: 8px; margin: 12px 16px 0; padding: 4px 4px 4px 14px; border: 1px solid var(--line-strong); border-radius: 22px; background: var(--surface); }
.composer:focus-within { border-color: var(--brand); box-shadow: inset 0 0 0 1px var(--brand); }
.composer textarea { flex: 1; min-width: 0; max-height: 140px; padding: 7px 0; border: 0; outline: 0; resize: none; background: none; color: inherit; font: inherit; font-size: 16px; line-height: 1.4; }
.composer textarea::placeholder { color: var(--text-2); opacity: 1; }
.send { display: grid; place-items: center; flex: none; width: 36px; height: 36px; border: 0; border-radius: 50%; background: var(--brand); color: var(--on-brand); cursor: pointer; }
.send:hover { background: var(--brand-hover); }
.send svg { width: 20px; height: 20px; }
.note { margin: 6px 16px 10px; text-align: center; font-size: 12px; color: var(--text-2); }
@media (max-width: 480px) { .name h1 { font-size: 15px; } .suggestions { padding-left: 16px; } .row { max-width: 98%; } .row .avatar { display: none; } }
@media (forced-colors: active) { .suggestions .ratings button::before { forced-color-adjust: none; background: CanvasText; } .bubble, .card, .send, .suggestions button { border: 1px solid; } }
`;

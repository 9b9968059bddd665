/** Colours, spaces, sizes and letters: the only place where a colour is named. Contrast of text is at least 4.5 : 1 in each theme. */
const LIGHT = `
  color-scheme: light;
  --page: #f3f4f6;
  --surface: #ffffff;
  --surface-2: #f7f8fa;
  --hover: #eef2f7;
  --selected: #e3effa;
  --line: #d9dde3;
  --line-strong: #737b87;
  --text: #1b1d21;
  --text-2: #525963;
  --brand: #0b62ad;
  --brand-hover: #09528f;
  --on-brand: #ffffff;
  --brand-soft: #e3effa;
  --info: #0b5394; --info-soft: #e1effb;
  --good: #0d6532; --good-soft: #e0f3e6;
  --warn: #845000; --warn-soft: #fdf0d5;
  --bad: #a8201a; --bad-soft: #fde7e5;
  --quiet: #525963; --quiet-soft: #e9ecf0;
  --s-0: #2b7cc9; --s-1: #6a4fb3; --s-2: #c96a1b; --s-3: #2a8a55; --s-4: #b0397a; --s-5: #5f6b7a;
  --note: #6b5200; --note-soft: #fff7dc; --note-line: #ead9a0;
  --shadow: 0 1px 2px rgb(0 0 0 / .06), 0 2px 8px rgb(0 0 0 / .06);
  --shadow-high: 0 8px 28px rgb(0 0 0 / .18);
`;

const DARK = `
  color-scheme: dark;
  --page: #17191c;
  --surface: #202327;
  --surface-2: #262a2f;
  --hover: #2c3137;
  --selected: #1d3a55;
  --line: #3a4048;
  --line-strong: #8b939f;
  --text: #f2f3f5;
  --text-2: #b4bbc5;
  --brand: #6cb6f5;
  --brand-hover: #8cc6f8;
  --on-brand: #08233b;
  --brand-soft: #1d3a55;
  --info: #8cc6f8; --info-soft: #17344f;
  --good: #83d6a0; --good-soft: #163724;
  --warn: #f2c46d; --warn-soft: #3f2f10;
  --bad: #ff9e97; --bad-soft: #4a1f1c;
  --quiet: #b4bbc5; --quiet-soft: #33383f;
  --s-0: #5aa8ec; --s-1: #a48be8; --s-2: #f0a35e; --s-3: #6fce98; --s-4: #ef86bb; --s-5: #a6b0bd;
  --note: #ead08a; --note-soft: #322b16; --note-line: #5a4d22;
  --shadow: 0 1px 2px rgb(0 0 0 / .4);
  --shadow-high: 0 8px 28px rgb(0 0 0 / .6);
`;

/** On top of either theme: nothing is said by a soft tint alone. */
const CONTRAST = `
  --line: var(--text);
  --line-strong: var(--text);
  --text-2: var(--text);
  --shadow: none;
`;

export const TOKENS_CSS = `
:root {
  --s1: .25rem; --s2: .5rem; --s3: .75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2rem; --s7: 3rem;
  --small: .8125rem; --normal: .9375rem; --large: 1.125rem; --huge: 1.5rem;
  --round: 6px; --rail: 86px; --bar: 52px;
  --font: "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: "Cascadia Mono", Consolas, ui-monospace, "Liberation Mono", monospace;
  ${LIGHT}
}
/* Paper is light, whatever the screen is. */
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme=light]) { ${DARK} } }
@media screen { :root[data-theme=dark] { ${DARK} } }
@media (prefers-contrast: more) { :root:root { ${CONTRAST} } }
:root[data-contrast=more] { ${CONTRAST} }
`;

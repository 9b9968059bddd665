/** Letters, links, forms and the frame of every page. */
export const BASE_CSS = `
@media (prefers-reduced-motion: reduce) { *, ::before, ::after { transition: none !important; animation: none !important; scroll-behavior: auto !important; } }
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { font: 400 var(--normal)/1.45 var(--font); background: var(--page); color: var(--text); -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; }
h1, h2, h3, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; }
ul, ol { list-style: none; }
fieldset { border: 0; min-width: 0; }
h1 { font-size: var(--huge); font-weight: 650; line-height: 1.25; letter-spacing: -.01em; }
h2 { font-size: var(--large); font-weight: 620; line-height: 1.3; }
h3 { font-size: var(--normal); font-weight: 620; }
a { color: var(--brand); text-underline-offset: .15em; }
a:hover { color: var(--brand-hover); }
code, kbd, .mono { font-family: var(--mono); font-size: .9em; }
kbd { border: 1px solid var(--line-strong); border-bottom-width: 2px; border-radius: 4px; padding: 0 .35em; background: var(--surface-2); color: var(--text); font-size: .8em; }
.icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; vertical-align: -.25em; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; border-radius: 3px; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: var(--s2); top: -4rem; z-index: 20; background: var(--brand); color: var(--on-brand); padding: var(--s2) var(--s4); border-radius: var(--round); }
.skip:focus { top: var(--s2); color: var(--on-brand); }

.shell { display: grid; grid-template: var(--bar) 1fr / var(--rail) minmax(0, 1fr); min-height: 100vh; }
.bar { grid-column: 1 / -1; display: flex; align-items: center; gap: var(--s3); padding: 0 var(--s4) 0 0; background: var(--surface); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 10; }
.bar .product { display: flex; align-items: center; gap: var(--s3); height: 100%; padding-left: 22px; color: var(--text); font-weight: 640; text-decoration: none; white-space: nowrap; }
.bar .product .icon { color: var(--brand); width: 1.6rem; height: 1.6rem; }
.bar .find { flex: 1; max-width: 34rem; margin: 0 auto; position: relative; }
.bar .find .icon { position: absolute; left: .6rem; top: .55rem; color: var(--text-2); }
.bar .find input { width: 100%; padding-left: 2.2rem; background: var(--surface-2); }
.bar .tools { display: flex; align-items: center; gap: var(--s1); }
.rail { background: var(--surface); border-right: 1px solid var(--line); padding: var(--s2) 0; }
.rail ul { position: sticky; top: calc(var(--bar) + var(--s2)); }
.rail a { display: flex; flex-direction: column; align-items: center; gap: 2px; padding: var(--s2) 2px; margin: 2px 6px; border-radius: var(--round); color: var(--text-2); font-size: .72rem; text-decoration: none; text-align: center; position: relative; }
.rail a .icon { width: 1.4rem; height: 1.4rem; }
.rail a:hover { background: var(--hover); color: var(--text); }
.rail a[aria-current] { color: var(--brand); background: var(--brand-soft); font-weight: 600; }
.rail .number { position: absolute; top: 2px; right: 10px; }
main { padding: var(--s4) var(--s5) var(--s6); min-width: 0; }
main:focus { outline: none; }
.page-head { display: flex; align-items: center; gap: var(--s3) var(--s4); flex-wrap: wrap; margin-bottom: var(--s4); }
.page-head .grow { flex: 1; }
.lead { color: var(--text-2); max-width: 46rem; text-wrap: pretty; }

.notices { display: flex; flex-wrap: wrap; gap: var(--s2); margin-bottom: var(--s3); }
.notices details { border-radius: 1.5rem; border: 1px solid currentColor; font-size: var(--small); background: var(--info-soft); color: var(--info); }
.notices details.warn { background: var(--warn-soft); color: var(--warn); }
.notices details[open] { border-radius: var(--round); flex-basis: 100%; }
.notices summary { display: flex; align-items: center; gap: var(--s2); padding: .15rem .7rem; cursor: pointer; font-weight: 600; list-style: none; }
.notices summary::-webkit-details-marker { display: none; }
.notices p { padding: 0 .9rem .5rem 2.6rem; }
.banner { display: flex; gap: var(--s3); align-items: flex-start; padding: var(--s2) var(--s4); margin-bottom: var(--s4); border-radius: var(--round); background: var(--info-soft); color: var(--info); border: 1px solid currentColor; font-size: var(--small); }
.banner > div { min-width: 0; overflow-wrap: anywhere; }
.banner .icon { margin-top: .05rem; }
.banner.good { background: var(--good-soft); color: var(--good); }
.banner.warn { background: var(--warn-soft); color: var(--warn); }
.banner.bad { background: var(--bad-soft); color: var(--bad); }
.banner strong { display: block; }
.banner a { color: inherit; }

input, select, textarea, button { font: inherit; color: inherit; }
input:not([type=checkbox], [type=radio]), select, textarea { background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--round); padding: .4rem .6rem; min-height: 2.25rem; max-width: 100%; }
select { padding-right: 1.8rem; }
textarea { width: 100%; min-height: 8rem; resize: vertical; line-height: 1.5; }
[aria-invalid=true]:is(input, select, textarea) { border-color: var(--bad); }
input:hover, select:hover, textarea:hover { border-color: var(--text-2); }
input:focus, select:focus, textarea:focus { outline: 2px solid var(--brand); outline-offset: -1px; border-color: var(--brand); }
::placeholder { color: var(--text-2); opacity: 1; }
input[type=checkbox], input[type=radio] { width: 1.1rem; height: 1.1rem; accent-color: var(--brand); vertical-align: -.15rem; }
label { font-weight: 560; font-size: var(--small); }
.field { display: grid; gap: var(--s1); }
.field .hint { color: var(--text-2); font-size: var(--small); font-weight: 400; }
.field .wrong { color: var(--bad); font-size: var(--small); }
.button { display: inline-flex; align-items: center; justify-content: center; gap: var(--s2); min-height: 2.25rem; padding: .35rem .85rem; border: 1px solid var(--line-strong); border-radius: var(--round); background: var(--surface); color: var(--text); font-weight: 560; text-decoration: none; cursor: pointer; white-space: nowrap; max-width: 100%; }
.button > .clip { min-width: 0; }
.button:hover { background: var(--hover); color: var(--text); }
.button.main { background: var(--brand); border-color: var(--brand); color: var(--on-brand); }
.button.main:hover { background: var(--brand-hover); }
.button.quiet { border-color: transparent; background: none; }
.button.quiet:hover { background: var(--hover); }
.button.danger { color: var(--bad); border-color: var(--bad); }
.button.small { min-height: 1.9rem; padding: .15rem .6rem; font-size: var(--small); }
.button[disabled] { opacity: .55; cursor: not-allowed; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s3); }
.stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s3); }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; box-shadow: var(--shadow); }
.card > .head { display: flex; align-items: center; gap: var(--s2); padding: var(--s3) var(--s4); border-bottom: 1px solid var(--line); }
.card > .head .grow { flex: 1; }
.card > .body { padding: var(--s4); }
.muted { color: var(--text-2); }
.small { font-size: var(--small); }
.nowrap { white-space: nowrap; }

@media (max-width: 760px) {
  .shell { grid-template: var(--bar) 1fr auto / minmax(0, 1fr); }
  .bar .product span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .bar .product { padding-left: var(--s3); }
  .bar { gap: var(--s2); padding-right: var(--s2); }
  .rail { order: 3; position: sticky; bottom: 0; z-index: 10; border: 0; border-top: 1px solid var(--line); padding: 0; overflow-x: auto; }
  .rail ul { display: flex; position: static; }
  .rail li { flex: 1 1 0; min-width: 0; }
  .rail a { margin: 2px 1px; padding: var(--s2) 0; font-size: .64rem; letter-spacing: -.02em; white-space: nowrap; }
  .page-head form.row { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); width: 100%; }
  .page-head form.row > * { min-width: 0; }
  main { padding: var(--s3) var(--s3) var(--s5); }
  .hide-narrow { display: none; }
}
/* Of a small screen, or one magnified, the bar takes no lasting part. */
@media (max-height: 450px) { .bar { position: static; } }
@media print { .bar, .rail, .composer, .button { display: none; } .shell { display: block; } }
`;

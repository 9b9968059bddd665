/** What pages are put together from: badges, tabs, tables, menus, dialogs, empty states. */
export const PARTS_CSS = `
.badge { display: inline-flex; align-items: center; gap: .3em; padding: .05rem .5rem; border-radius: 1rem; font-size: .75rem; font-weight: 600; line-height: 1.5; white-space: nowrap; background: var(--quiet-soft); color: var(--quiet); }
.list .badge { vertical-align: middle; }
.badge .icon { width: 1em; height: 1em; }
.badge.info { background: var(--info-soft); color: var(--info); }
.badge.good { background: var(--good-soft); color: var(--good); }
.badge.warn { background: var(--warn-soft); color: var(--warn); }
.badge.bad { background: var(--bad-soft); color: var(--bad); }
.badge.outline { background: none; border: 1px solid var(--line-strong); color: var(--text-2); font-weight: 500; }
.number { display: inline-block; min-width: 1.35rem; padding: 0 .35rem; border-radius: 1rem; background: var(--quiet-soft); color: var(--quiet); font-size: .72rem; font-weight: 640; line-height: 1.35rem; text-align: center; font-variant-numeric: tabular-nums; }
.number.loud { background: var(--brand); color: var(--on-brand); }
.face { display: inline-grid; place-items: center; width: 2rem; height: 2rem; flex: none; border-radius: 50%; background: var(--brand-soft); color: var(--brand); font-size: .75rem; font-weight: 650; }
.face.small { width: 1.5rem; height: 1.5rem; font-size: .62rem; }
.face.agent { background: var(--good-soft); color: var(--good); }
.face.bot { background: var(--quiet-soft); color: var(--quiet); }
.face.none { background: none; border: 1px dashed var(--line-strong); color: var(--text-2); }

.tabs { display: flex; gap: var(--s1); border-bottom: 1px solid var(--line); overflow-x: auto; scrollbar-width: thin; }
.tabs a { display: inline-flex; gap: var(--s2); align-items: center; padding: var(--s2) var(--s3); color: var(--text-2); text-decoration: none; border-bottom: 3px solid transparent; margin-bottom: -1px; white-space: nowrap; font-weight: 560; }
.tabs a:hover { color: var(--text); background: var(--hover); border-radius: var(--round) var(--round) 0 0; }
.tabs a[aria-current] { color: var(--text); border-color: var(--brand); }
.tabs a[aria-current] .number { background: var(--brand); color: var(--on-brand); }

.views { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; margin-bottom: var(--s3); }
.views nav { display: flex; flex-wrap: wrap; gap: var(--s2); }
.views nav a { display: inline-flex; align-items: center; gap: var(--s2); padding: .15rem .7rem; border: 1px solid var(--line-strong); border-radius: 1.5rem; background: var(--surface); color: var(--text); font-size: var(--small); font-weight: 560; text-decoration: none; }
.views nav a:hover { background: var(--hover); }
.views nav a[aria-current] { background: var(--brand-soft); border-color: var(--brand); color: var(--brand); }

.table-scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-size: var(--small); font-weight: 600; color: var(--text-2); padding: var(--s2) var(--s3); border-bottom: 1px solid var(--line); white-space: nowrap; background: var(--surface); }
td { padding: var(--s2) var(--s3); border-bottom: 1px solid var(--line); vertical-align: middle; }
tbody tr:last-child td { border-bottom: 0; }
tbody tr:hover { background: var(--hover); }
td.number-cell, th.number-cell { text-align: right; font-variant-numeric: tabular-nums; }
.list td { cursor: default; }
.list tr { position: relative; }
.list td .cover { color: inherit; text-decoration: none; font-weight: 500; }
.list td { padding-top: .35rem; padding-bottom: .35rem; }
.list .pick { width: 2.2rem; padding-right: 0; }
.list tr:has([name=tickets]:checked) { background: var(--selected); }
.bulk { position: sticky; bottom: 0; display: flex; flex-wrap: wrap; gap: var(--s2) var(--s3); align-items: center; padding: var(--s2) var(--s4); background: var(--surface); border-top: 1px solid var(--line); box-shadow: var(--shadow-high); z-index: 3; border-radius: 0 0 8px 8px; }
.list td .cover::after { content: ""; position: absolute; inset: 0; }
.list td .cover:focus-visible { outline: none; }
.list tr:has(.cover:focus-visible), .list tr.here { background: var(--selected); box-shadow: inset 3px 0 0 var(--brand); }
.list td .above { position: relative; z-index: 1; }
.list .unread .cover { font-weight: 700; }
.clip { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.list .subject { max-width: 0; width: 42%; }
.list .who { max-width: 12rem; }

.empty { text-align: center; padding: var(--s7) var(--s4); display: grid; gap: var(--s3); justify-items: center; }
.empty > .icon { width: 3rem; height: 3rem; stroke-width: 1; color: var(--text-2); }
.empty p { color: var(--text-2); max-width: 34rem; }
.named { padding: var(--s2) var(--s3); }
.looked { color: var(--text-2); text-align: center; padding: var(--s3) var(--s3) 0; border-top: 1px solid var(--line); }
.narrowed { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); padding: var(--s2) var(--s3); border-bottom: 1px solid var(--line); }
.narrowed > :last-child { margin-left: auto; }
.looked + .more, .empty .more { border-top: 0; }
.more { display: flex; justify-content: center; padding: var(--s3); border-top: 1px solid var(--line); }

.menu { position: relative; }
.menu > summary { list-style: none; cursor: pointer; }
.menu > summary::-webkit-details-marker { display: none; }
.menu > .sheet { position: absolute; right: 0; top: calc(100% + 6px); min-width: 15rem; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; box-shadow: var(--shadow-high); padding: var(--s2); z-index: 15; }
.menu.left > .sheet { right: auto; left: 0; }
.menu > .sheet.wide { width: 24rem; max-width: 90vw; padding: var(--s3); }
.menu .sheet .item { display: flex; width: 100%; align-items: center; gap: var(--s3); padding: var(--s2) var(--s3); border: 0; border-radius: var(--round); background: none; color: var(--text); text-align: left; text-decoration: none; cursor: pointer; font-size: var(--normal); }
.menu .sheet .item:hover { background: var(--hover); }
.menu .sheet hr { border: 0; border-top: 1px solid var(--line); margin: var(--s2) 0; }
.menu > .sheet:has(.chosen-time) { width: 18rem; max-width: 90vw; }
.menu .sheet .chosen-time { padding: var(--s1) var(--s3); }
.menu .sheet .chosen-time input { width: 100%; }
.menu .sheet p { padding: var(--s1) var(--s3); }

dialog { border: 1px solid var(--line); border-radius: 10px; background: var(--surface); color: var(--text); box-shadow: var(--shadow-high); padding: var(--s5); width: min(40rem, calc(100vw - 2rem)); }
dialog::backdrop { background: rgb(0 0 0 / .4); }
.keys { display: grid; grid-template-columns: max-content 1fr; gap: var(--s2) var(--s4); align-items: baseline; margin: var(--s4) 0; }

.choices li label { display: flex; gap: var(--s3); padding: var(--s3) var(--s4); border-bottom: 1px solid var(--line); cursor: pointer; font-weight: 400; font-size: var(--normal); }
.choices li label > span { min-width: 0; overflow-wrap: anywhere; }
.choices li label:hover { background: var(--hover); }
.excerpt { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; white-space: pre-wrap; color: var(--text-2); font-size: var(--small); font-weight: 400; }
.answers { max-height: 50vh; overflow-y: auto; margin: var(--s3) 0; border: 1px solid var(--line); border-radius: var(--round); }
.answers li { border-bottom: 1px solid var(--line); }
.answers [data-answer] { display: grid; gap: var(--s1); width: 100%; text-align: left; padding: var(--s3); border: 0; background: none; cursor: pointer; }
.answers [data-answer]:hover, .answers [data-answer]:focus-visible { background: var(--hover); }
.answers .why { padding-bottom: var(--s2); overflow-wrap: anywhere; }
.answers .why p { padding-bottom: 0; }
.answers .why details { padding: 0 var(--s3); }
.answers .why summary { cursor: pointer; }
.answers p { padding: 0 var(--s3) var(--s2); }
.chart ~ details { margin-top: var(--s3); }
.chart svg { display: block; width: 100%; overflow: visible; }
.chart text { font: 12px var(--font); fill: var(--text-2); }
.chart .value { fill: var(--text); }
.chart .grid { stroke: var(--line); }
.chart.columns { display: grid; grid-template-columns: 2.4rem minmax(0, 1fr); padding-bottom: 1.5rem; }
.chart.columns svg { height: 12rem; }
.chart.bars { display: grid; grid-template-columns: fit-content(min(16rem, 40%)) minmax(0, 1fr); gap: var(--s1) var(--s3); align-items: center; font-size: var(--small); }
.chart.bars .name { text-align: right; overflow-wrap: anywhere; }
.s0 { fill: var(--s-0); } .s1 { fill: var(--s-1); } .s2 { fill: var(--s-2); } .s3 { fill: var(--s-3); } .s4 { fill: var(--s-4); } .s5 { fill: var(--s-5); }
.legend { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); font-size: var(--small); margin: var(--s2) 0; }
.legend li { display: flex; align-items: center; gap: var(--s2); }
.pair { display: flex; flex-wrap: wrap; gap: var(--s2); }
.pair select { flex: 1 1 11.5rem; min-width: 0; }
.code { font-size: var(--large); margin: var(--s2) 0; user-select: all; }
.qr { width: 13rem; height: 13rem; border-radius: var(--round); }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: var(--s2) var(--s4); font-size: var(--small); }
.facts dt { color: var(--text-2); }
.facts dd { overflow-wrap: anywhere; }
.steps { display: grid; gap: 0; }
.steps li { display: grid; grid-template-columns: 1.5rem 1fr; gap: var(--s2); padding-bottom: var(--s3); position: relative; font-size: var(--small); }
.steps li::before { content: ""; width: 9px; height: 9px; border-radius: 50%; background: var(--brand); margin: .35rem auto 0; z-index: 1; }
.steps li:not(:last-child)::after { content: ""; position: absolute; left: calc(.75rem - .5px); top: .8rem; bottom: -.35rem; width: 1px; background: var(--line-strong); }
.steps .what { overflow-wrap: anywhere; }
.chips { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); }
.signin { min-height: 100vh; display: grid; place-items: center; padding: var(--s4); background: radial-gradient(60rem 30rem at 20% 0%, var(--brand-soft), transparent), var(--page); }
.signin .card { width: min(25rem, 100%); padding: var(--s6) var(--s5); display: grid; gap: var(--s4); }
.signin .mark { display: flex; align-items: center; gap: var(--s3); color: var(--brand); font-weight: 650; }
.signin .mark .icon { width: 2.2rem; height: 2.2rem; }
.signin input:not([type=checkbox]) { width: 100%; min-height: 2.6rem; }
.signin .button.main { width: 100%; min-height: 2.6rem; }
.signin .feet { display: flex; justify-content: space-between; }
.settings { display: grid; grid-template-columns: minmax(0, 5fr) minmax(18rem, 3fr); gap: var(--s4); align-items: start; }
.stack.narrow { max-width: 52rem; }
.settings legend { margin-bottom: var(--s2); }
.settings .row.top { align-items: start; }
.settings .field input { width: max-content; }
.settings .fingerprint { overflow-wrap: anywhere; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: var(--s3); }
.tile { padding: var(--s3) var(--s4); }
.tile .value { font-size: 1.75rem; font-weight: 640; line-height: 1.2; font-variant-numeric: tabular-nums; }
.entry { border-top: 1px solid var(--line); }
.entry > summary { display: flex; align-items: center; gap: var(--s3); padding: var(--s3) var(--s4); cursor: pointer; font-weight: 560; }
.entry > summary:hover { background: var(--hover); }
.entry > summary .mono { margin-left: auto; font-weight: 400; }
.entry > div { padding: 0 var(--s4) var(--s4); }
.entry .answer { white-space: pre-wrap; max-width: 80ch; }
.entry:target > summary { box-shadow: inset 3px 0 0 var(--brand); }
.list td.subject .badge { display: inline-block; max-width: min(16rem, 100%); overflow: hidden; text-overflow: ellipsis; vertical-align: bottom; }
@media (max-width: 980px) { .settings { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 760px) {
  .list thead { display: none; }
  .list tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--s2); padding: var(--s2) var(--s3); border-bottom: 1px solid var(--line); }
  .list td { border: 0; padding: 1px 0; }
  .list .pick { display: none; }
  .bulk { bottom: 4rem; }
  .list td.subject { max-width: none; width: auto; grid-column: 1 / -1; order: -1; }
  .stacked thead { display: none; }
  .stacked tr { display: grid; gap: var(--s1); padding: var(--s3); border-bottom: 1px solid var(--line); }
  .stacked tr:last-child { border-bottom: 0; }
  .stacked th, .stacked td { display: block; padding: 0; border: 0; white-space: normal; overflow-wrap: anywhere; }
  .stacked td.number-cell { text-align: left; }
  .chart .between { display: none; }
}
`;

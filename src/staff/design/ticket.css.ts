/** The desk: the list beside the ticket, the thread, the composer and the panel of properties. */
export const TICKET_CSS = `
main.desk { padding: 0; display: grid; grid-template-columns: 20.5rem minmax(0, 1fr); align-items: start; }
.desk > .queue { position: sticky; top: var(--bar); height: calc(100vh - var(--bar)); overflow-y: auto; background: var(--surface); border-right: 1px solid var(--line); scrollbar-width: thin; }
.queue .head { position: sticky; top: 0; z-index: 2; display: flex; align-items: center; gap: var(--s2); padding: var(--s2) var(--s3); background: var(--surface); border-bottom: 1px solid var(--line); }
.queue li a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 1px var(--s2); padding: var(--s2) var(--s3); border-bottom: 1px solid var(--line); color: var(--text); text-decoration: none; font-size: var(--small); }
.queue li a:hover { background: var(--hover); }
.queue li a[aria-current] { background: var(--selected); box-shadow: inset 3px 0 0 var(--brand); }
.queue li a:focus-visible { outline-offset: -2px; }
.queue .subject { font-weight: 560; font-size: var(--normal); grid-column: 1 / -1; }
.queue .unread .subject { font-weight: 700; }
.queue .foot { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 1px var(--s2); align-items: center; }
.desk > .ticket { padding: var(--s4) var(--s5) var(--s6); min-width: 0; }
.ticket .title { display: grid; gap: var(--s2); margin-bottom: var(--s4); }
.ticket .title h1 { font-size: 1.35rem; overflow-wrap: anywhere; }
.ticket .columns { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: var(--s4); align-items: start; }
.side { display: grid; gap: var(--s3); align-content: start; font-size: var(--small); scroll-margin-top: calc(var(--bar) + var(--s3)); }
.side:focus { outline: none; }
.side h2 { font-size: var(--normal); white-space: nowrap; }
.side .tags { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s2); }
.side details[open] > summary.head::after { transform: translateY(.15rem) rotate(-135deg); }
.side .halves { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--s2); }
.side details[open] > summary .short { display: none; }
.side .short { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; text-align: right; color: var(--text-2); }
@media (min-width: 981px) {
  .side { position: sticky; top: calc(var(--bar) + var(--s3)); max-height: calc(100vh - var(--bar) - 2 * var(--s3)); overflow-y: auto; scrollbar-width: thin; padding: 2px; }
  .to-side:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
}
.side .card > .body { padding: var(--s3); overflow-wrap: anywhere; }
.side .card > .head { padding: var(--s2) var(--s3); }
.side summary.head { cursor: pointer; list-style: none; }
.side summary.head::-webkit-details-marker { display: none; }
.side details:not([open]) > summary.head { border-bottom: 0; }
.side summary.head::after { content: ""; margin-left: auto; width: .5rem; height: .5rem; border: solid var(--text-2); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }
.side select, .side input:not([type=checkbox]) { width: 100%; }
.suggestions li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s1) var(--s2); align-items: center; }
.suggestions li > form { grid-area: 1 / 2; }
.suggestions li > p { grid-column: 1 / -1; }
.suggestions li > .row { flex-wrap: nowrap; }
.suggestions li .mono { white-space: nowrap; }
.suggestions li > .clip { white-space: normal; overflow-wrap: anywhere; }
.suggestions li:not(:last-child) { padding-bottom: var(--s3); border-bottom: 1px solid var(--line); }
.identities { display: grid; gap: var(--s1); }
.identities li { display: flex; align-items: center; gap: var(--s2); min-width: 0; }
.identities .clip { flex: 1; min-width: 0; }
.identities .button { min-height: 1.6rem; padding: 0 .3rem; }
.by-hand > summary, .folded > summary { cursor: pointer; color: var(--brand); }
.by-hand form, .folded > ul, .folded > ol { margin-top: var(--s2); }
.thread { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s3); }
.earlier { position: relative; }
.earlier > a { position: absolute; top: 0; right: 0; }
.earlier .folded > .thread { margin-top: var(--s3); }
.message { border-radius: 8px; border: 1px solid var(--line); background: var(--surface); box-shadow: var(--shadow); scroll-margin-top: calc(var(--bar) + var(--s4)); }
.message > header { display: flex; gap: var(--s3); align-items: center; padding: var(--s3) var(--s4) 0; }
.message > header .names { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.message > header .name { font-weight: 620; }
.message .extras .button { white-space: normal; text-align: left; }
.message > .text { padding: var(--s2) var(--s4) var(--s3); white-space: pre-wrap; overflow-wrap: anywhere; max-width: 78ch; }
.message > .extras { padding: 0 var(--s4) var(--s3); display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s2); }
.message.out { border-left: 3px solid var(--good); }
.message.in { border-left: 3px solid var(--brand); }
.message.note { background: var(--note-soft); border-color: var(--note-line); border-left: 3px solid var(--note); }
.message.system { box-shadow: none; background: var(--surface-2); border-left: 3px solid var(--line-strong); }
.message:target { outline: 2px solid var(--brand); }
.message details > summary { cursor: pointer; color: var(--brand); font-size: var(--small); width: fit-content; }
.message .full { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid var(--line); padding-left: var(--s3); margin-top: var(--s2); color: var(--text-2); font-size: var(--small); }
.message iframe { width: 100%; height: 26rem; border: 1px solid var(--line); border-radius: var(--round); background: #fff; margin-top: var(--s2); resize: vertical; }
.signature { font-size: var(--small); }
.message .signature > summary { color: var(--text); width: auto; overflow-wrap: anywhere; }
.signature > summary > span + span { margin-left: var(--s2); }
.signature > p, .signature > dl { margin-top: var(--s2); max-width: 78ch; }
.signature .badge { white-space: normal; }
.files { display: flex; flex-wrap: wrap; gap: var(--s2); }
.file { display: inline-flex; align-items: center; gap: var(--s2); padding: var(--s1) var(--s3); border: 1px solid var(--line); border-radius: var(--round); background: var(--surface-2); font-size: var(--small); color: var(--text); text-decoration: none; max-width: 100%; overflow-wrap: anywhere; }
a.file:hover { background: var(--hover); color: var(--text); }
.mention { color: var(--brand); font-weight: 600; }
.mention.own { background: var(--brand-soft); border-radius: var(--round); padding: 0 2px; }
.colleagues { max-height: 12rem; overflow-y: auto; border: 1px solid var(--line-strong); border-radius: var(--round); background: var(--surface); box-shadow: var(--shadow-high); }
.colleagues[hidden], .colleagues [hidden] { display: none; }
.colleagues li .clip { display: inline-block; max-width: 60%; vertical-align: bottom; }
.answer-list li { padding: var(--s3) var(--s4); border-bottom: 1px solid var(--line); display: grid; gap: var(--s2); }
.answer-list li:last-child { border-bottom: 0; }
.answer-list .text { display: flex; gap: var(--s3); align-items: flex-start; }
.colleagues li { padding: var(--s2) var(--s3); cursor: pointer; }
.colleagues li:hover, .colleagues [aria-selected="true"] { background: var(--hover); }
.composer { margin-top: var(--s4); }
.composer .modes { display: flex; border-bottom: 1px solid var(--line); }
.composer .modes label { display: inline-flex; align-items: center; gap: var(--s2); padding: var(--s2) var(--s4); border-bottom: 3px solid transparent; margin-bottom: -1px; cursor: pointer; font-size: var(--normal); color: var(--text-2); }
.composer .modes label:has(:checked) { color: var(--text); border-color: var(--brand); }
.composer .modes label:has(:focus-visible) { outline: 2px solid var(--brand); outline-offset: -2px; }
.composer .modes input { position: absolute; opacity: 0; pointer-events: none; }
.composer:has([value=note]:checked) { background: var(--note-soft); border-color: var(--note-line); }
.composer:has([value=note]:checked) .for-reply, .composer:not(:has([value=note]:checked)) .for-note { display: none; }
.composer .body { padding: var(--s3) var(--s4) var(--s4); display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s3); }
/* Grows with what is typed; the button that sends it stays in sight. */
.composer textarea { background: var(--surface); min-height: 9rem; field-sizing: content; max-height: 50vh; scroll-margin-top: calc(var(--bar) + 6rem); }
.composer .send { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: center; margin: 0 calc(-1 * var(--s4)) calc(-1 * var(--s4)); padding: var(--s2) var(--s4) var(--s4); background: inherit; border-radius: 0 0 8px 8px; }
.composer:focus-within .send { position: sticky; bottom: 0; }
.composer .body { overflow-wrap: anywhere; background: inherit; border-radius: 0 0 8px 8px; }
.compare { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: var(--s4); align-items: start; }
.compare .choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: var(--s3) var(--s4); align-items: end; }
.compare > .wide { grid-column: span 2; }
.compare > .stack { align-content: start; }
@media (max-width: 760px) { .compare > .wide { grid-column: auto; } }
.under-tabs { margin-top: var(--s4); display: grid; gap: var(--s3); }
.board { display: flex; gap: var(--s3); align-items: flex-start; overflow-x: auto; padding-bottom: var(--s3); }
.board .column { flex: 0 0 15rem; display: grid; gap: var(--s2); background: var(--surface-2); border: 1px solid var(--line); border-radius: 8px; padding: var(--s3); }
.board h2 { font-size: var(--small); display: flex; justify-content: space-between; gap: var(--s2); }
.board ul { display: grid; gap: var(--s2); }
.board li a { display: grid; gap: var(--s1); padding: var(--s2) var(--s3); color: inherit; text-decoration: none; border-radius: 8px; }
.board li a:hover { background: var(--hover); }
.request { display: grid; grid-template-columns: minmax(0, 1fr) 22rem; gap: var(--s4); align-items: start; }
.request .correct > summary { cursor: pointer; color: var(--brand); padding: .3rem 0; }
.request .correct form { display: flex; gap: var(--s2); }
.request td { vertical-align: top; }
.request td .value { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--s1) var(--s3); }
.request td .button.small { min-height: 1.7rem; }
.passage { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 20rem; overflow-y: auto; }
.due { display: inline-flex; align-items: center; gap: .3em; font-size: var(--small); white-space: nowrap; }
.due.late { color: var(--bad); font-weight: 640; }
.due.soon { color: var(--warn); font-weight: 600; }
.viewers { display: inline-flex; gap: var(--s1); align-items: center; font-size: var(--small); color: var(--warn); }
.only-narrow { display: none; }
@media (max-width: 1240px) { main.desk { grid-template-columns: minmax(0, 1fr); } .desk > .queue { display: none; } .only-narrow { display: inline-flex; } }
@media (max-width: 980px) { .request { grid-template-columns: minmax(0, 1fr); } .ticket .columns { grid-template-columns: minmax(0, 1fr); } .side { order: 2; } }
@media (max-width: 760px) { .desk > .ticket { padding: var(--s3); } .message > header, .message > .text, .message > .extras { padding-left: var(--s3); padding-right: var(--s3); } .message > header { flex-wrap: wrap; }
  .message > header .names { flex: 1 1 12rem; }
  .ticket .title > .row { position: relative; }
  .ticket .title .menu { position: static; }
  .ticket .title .menu > .sheet { max-width: 100%; }
  .composer:focus-within .send { bottom: 3.6rem; } }
/* On paper: the conversation, each message with its date, nothing to press. */
@media print {
  .desk > .queue, .notices, .only-narrow, .to-side, .viewers, .ticket .side, .message .extras > p { display: none; }
  .earlier > a { display: none; }
  .earlier > .folded::details-content { content-visibility: visible; height: auto; }
  main.desk, .ticket .columns { display: block; }
  .message { break-inside: avoid-page; margin-bottom: var(--s3); box-shadow: none; }
  .message time { font-size: 0; }
  .message time::after { content: attr(title); font-size: var(--small); }
}
`;

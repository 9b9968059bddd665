/** The knowledge desk: the editor with its preview, the gate, the gaps. */
export const KNOWLEDGE_CSS = `
.filters { padding: var(--s3) var(--s4); border-bottom: 1px solid var(--line); }
.filters input { flex: 1 1 12rem; }
.editor { display: grid; grid-template-columns: minmax(0, 1fr) minmax(20rem, 26rem); gap: var(--s4); align-items: start; }
.editor .beside { position: sticky; top: calc(var(--bar) + var(--s4)); max-height: calc(100vh - var(--bar) - 2 * var(--s4)); overflow-y: auto; }
.entry-form input:not([type=checkbox], [type=date]), .entry-form select { width: 100%; }
.entry-form textarea { min-height: 0; }
.entry-form .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: var(--s3) var(--s4); align-items: start; }
.entry-form summary { cursor: pointer; font-weight: 600; padding: var(--s1) 0; }
.bot-says { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--s3); padding: var(--s3); border-radius: 8px; background: var(--surface-2); border: 1px solid var(--line); overflow-wrap: anywhere; }
.bot-says > .icon { color: var(--text-2); margin-top: .15rem; }
.bot-says .answer { display: grid; gap: var(--s2); }
.card > .head { flex-wrap: wrap; }
.items { list-style: disc; padding-left: 1.2rem; }
details.card > summary.head { cursor: pointer; font-weight: 600; }
.diff { display: grid; overflow-wrap: anywhere; }
.diff ins, .diff del { padding: 1px var(--s2); text-decoration: none; }
.diff ins { background: var(--good-soft); color: var(--good); }
.diff ins::before { content: "+ "; }
.diff del { background: var(--bad-soft); color: var(--bad); }
.diff del::before { content: "− "; }
.gap { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr); gap: var(--s3) var(--s5); padding: var(--s3) var(--s4); border-bottom: 1px solid var(--line); }
.gap:last-child { border-bottom: 0; }
.gap h2 { font-size: var(--normal); overflow-wrap: anywhere; }
.gap .stack { grid-template-columns: minmax(0, 1fr); align-content: start; }
.entry-choice select { flex: 1 1 14rem; min-width: 0; max-width: 30rem; }
.gap summary { cursor: pointer; color: var(--brand); }
.stack > .card { min-width: 0; }
.try input { flex: 1 1 16rem; min-width: 0; }
.clause { border-top: 1px solid var(--line); padding-top: var(--s3); }
@media (max-width: 980px) { .editor, .gap { grid-template-columns: minmax(0, 1fr); } .editor .beside { position: static; max-height: none; } }
`;

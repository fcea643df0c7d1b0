/** The look of the sign-off, for screens of any width and for paper. */
export const style = `
:root { --ink: #1c2430; --soft: #5a6472; --rule: #d8dde4; --paper: #fff; --ground: #f5f6f8;
  --pass: #1a7f4b; --fail: #b3261e; --waived: #8a5a00; --attested: #2456a6; --not-run: #5a6472; --inconclusive: #6b3fa0; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
a { color: inherit; }
body:has(#es:checked) [lang=en]:not(label), body:has(#en:checked) [lang=es]:not(label) { display: none; }
.languages { float: right; margin: 0; padding: 0; border: 0; position: relative; }
.languages legend, .languages input { position: absolute; opacity: 0; pointer-events: none; }
header { color: #fff; padding: 1.5rem max(1rem, calc(50vw - 30rem)); }
header.go { background: #14613a; } header.conditions { background: #6b4600; } header.no-go { background: #8f1d17; }
header h1 { font-size: clamp(2rem, 7vw, 3.4rem); line-height: 1.1; margin: .1em 0; letter-spacing: .01em; }
header p { margin: .2rem 0; overflow-wrap: anywhere; }
.subject { font-weight: 600; }
.languages label { cursor: pointer; padding: .2rem .6rem; border-radius: 1rem; border: 1px solid transparent; }
.languages input:checked + label { border-color: #fff; font-weight: 600; }
.languages input:focus-visible + label { outline: 2px solid #fff; outline-offset: 2px; }
.bar { display: flex; height: .8rem; gap: 2px; margin: 1rem 0 .4rem; }
.bar span { min-width: 3px; border-radius: 2px; background: #fff; }
.bar .pass { background: #7fe0ac; } .bar .fail { background: #fff; } .bar .not-run { background: rgba(255,255,255,.35); }
.bar .waived { background: #ffd479; } .bar .attested { background: #a9c8ff; } .bar .inconclusive { background: #d9c0ff; }
.counts { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: 0; padding: 0; }
main { max-width: 62rem; margin: 0 auto; padding: 1rem; }
section { background: var(--paper); border: 1px solid var(--rule); border-radius: .5rem; padding: .6rem 1.1rem 1rem; margin: 1rem 0; }
h2 { font-size: 1.25rem; margin: 1rem 0 .5rem; } section > h2, section > h3 { margin: .6rem 0; } h3 { font-size: 1.05rem; }
.urgent { border-left: .4rem solid var(--fail); }
.urgent li { margin: .5rem 0; } .urgent a { font-size: 1.05rem; text-decoration-color: var(--rule); }
.seen { margin: .1rem 0; color: var(--soft); font-size: .92rem; overflow-wrap: anywhere; }
code, pre { font: .86rem/1.45 ui-monospace, Consolas, monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--ground); border: 1px solid var(--rule); border-radius: .3rem; padding: .6rem; margin: .3rem 0; }
.severity { color: var(--soft); font-size: .85rem; border: 1px solid var(--rule); border-radius: 1rem; padding: 0 .5rem; white-space: nowrap; }
.numbers { color: var(--soft); font-size: .85rem; white-space: nowrap; }
.criteria, .checks { list-style: none; padding: 0; margin: 0; } .criteria li { margin: .3rem 0; }
.met > :first-child, .passed > :first-child { color: var(--pass); font-weight: 700; }
.unmet > :first-child, .failed > :first-child, .timedOut > :first-child { color: var(--fail); font-weight: 700; }
.warning { background: #fff4d6; border: 1px solid #d9b65b; border-radius: .5rem; padding: .6rem 1rem; }
details { border-top: 1px solid var(--rule); padding: .35rem 0; scroll-margin-top: 1rem; }
summary { cursor: pointer; display: grid; grid-template-columns: 8.6rem 3.6rem 1fr auto; gap: .5rem; align-items: baseline; list-style-position: outside; }
.badge { font-size: .85rem; font-weight: 600; white-space: nowrap; }
.badge.pass { color: var(--pass); } .badge.fail { color: var(--fail); } .badge.waived { color: var(--waived); }
.badge.attested { color: var(--attested); } .badge.not-run { color: var(--not-run); } .badge.inconclusive { color: var(--inconclusive); }
.id { font-variant-numeric: tabular-nums; color: var(--soft); }
dl { margin: .4rem 0; } dt { font-weight: 600; font-size: .85rem; color: var(--soft); } dd { margin: 0 0 .4rem; overflow-wrap: anywhere; }
.checks li { padding: .15rem 0; overflow-wrap: anywhere; }
.approvers table { border-collapse: collapse; width: 100%; } .approvers th, .approvers td { border: 1px solid var(--rule); text-align: left; padding: .5rem; height: 2.6rem; }
footer { max-width: 62rem; margin: 0 auto; padding: 1rem; color: var(--soft); font-size: .85rem; }
@media (max-width: 40rem) {
  summary { grid-template-columns: auto auto 1fr; } .line { grid-column: 1 / -1; } summary .severity { justify-self: end; }
  .languages { float: none; }
}
@page { margin: 14mm; }
@media print {
  body { background: #fff; font-size: 10pt; } .languages { display: none; }
  header { print-color-adjust: exact; -webkit-print-color-adjust: exact; padding: 1rem; }
  section { border: 0; padding: 0; break-inside: auto; } details { break-inside: avoid; } main { padding: 0; max-width: none; }
  a { text-decoration: none; }
}
`;

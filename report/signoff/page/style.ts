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
details.finding > summary { grid-template-columns: 1.2rem 1fr auto; }
.sign { color: var(--fail); font-weight: 700; } .sign.inconclusive { color: var(--inconclusive); }
.finding[open] > summary .title { font-weight: 600; } .finding img { max-width: 100%; border: 1px solid var(--rule); border-radius: .3rem; }
.in-print { display: none; } .finding > .seen { margin-left: 1.7rem; } .finding dd p { margin: .1rem 0 .4rem; }
.urgent .seen { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.why { grid-column: 3 / -1; color: var(--soft); font-size: .85rem; overflow: hidden; text-overflow: ellipsis; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.id { font-variant-numeric: tabular-nums; color: var(--soft); }
dl { margin: .4rem 0; } dt { font-weight: 600; font-size: .85rem; color: var(--soft); } dd { margin: 0 0 .4rem; overflow-wrap: anywhere; }
.checks li { padding: .15rem 0; overflow-wrap: anywhere; }
.approvers table { border-collapse: collapse; width: 100%; } .approvers th, .approvers td { border: 1px solid var(--rule); text-align: left; padding: .5rem; height: 2.6rem; }
footer { max-width: 62rem; margin: 0 auto; padding: 1rem; color: var(--soft); font-size: .85rem; }
@media (max-width: 40rem) {
  details:not(.finding) > summary { grid-template-columns: auto auto 1fr; } .finding .id { grid-column: 2; } .line { grid-column: 1 / -1; } summary .severity { justify-self: end; } .why { grid-column: 1 / -1; }
  .languages { float: none; }
}
@page { margin: 14mm; }
@media print {
  body { background: #fff; font-size: 10pt; } .languages { display: none; }
  header { print-color-adjust: exact; -webkit-print-color-adjust: exact; padding: 1rem; }
  h2, h3, summary { break-after: avoid; } details.finding { break-inside: auto; } .urgent { padding-left: .8rem; } .on-screen { display: none; } .in-print { display: block; } pre { max-height: 20em; overflow: hidden; } .finding img { max-height: 90mm; } section { border: 0; padding: 0; break-inside: auto; } details { break-inside: avoid; } main { padding: 0; max-width: none; }
  a { text-decoration: none; }
}
.history h3 { margin: .8rem 0 .1rem; font-size: 1em; } .history h3 .numbers { font-weight: 400; }
.group { border-left: .25rem solid var(--rule); padding-left: .7rem; margin: .7rem 0; break-inside: avoid; }
.group.broken { border-color: var(--fail); } .group.stillFailing { border-color: var(--fail); } .group.fixed { border-color: var(--pass); }
.group.unseen, .group.lost { border-color: var(--not-run); border-left-style: dashed; } .group.accepted { border-color: var(--waived); }
.group ul { list-style: none; margin: 0; padding: 0; } .group li { padding: .1rem 0; overflow-wrap: anywhere; } .group a { text-decoration-color: var(--rule); }
.group dl { margin: .2rem 0; }
.picture { margin: 1.2rem 0 .4rem; break-inside: avoid; }
.plot { padding: 0 .2rem 0 2.9rem; margin-top: 1rem; } .plot svg { display: block; overflow: visible; }
.picture text { font-size: 11px; fill: var(--soft); } .picture .name { font-weight: 600; fill: var(--ink); }
.picture .tick { text-anchor: end; } .picture .end { text-anchor: end; } .picture .count { text-anchor: middle; fill: var(--fail); font-weight: 700; }
.picture .rule { stroke: var(--rule); } .picture .touch { fill: transparent; } g:hover > .touch { fill: #eef1f5; }
.picture .way { stroke: var(--ink); stroke-width: 1.5; } .picture .range { stroke: var(--soft); opacity: .6; } .picture .dot { fill: var(--ink); stroke: var(--ink); } .picture .cut { fill: var(--paper); }
.mark.go { fill: #14613a; } .mark.conditions { fill: #9a6a00; } .mark.no-go { stroke: #8f1d17; stroke-width: 2.4; stroke-linecap: round; fill: none; }
.share.no-go { fill: #8f1d17; } .share.conditions { fill: #e5a712; } .share.go { fill: #9dd6bd; }
.part.fail { fill: #9c1c14; } .part.inconclusive { fill: url(#hatch-inconclusive); stroke: #8d5bb5; } .part.not-run { fill: url(#hatch-not-run); stroke: #9aa3af; }
.part.waived { fill: #e5a712; } .part.attested { fill: #3d7fc1; } .part.pass { fill: #9dd6bd; }
.part.inconclusive, .part.not-run { stroke-width: .8; }
.ground { fill: var(--paper); } #hatch-not-run .ink { fill: #a9b1bc; } #hatch-inconclusive .ink { fill: #8d5bb5; }
figcaption { font-size: .92rem; color: var(--soft); } figcaption strong { display: block; color: var(--ink); font-size: 1rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .4rem 0 0; padding: 0; font-size: .85rem; } .swatch { vertical-align: -2px; }
.past table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
.past th, .past td { text-align: left; padding: .3rem .45rem; border-bottom: 1px solid var(--rule); font-weight: 400; vertical-align: baseline; } .past thead th { font-weight: 600; font-size: .8rem; color: var(--soft); }
.past .n { text-align: right; } .past th[scope=row] { white-space: nowrap; } .past .sign { display: none; } .past .zero { color: #68717d; } .past:not(.speeds) tbody td:nth-child(3):not(.zero) { color: var(--fail); font-weight: 700; }
.past td.go { color: #14613a; font-weight: 600; } .past td.conditions { color: #6b4600; font-weight: 600; } .past td.no-go { color: #8f1d17; font-weight: 600; }
.past .cut { color: var(--waived); white-space: nowrap; } .past tr { break-inside: avoid; }
@media (max-width: 40rem) {
  .picture .count { display: none; } .mark { transform: scale(.8); }
  .past { padding: .4rem; } .past table { font-size: .75rem; } .past thead th { font-size: .7rem; } .past th, .past td { padding: .3rem .15rem; position: relative; }
  .past .suite, .past .time { display: none; } .past tbody .id { display: block; white-space: normal; overflow-wrap: anywhere; } .past .cut { font-size: .65rem; } .past .sign { display: inline; }
  .past .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
}
`;

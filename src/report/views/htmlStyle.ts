/** The look of a page: one style sheet, light and dark, on screen and on paper. */
export const htmlStyle = `
:root{color-scheme:light dark;--ink:#1d2733;--soft:#4c5a69;--paper:#ffffff;--ground:#f4f6f8;--line:#d4dbe2;--accent:#0b5c7a;--band:#9cc7d8;--mark:#0b3f55}
@media (prefers-color-scheme:dark){:root{--ink:#e7edf3;--soft:#b3bfcb;--paper:#1a222b;--ground:#11171d;--line:#35424f;--accent:#7cc4e0;--band:#33657a;--mark:#d9f1fb}}
*{box-sizing:border-box}
html{font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--ink);background:var(--ground)}
body{margin:0}
main,header,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
a{color:var(--accent)}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem 1rem}
h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0 .8rem}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0;margin:0 0 1rem}
.page{background:var(--paper);border:1px solid var(--line);border-radius:.6rem;padding:1.2rem 1.4rem;margin:0 0 1.5rem}
h2{font-size:1.35rem;margin:0}
.subtitle{color:var(--soft);margin:.1rem 0 .6rem}
h3{font-size:1.1rem;margin:1.4rem 0 .4rem;color:var(--accent)}
h4{font-size:1rem;margin:.2rem 0}
p{margin:.3rem 0;max-width:65ch}
.lists{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.8rem}
.lists>div{border-left:.25rem solid var(--band);padding:.1rem 0 .1rem .8rem}
.lists ul{margin:.2rem 0;padding-left:1.1rem;max-width:75ch}
.scroll{overflow-x:auto;margin:.7rem 0}
table{border-collapse:collapse;width:100%;font-size:.94rem}
caption{text-align:left;color:var(--soft);padding:.2rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600}
.right{text-align:right;font-variant-numeric:tabular-nums}
td>svg{display:block;width:100%;min-width:7rem;max-width:14rem;height:.8rem;margin:.35rem 0 .2rem}
.track{fill:var(--line)}.band{fill:var(--band)}.mark{fill:var(--mark)}
footer{color:var(--soft);font-size:.88rem;padding-bottom:2rem}
@media (max-width:40rem){.page{padding:.9rem;border-radius:0;margin-inline:-1rem;border-inline:0}table{min-width:34rem}}
@media print{:root{--ink:#000;--soft:#333;--paper:#fff;--ground:#fff;--line:#999;--accent:#000;--band:#bbb;--mark:#000}nav,.skip{display:none}.page{border:0;padding:0;break-after:page}tr{break-inside:avoid}.scroll{overflow:visible}}
`;

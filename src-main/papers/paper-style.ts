/**
 * How a paper looks: ink on white, the two faces of the window where they are served, the system's where they are not.
 * No other shapes of letters and figures than their plain ones: for those a PDF does not say which character they are, and they could
 * be neither read aloud nor copied.
 */
export const PAPER_STYLE = `
@font-face { font-family: 'Atkinson Hyperlegible Next'; font-weight: 200 800; src: url('/text.woff2') format('woff2') }
@font-face { font-family: 'Fraunces'; font-weight: 100 900; src: url('/display.woff2') format('woff2') }
* { box-sizing: border-box }
body { margin: 0; color: #1b2a39; font: 10.5pt/1.45 'Atkinson Hyperlegible Next', 'Liberation Sans', Arial, sans-serif; font-variant: none; overflow-wrap: anywhere }
header { display: flex; justify-content: space-between; align-items: flex-start; gap: 12mm; padding-bottom: 4mm; border-bottom: 1.5pt solid #1b2a39 }
.brand { margin: 0 0 1mm; color: #9a4320; font-weight: 700; font-size: 9.5pt }
h1 { margin: 0; font: 600 20pt/1.15 'Fraunces', Georgia, serif }
.stub { flex: none; padding: 2mm 4mm; border: .75pt dashed #6f7a85; border-radius: 1.5mm }
.stub p { margin: 0 }
.stub strong { font-size: 13pt; letter-spacing: .04em }
.soft { color: #4a5866 }
.notes { margin-top: 5mm; padding: 1mm 0 1mm 4mm; border-left: 3pt solid #9a4320 }
.notes p { margin: 0 0 1mm }
h2 { margin: 6mm 0 2mm; font: 600 13pt/1.25 'Fraunces', Georgia, serif; break-after: avoid }
table { width: 100%; border-collapse: collapse }
th, td { padding: 1.2mm 3mm 1.2mm 0; text-align: start; vertical-align: top }
thead { display: table-header-group }
thead th { border-bottom: .75pt solid #1b2a39; font-size: 9.5pt }
tbody tr { break-inside: avoid; border-bottom: .5pt solid #ddd3c2 }
.facts th { width: 34%; color: #4a5866; font-weight: 400 }
.rows { font-size: 9.5pt }
.rows th[scope=row] { white-space: nowrap }
ol { margin: 0; padding: 0; list-style: none }
li { position: relative; padding: 0 0 2.5mm 7mm; break-inside: avoid }
li::before { content: ''; position: absolute; left: 0; top: 1mm; width: 4mm; height: 3mm; border: 1pt solid #1b2a39; border-radius: .8mm }
li.behind::before { background: #1b2a39 }
li p { margin: 0 }
footer { margin-top: 7mm; padding-top: 2mm; border-top: .5pt solid #ddd3c2; font-size: 9pt; color: #4a5866 }
`

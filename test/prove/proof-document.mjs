import { readFileSync, writeFileSync } from 'node:fs'
import { fromRoot } from '../../tools/project.mjs'

const FILE = fromRoot('docs/proof.md')
const marks = (part) => [`<!-- figures: ${part} -->`, '<!-- end of figures -->']

/** Puts the table of a run between the marks of its part in docs/proof.md, in place of the one before. */
export function writeFiguresDown(run) {
  const text = readFileSync(FILE, 'utf8')
  const [begin, end] = marks(run.part)
  const from = text.indexOf(begin)
  if (from < 0) throw new Error(`docs/proof.md has no place for ${run.part}: ${begin}`)
  const to = text.indexOf(end, from)
  writeFileSync(FILE, `${text.slice(0, from + begin.length)}\n${tableOf(run)}\n${text.slice(to)}`)
}

/** The line that says when and where the figures in docs/proof.md were taken. */
export function lastFigureOf(part) {
  const text = readFileSync(FILE, 'utf8')
  const section = text.slice(text.indexOf(marks(part)[0])).split(marks(part)[1])[0]
  return /^\d{4}-\d\d-\d\d.*$/m.exec(section)?.[0]
}

function tableOf({ at, commit, command, minutes, sittings, machine, rows }) {
  const lines = rows.map(({ promise, what, figure, isKept }) => `| ${promise} | ${what} | ${figure} | ${isKept === undefined ? '–' : isKept ? 'kept' : '**not kept**'} |`)
  const where = [`${machine.cpus} × ${machine.model}`, `${machine.memoryGib} GiB`, `Linux ${machine.kernel}`, `Node ${machine.node.slice(1)}`, machine.electron && `Electron ${machine.electron}`].filter(Boolean)
  const sat = sittings > 1 ? ` in ${sittings} sittings` : ''
  return [
    `${at.slice(0, 10)} ${at.slice(11, 16)} UTC · commit ${commit} · \`${command}\` · ${minutes} min${sat} · ${where.join(', ')}`, '',
    '| Promise | What was done | Figure | |', '|---|---|---|---|', ...lines,
  ].join('\n')
}

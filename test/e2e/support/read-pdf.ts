import { execFileSync } from 'node:child_process'

export interface ReadPdf {
  /** What `pdfinfo` says, by its own names: `Title`, `Tagged`, `Pages` … */
  readonly facts: Readonly<Record<string, string>>
  /** The language that the document as a whole is in. */
  readonly language: string | undefined
  /** The tags with their text, as a screen reader walks them. */
  readonly structure: string
}

/** Reads a PDF by tools that have nothing to do with what wrote it; fails where it is damaged. */
export function readPdf(path: string): ReadPdf {
  const run = (program: string, ...args: string[]): string => execFileSync(program, [...args, path], { encoding: 'utf8' })
  run('qpdf', '--check')
  const facts = Object.fromEntries(run('pdfinfo').split('\n').flatMap((line) => {
    const [name, value] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]
    return name === '' ? [] : [[name, value]]
  }))
  const { qpdf } = JSON.parse(run('qpdf', '--json', '--json-key=qpdf')) as { qpdf: [unknown, Record<string, { value?: Record<string, string> }>] }
  const catalogue = Object.values(qpdf[1]).find(({ value }) => value?.['/Type'] === '/Catalog')
  return { facts, language: catalogue?.value?.['/Lang']?.replace(/^u:/, ''), structure: run('pdfinfo', '-struct-text') }
}

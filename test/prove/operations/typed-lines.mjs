/** The lines of docs/operations.md, as somebody who follows it types them. */
import { readFileSync } from 'node:fs'
import { fromRoot } from '../../../tools/project.mjs'

/** Whatever manages services there is spoken to by it: where nothing does, these lines are done by somebody else. */
const TO_SYSTEMD = /^systemctl /
const NEEDS_INTERNET = /^(?:apt-get|npm ci)\b/m

/**
 * The fenced blocks of a section, in their order. Each has `parts`: lines to type in one shell, or one line `toSystemd`;
 * `lines` counts commands, a here-document as one.
 */
export function typedBlocks(section) {
  const text = readFileSync(fromRoot('docs/operations.md'), 'utf8')
  const body = text.split(`\n## ${section}\n`)[1]?.split('\n## ')[0]
  if (body === undefined) throw new Error(`docs/operations.md has no section "${section}"`)
  return [...body.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block]) => ({ needsInternet: NEEDS_INTERNET.test(block), ...inParts(block) }))
}

function inParts(block) {
  const parts = []
  let [lines, typed] = [0, '']
  const finish = () => {
    if (typed !== '') parts.push({ typed })
    typed = ''
  }
  for (const command of commandsIn(block)) {
    lines += 1
    if (!TO_SYSTEMD.test(command)) typed += command
    else {
      finish()
      parts.push({ toSystemd: command.trim() })
    }
  }
  finish()
  return { lines, parts }
}

/** A here-document belongs to the line that opens it. */
function commandsIn(block) {
  return block.match(/^.*<<'(\w+)'.*\n[\s\S]*?^\1\n|^.+\n/gm) ?? []
}

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { projectRoot, treeCache } from '../../../tools/project.mjs'
import { sourcePrint } from '../../../tools/source-print.mjs'

const folders = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function sources() {
  mkdirSync(treeCache, { recursive: true })
  const folder = mkdtempSync(join(treeCache, 'print-'))
  folders.push(folder)
  writeFileSync(join(folder, 'a.ts'), 'one')
  const print = () => sourcePrint([folder.slice(projectRoot.length + 1), 'no-such-folder'])
  return { file: join(folder, 'a.ts'), print }
}

describe('sourcePrint', () => {
  it('has another listing, but the same content, when a file was only touched', () => {
    const { file, print } = sources()
    const before = print()
    const content = before.content()
    utimesSync(file, new Date(0), new Date(0))
    expect(print().listing).not.toBe(before.listing)
    expect(print().content()).toBe(content)
  })

  it('has another content when a file has changed or appeared', () => {
    const { file, print } = sources()
    const one = print().content()
    writeFileSync(file, 'two')
    const two = print().content()
    writeFileSync(`${file}x`, '')
    expect(new Set([one, two, print().content()]).size).toBe(3)
  })
})

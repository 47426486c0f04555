import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../../..')

/** Every text in capitals that the room `config` has in quotes is the name of a variable. */
function namesInCode(): string[] {
  const folder = join(ROOT, 'src-service/config')
  const code = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
  return [...new Set([...code.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)'/g)].map(([, name = '']) => name))].sort()
}

function namesInTable(): string[] {
  const text = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8')
  const table = /\n## Variables\n([\s\S]*?)\n## /.exec(text)?.[1] ?? ''
  const cells = [...table.matchAll(/^\| (`.*?`) \|/gm)].map(([, cell = '']) => cell)
  return cells.flatMap((cell) => [...cell.matchAll(/`([A-Z0-9_]+)`/g)].map(([, name = '']) => name)).sort()
}

it('docs/operations.md has a line for every variable that the service reads, and for no other', () => {
  expect(namesInCode().length).toBeGreaterThan(20)
  expect(namesInTable()).toEqual(namesInCode())
})

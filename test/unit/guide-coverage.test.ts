import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const TEST = join(import.meta.dirname, '..')
const rows = readFileSync(join(TEST, '../docs/guide-coverage.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  // Below the head of the table and its line.
  .slice(2)
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))

function isThere(path: string): boolean {
  if (path.endsWith('/*')) return existsSync(join(TEST, path.slice(0, -2))) && readdirSync(join(TEST, path.slice(0, -2))).some((name) => name.includes('.test.'))
  return ['.test.ts', '.spec.ts'].some((ending) => existsSync(join(TEST, `${path}${ending}`)))
}

describe('the coverage of the guide', () => {
  it('names a test for every sentence that something does', () => {
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.filter(([, does, shown]) => does !== 'not yet' && !shown?.includes('`'))).toEqual([])
  })

  it('names only tests that are there', () => {
    const named = rows.flatMap(([, , shown = '']) => [...shown.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path))
    expect(named.filter((path) => !isThere(path))).toEqual([])
  })
})

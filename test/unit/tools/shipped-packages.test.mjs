import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lockPrint, namedInSources, readLock, SHIPPED_LIST } from '../../../tools/shipped-packages.mjs'

const { madeFrom, packages, texts } = JSON.parse(readFileSync(SHIPPED_LIST, 'utf8'))
const lock = readLock()
const AGAIN = 'run `node tools/list-licences.mjs` again'

describe('the list of packages in the About dialog', () => {
  it('was made from the packages that package-lock.json names now', () => {
    expect(madeFrom, AGAIN).toBe(lockPrint(lock, namedInSources()))
  })

  it('has every package that the sources name, but for those that are there while developing only', () => {
    const listed = new Set(packages.map(({ name }) => name))
    const missing = namedInSources().filter((name) => !listed.has(name))
    expect(missing, AGAIN).toEqual(['electron'])
  })

  it('has versions and licences as package-lock.json has them', () => {
    const known = new Set(Object.entries(lock).map(([path, { version, license }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version} ${license}`))
    expect(packages.map(({ name, version, licence }) => `${name}@${version} ${licence}`).filter((line) => !known.has(line)), AGAIN).toEqual([])
  })

  it('names each once, with a licence, and the two typefaces under theirs', () => {
    const lines = packages.map(({ name, version }) => `${name}@${version}`)
    expect(new Set(lines).size).toBe(lines.length)
    expect(packages.filter(({ licence }) => !licence)).toEqual([])
    expect(packages.filter(({ licence }) => licence === 'OFL-1.1').map(({ name }) => name)).toHaveLength(2)
  })

  it('gives the text of every licence that asks for it to come along, where the package brings one', () => {
    expect(packages.filter(({ text }) => text !== undefined && (texts[text] ?? '').length < 200).map(({ name }) => name)).toEqual([])
    expect(packages.filter(({ text }) => text === undefined).length).toBeLessThan(4)
  })

  it('knows when a package deep down changes', () => {
    const changed = structuredClone(lock)
    changed['node_modules/@vue/reactivity'].version = '99.0.0'
    expect(lockPrint(changed, namedInSources())).not.toBe(madeFrom)
  })
})

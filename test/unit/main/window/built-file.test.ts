import { resolve, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBuiltFile } from '@main/window/built-file'

const FOLDER = resolve('/parvis/out/renderer')

describe('the file that an address names', () => {
  it.each([
    ['app://parvis/', 'index.html', 'text/html; charset=utf-8'],
    ['app://parvis/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://parvis/index.html#/summary/1', 'index.html', 'text/html; charset=utf-8'],
    ['app://parvis/assets/index-Ab_1.js', 'assets/index-Ab_1.js', 'text/javascript; charset=utf-8'],
    ['app://parvis/assets/font.woff2', 'assets/font.woff2', 'font/woff2'],
  ])('%s', (address, name, mediaType) => {
    expect(findBuiltFile(address, FOLDER)).toEqual({ path: resolve(FOLDER, name), mediaType })
  })

  it.each([
    'app://parvis/..%2f..%2fx.json', 'app://parvis/%00.js', 'app://parvis/a%00b.js',
    'app://parvis/..%5c..%5cx.js', 'app://parvis/C:/Windows/x.js', 'app://parvis/%E0%A4%A.js', 'app://parvis/a b.js', 'app://parvis/noext',
    'app://parvis/x.exe', 'app://PARVIS/index.html', 'app://evil/index.html', 'app://parvis@evil/index.html', 'app://user@parvis/index.html', 'file:///etc/passwd.json', 'https://parvis/index.html', '', 'index.html',
  ])('%s is none', (address) => {
    expect(findBuiltFile(address, FOLDER)).toBeUndefined()
  })

  it.each(['app://parvis/../../x.json', 'app://parvis/%2e%2e/%2e%2e/x.json', 'app://parvis/assets/../../x.json'])('%s climbs no higher than the top', (address) => {
    expect(findBuiltFile(address, FOLDER)?.path).toBe(resolve(FOLDER, 'x.json'))
  })

  it('never lies outside of the folder, whatever the path', () => {
    const part = fc.oneof(fc.constantFrom('..', '%2e%2e', '.', '/', '%2f', '%5c', '\\', '%00', 'assets', 'x.js', '...', '~', 'C:'), fc.string({ unit: 'binary', maxLength: 6 }))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const found = findBuiltFile(`app://parvis/${parts.join('')}.js`, FOLDER)
        expect(found === undefined || found.path.startsWith(FOLDER + sep)).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})

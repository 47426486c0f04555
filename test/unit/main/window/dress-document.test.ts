import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BARE_TAG, dressDocument } from '@main/window/dress-document'

const SOURCE = readFileSync(new URL('../../../../src-renderer/index.html', import.meta.url), 'utf8')

describe('the document of the window', () => {
  it('begins with the tag that is dressed', () => {
    expect(SOURCE.split(BARE_TAG)).toHaveLength(2)
  })

  it('comes in the language and theme of the person', () => {
    expect(dressDocument(SOURCE, { language: 'en', theme: 'dark' })).toContain('<html lang="en" data-theme="dark">')
  })

  it('leaves the colours to the system where nothing was chosen', () => {
    expect(dressDocument(SOURCE, { language: 'en', theme: 'system' })).toContain('<html lang="en">')
  })
})

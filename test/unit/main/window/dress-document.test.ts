import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BARE_TAG, dressDocument } from '@main/window/dress-document'

const SOURCE = readFileSync(new URL('../../../../src-renderer/index.html', import.meta.url), 'utf8')
/** As the build writes it. */
const WORDS = (language: string) => `\n    <link rel="modulepreload" crossorigin hreflang="${language}" href="./assets/${language}-abc.js">`

describe('the document of the window', () => {
  it('begins with the tag that is dressed', () => {
    expect(SOURCE.split(BARE_TAG)).toHaveLength(2)
  })

  it('comes in the language and theme of the person', () => {
    expect(dressDocument(SOURCE, { language: 'en', theme: 'dark', profile: 'office', hasRegistrations: false })).toContain('<html lang="en" data-theme="dark">')
  })

  it('names the words of its language and no others', () => {
    const built = SOURCE.replace('</head>', `${WORDS('en')}${WORDS('fr')}</head>`)
    const document = dressDocument(built, { language: 'en', theme: 'dark', profile: 'office', hasRegistrations: false })
    expect(document).toContain(WORDS('en'))
    expect(document).not.toContain(WORDS('fr'))
    expect(document).toContain('rel="preload" as="font"')
  })

  it('leaves the colours to the system where nothing was chosen', () => {
    expect(dressDocument(SOURCE, { language: 'en', theme: 'system', profile: 'office', hasRegistrations: false })).toContain('<html lang="en">')
  })

  it('says whether there are registrations', () => {
    expect(dressDocument(SOURCE, { language: 'fr', theme: 'light', profile: 'office', hasRegistrations: true })).toContain('<html lang="fr" data-theme="light" data-registrations>')
  })
})

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { paperHtml, type Sheet } from '@main/papers/paper-html'
import { plainName } from '@main/papers/plain-name'

const EVIL = '<script>alert(1)</script>"&'
const SHEET: Sheet = {
  language: 'fr',
  title: 'Récapitulatif',
  stub: { name: 'Référence', text: 'PV-9HXM-3R7P' },
  notes: ['Une note'],
  parts: [
    { kind: 'facts', heading: 'Ce qui a été envoyé', facts: [{ name: 'Personne', text: 'Zoé' }] },
    { kind: 'steps', heading: 'Le chemin', steps: [{ name: 'Demande reçue', state: 'Fait', at: '4 novembre', isBehind: true }, { name: 'Lien', state: 'À venir', isBehind: false }] },
    { kind: 'rows', heading: 'Envois', columns: ['Nº', 'Référence'], rows: [['1', 'PV-1']], headed: 1 },
  ],
  footer: 'Établi avec Parvis',
}

function pageOf(sheet: Sheet): Document {
  return new DOMParser().parseFromString(paperHtml(sheet), 'text/html')
}

describe('the document of a paper', () => {
  it('has a language, a title that names it among others, and headings in their order', () => {
    const page = pageOf(SHEET)
    expect(page.documentElement.lang).toBe('fr')
    expect(page.title).toBe('Récapitulatif · PV-9HXM-3R7P')
    expect([...page.querySelectorAll('h1, h2')].map(({ tagName, textContent }) => `${tagName} ${textContent}`)).toEqual(['H1 Récapitulatif', 'H2 Ce qui a été envoyé', 'H2 Le chemin', 'H2 Envois'])
  })

  it('has headers for every cell, which a reader says with it', () => {
    const page = pageOf(SHEET)
    expect(page.querySelector('.facts th[scope=row]')?.textContent).toBe('Personne')
    expect([...page.querySelectorAll('.rows thead th[scope=col]')].map(({ textContent }) => textContent)).toEqual(['Nº', 'Référence'])
    expect(page.querySelector('.rows tbody th[scope=row]')?.textContent).toBe('PV-1')
    expect([...page.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(['Demande reçueFait · 4 novembre', 'LienÀ venir'])
  })

  it('runs nothing that somebody typed', () => {
    const page = pageOf({
      language: 'en', title: EVIL, stub: { name: EVIL, text: EVIL }, notes: [EVIL], footer: EVIL,
      parts: [{ kind: 'facts', heading: EVIL, facts: [{ name: EVIL, text: EVIL }] }, { kind: 'steps', heading: EVIL, steps: [{ name: EVIL, state: EVIL, at: EVIL, isBehind: true }] }, { kind: 'rows', heading: EVIL, columns: [EVIL], rows: [[EVIL]], headed: 0 }],
    })
    expect(page.querySelectorAll('script')).toHaveLength(0)
    expect(page.querySelector('h1')?.textContent).toBe(EVIL)
    expect(page.querySelector('footer')?.textContent).toBe(EVIL)
  })
})

describe('the name of a file', () => {
  it.each([['Parvis PV-9HXM-3R7P', 'Parvis PV-9HXM-3R7P'], ['../../etc/passwd', 'etc-passwd'], ['a/b\\c:d', 'a-b-c-d'], ['…', 'Parvis'], ['', 'Parvis'], ['Reçu 2026-11-24', 'Reçu 2026-11-24']])('%j becomes %j', (text, name) => {
    expect(plainName(text)).toBe(name)
  })
})

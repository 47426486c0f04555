// @vitest-environment happy-dom
import { findTerms, type Entry } from '@renderer/glossary/find-terms'
import TermHelp from '@renderer/glossary/TermHelp.vue'
import { isTerm, RELATED, termId, TERMS } from '@renderer/glossary/terms'
import HelpPage from '@renderer/help/HelpPage.vue'
import { glossary as english } from '@renderer/locales/en/glossary'
import { flushPromises } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { describe, expect, it } from 'vitest'
import { openInWindow } from '../../../support/window-rig'

describe('the glossary', () => {
  it('explains every word that it lists, and lists every word that is explained', () => {
    expect(Object.keys(english.terms).sort()).toEqual([...TERMS].sort())
  })

  it('leads from no word to itself', () => {
    for (const [term, related] of Object.entries(RELATED)) expect(related).not.toContain(term)
    expect(isTerm('siret')).toBe(true)
    for (const text of ['SIRET', undefined, ['siret']]) expect(isTerm(text)).toBe(false)
  })

  it('finds a word by its name first, whatever its accents, then by what is said of it', () => {
    const entry = (term: Entry['term'], word: string, meaning: string): Entry => ({ term, word, meaning })
    const entries = [entry('nic', 'NIC', 'La fin d’un SIRET'), entry('siret', 'SIRET', ''), entry('reference', 'Référence', '')]
    expect(findTerms(entries, ' siret ').map(({ word }) => word)).toEqual(['SIRET', 'NIC'])
    expect(findTerms(entries, 'reference').map(({ word }) => word)).toEqual(['Référence'])
    expect(findTerms(entries, '')).toEqual(entries)
    expect(findTerms(entries, 'xyz')).toEqual([])
  })
})

describe('a word explained where it is met', () => {
  const Sample = defineComponent({ render: () => h(TermHelp, { terms: ['attachment', 'manager'] }) })
  const button = (name: string) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(name))!

  it('says what it means at a press, one at a time, and tells the button’s state', async () => {
    const { text, wrapper } = await openInWindow(Sample)
    expect(text()).not.toContain('Without it, an account can do nothing.')
    button('Attachment').click()
    await flushPromises()
    expect(text()).toContain('Without it, an account can do nothing.')
    expect(button('Attachment').getAttribute('aria-expanded')).toBe('true')
    expect(document.getElementById(button('Attachment').getAttribute('aria-controls')!)).not.toBeNull()
    button('Manager').click()
    await flushPromises()
    expect(text()).not.toContain('Without it, an account can do nothing.')
    expect(wrapper.get('a').attributes('href')).toContain('term=manager')
  })

  it('closes by Escape, and keeps the focus', async () => {
    const { text } = await openInWindow(Sample)
    button('Attachment').focus()
    button('Attachment').click()
    await flushPromises()
    button('Attachment').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await flushPromises()
    expect(text()).not.toContain('Without it')
    expect(document.activeElement).toBe(button('Attachment'))
  })
})

describe('the help page', () => {
  it('starts at its heading, and at a word when one was asked for', async () => {
    const { router } = await openInWindow(HelpPage)
    expect(document.activeElement?.tagName).toBe('H1')
    await router.push({ name: 'help', query: { term: 'ridet' } })
    await flushPromises()
    expect(document.activeElement?.id).toBe(termId('ridet'))
    await router.push({ name: 'help', query: { term: 'no-word' } })
    await flushPromises()
    expect(document.activeElement?.id).toBe(termId('ridet'))
  })

  it('filters the words, and says how many are left', async () => {
    const { type, text, press } = await openInWindow(HelpPage)
    await type('Find a word', 'tahiti')
    expect(document.querySelectorAll('dt')).toHaveLength(1)
    expect(document.querySelector('[role=status]')?.textContent).toBe('One word')
    await type('Find a word', 'xyz')
    expect(text()).toContain('No word matches.')
    await press('Show all the words')
    expect(document.querySelectorAll('dt')).toHaveLength(TERMS.length)
  })

  it('leads from its contents to each section', async () => {
    await openInWindow(HelpPage)
    const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')]
    expect(links).toHaveLength(8)
    for (const link of links) {
      link.click()
      expect(document.activeElement?.tagName).toBe('H2')
      expect(document.activeElement?.textContent).toBe(link.textContent)
    }
  })
})

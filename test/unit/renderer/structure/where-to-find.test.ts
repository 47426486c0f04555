// @vitest-environment happy-dom
import FindNumber from '@renderer/structure/FindNumber.vue'
import { PLACES } from '@renderer/structure/where/places'
import WherePanel from '@renderer/structure/where/WherePanel.vue'
import { where } from '@renderer/locales/en/where'
import { IDENTIFIER_TYPES } from '@shared/identifiers/identifier-type'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import { describe, expect, it, vi } from 'vitest'
import { mountInWindow, spaced } from '../../../support/window-rig'

describe('where a number is found', () => {
  it.each(IDENTIFIER_TYPES)('says in words all that is drawn for %s', (type) => {
    const panel = mountInWindow(WherePanel, { type })
    expect(panel.findAll('svg')).toHaveLength(PLACES[type].length)
    for (const drawing of panel.findAll('svg')) expect(drawing.attributes('aria-hidden')).toBe('true')
    const words = spaced(panel.findAll('p').map((line) => line.text()).join(' '))
    for (const { name, number } of PLACES[type]) {
      expect(words).toContain(where.places[name].heading)
      expect(words).toContain(where.places[name].text)
      expect(words).toContain(number)
    }
    panel.unmount()
  })

  it.each(IDENTIFIER_TYPES)('draws no number for %s that its field would refuse', (type) => {
    for (const { number, isPart } of PLACES[type]) {
      if (!isPart && number !== '') expect(readIdentifier(type, number), number).toMatchObject({ ok: true })
    }
  })

  it('opens and closes in place, by a button that says which', async () => {
    const find = mountInWindow(FindNumber, { type: 'SIRET' })
    const button = find.get('button')
    expect(button.text()).toBe('Where do I find my SIRET?')
    expect(button.attributes('aria-expanded')).toBe('false')
    await button.trigger('click')
    expect(button.attributes('aria-expanded')).toBe('true')
    await vi.waitFor(() => { expect(find.get(`#${button.attributes('aria-controls')}`).text()).toContain('On your own invoices') })
    await button.trigger('click')
    expect(find.text()).not.toContain('On your own invoices')
    find.unmount()
  })
})

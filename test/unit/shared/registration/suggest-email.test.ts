import { suggestEmail } from '@shared/registration/suggest-email'
import { describe, expect, it } from 'vitest'

describe('a slip in an email address', () => {
  it.each([
    ['ann@gmial.com', 'ann@gmail.com'],
    ['ann@gmail.con', 'ann@gmail.com'],
    ['ann@gmail.fr.com', undefined],
    ['ann@Hotmial.fr', 'ann@hotmail.fr'],
    ['ann@ornge.fr', 'ann@orange.fr'],
    ['ann@wanado.fr', 'ann@wanadoo.fr'],
    ['a.b+c@yaho.fr', 'a.b+c@yahoo.fr'],
    ['ann@sfr.f', 'ann@sfr.fr'],
  ])('%s → %s', (typed, meant) => {
    expect(suggestEmail(typed)).toBe(meant)
  })

  it.each(['ann@gmail.com', 'ann@free.fr', 'ann@entreprise.fr', 'ann@mairie-nantes.fr', 'ann@fred.com', 'ann@', '@gmail.con', 'ann', '', 'ann@gm'])('asks nothing about %s', (typed) => {
    expect(suggestEmail(typed)).toBeUndefined()
  })
})

// @vitest-environment happy-dom
import IdentifierField from '@renderer/structure/IdentifierField.vue'
import IdentifierPicture from '@renderer/structure/IdentifierPicture.vue'
import type { DrawnType } from '@renderer/structure/picture-words'
import type { Locale } from '@shared/registration/locale'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { mountInWindow, spaced } from '../../../support/window-rig'

let picture: VueWrapper | undefined
afterEach(() => picture?.unmount())

function draw(type: DrawnType, text: string, more: Record<string, unknown> = {}, language: Locale = 'en'): VueWrapper {
  picture = mountInWindow(IdentifierPicture, { type, text, wordsId: 'said', ...more }, language)
  return picture
}
const saidOf = (drawn: VueWrapper) => spaced(drawn.get('#said').text())

describe('the picture of a number', () => {
  it.each([
    ['SIRET', '', ''],
    ['SIRET', '732 829', '6 of 14 digits so far.'],
    ['SIRET', '732 829 320', '9 of 14 digits so far. The first nine are in order.'],
    ['SIRET', '732 829 321', '9 of 14 digits so far. One of the first nine is wrong.'],
    ['SIRET', '732 829 320 00074', 'The number is well formed: its check digits match.'],
    ['SIRET', '732 829 320 00079', 'The first nine digits are in order: look at the last five.'],
    ['SIRET', '732 829 320 000740', 'One digit too many. The first nine are in order.'],
    ['SIRET', '732 829 320 0007400', '2 digits too many. The first nine are in order.'],
    ['UE_HORS_FRANCE', 'DE 136', '5 of 11 characters so far.'],
    ['UE_HORS_FRANCE', 'DE 136 695 978', 'The country is in order: look at what follows it.'],
    ['UE_HORS_FRANCE', 'US1', 'The first two letters are not a country of this list.'],
    ['RIDET', '0 833', '4 of 9 or 10 digits so far.'],
    ['RIDET', '0 833 517 001', 'The number is complete. It has no check digit, so compare it once more.'],
    ['TAHITI', '003970', '6 of 9 characters so far.'],
    ['HORS_UE', 'CHNESTLESA', 'The identifier is complete: country and name.'],
    ['HORS_UE', 'C', '1 of 18 characters at most.'],
  ] as const)('says of %s %j: %s', (type, text, said) => {
    expect(saidOf(draw(type, text))).toBe(said)
  })

  it('says it in French, with its own list of lengths', () => {
    expect(saidOf(draw('RIDET', '0 833', {}, 'fr'))).toBe('4 chiffres sur 9 ou 10 pour l’instant.')
  })

  it('says what the number is made of to whoever does not see the drawing', () => {
    const drawn = draw('SIRET', '732')
    expect(drawn.get('.sr-only').text()).toContain('the first nine are the SIREN')
    expect(drawn.get('[aria-hidden=true]').text()).toContain('SIREN: the company')
  })

  it('draws a stone a character, and the rest as stones to come', () => {
    const stones = draw('SIRET', '732 829 320').findAll('[aria-hidden=true] .rounded-stone.font-semibold').map((stone) => stone.text())
    expect(stones).toEqual([...'732829320', '', '', '', '', ''])
  })

  it('names the country of a VAT number, also where its letters are not its code', () => {
    expect(draw('UE_HORS_FRANCE', 'DE136695976').text()).toContain('Germany')
    expect(draw('UE_HORS_FRANCE', 'EL094259216').text()).toContain('Greece')
    expect(draw('UE_HORS_FRANCE', 'XI980780684').text()).toContain('The country')
  })

  it('is not live: nothing is announced while one types', () => {
    expect(draw('SIRET', '732').find('[aria-live], [role=status]').exists()).toBe(false)
  })

  it('claims no check where the environment checks nothing', () => {
    expect(saidOf(draw('SIRET', '64994699139861', { strictness: 'qualification' }))).toContain('does not check its digits')
  })
})

describe('the picture under its field', () => {
  const under = (problems: readonly string[], modelValue: string) => {
    picture = mountInWindow(IdentifierField, { id: 'identifier', type: 'SIRET', required: true, problems, modelValue })
    return picture
  }

  it('describes the field together with its hint', () => {
    const field = under([], '732')
    const ids = field.get('input').attributes('aria-describedby')!.split(' ')
    expect(ids.map((id) => spaced(field.get(`#${id}`).text()))).toEqual(['14 digits, e.g. 732 829 320 00074', '3 of 14 digits so far.'])
  })

  it('adds to a problem only what the problem does not say', () => {
    expect(under(['One digit is wrong.'], '732 829 320 00079').get('#identifier-parts').text()).toContain('look at the last five')
    picture!.unmount()
    expect(under(['The SIREN is wrong.'], '123 456 789 01234').get('#identifier-parts').text()).toBe('')
  })
})

// @vitest-environment happy-dom
import { useProblemWords } from '@renderer/form/use-problem-words'
import type { FieldProblem } from '@shared/errors/field-problems'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import type { Locale } from '@shared/registration/locale'
import { describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { mountInWindow } from '../../../support/window-rig'

function sentence(problem: Pick<FieldProblem, 'code'> & Partial<FieldProblem>, language: Locale): string {
  let said = ''
  const wrapper = mountInWindow(defineComponent({
    setup() {
      said = useProblemWords().sentence({ pointer: '', params: {}, ...problem })
      return () => undefined
    },
  }), {}, language)
  wrapper.unmount()
  return said
}

function refusal(type: Parameters<typeof readIdentifier>[0], text: string): FieldProblem {
  const reading = readIdentifier(type, text)
  if (reading.ok) throw new Error(`${text} is not refused`)
  return { pointer: '/structure/identifier', code: reading.reason, params: { ...reading.params } }
}

describe('a problem in words', () => {
  it('says precisely what is wrong with a number', () => {
    expect(sentence(refusal('SIRET', '404833048'), 'en')).toMatch(/^This is a SIREN: 9 digits; we need the 14-digit SIRET\. It begins with 404 833 048/)
    expect(sentence(refusal('SIRET', '73282932000079'), 'fr')).toBe('Un chiffre est faux\u00a0: la clé de contrôle ne correspond pas.')
  })

  it('names countries and types in the language of the moment', () => {
    expect(sentence(refusal('HORS_UE', 'DEACME'), 'en')).toContain('Germany')
    expect(sentence(refusal('HORS_UE', 'DEACME'), 'fr')).toContain('Allemagne')
    expect(sentence(refusal('HORS_UE', 'NCACME'), 'en')).toContain('Structure with RIDET')
    expect(sentence({ code: 'country-not-allowed', params: { expected: 'PF' } }, 'fr')).toContain('Polynésie française')
  })

  it('repeats a code that names no country as it was typed', () => {
    expect(sentence(refusal('HORS_UE', 'ZZACME'), 'en')).toContain('“ZZ”')
  })

  it('has a sentence for a code that it does not know', () => {
    expect(sentence({ code: 'from-a-newer-service' }, 'en')).toBe('The service does not accept this value.')
  })
})

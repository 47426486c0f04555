import { describe, expect, it } from 'vitest'
import { fieldPlan, isInDirectory, isLookedUp } from '@shared/identifiers/field-plan'
import { IDENTIFIER_TYPES } from '@shared/identifiers/identifier-type'

/** The table of experience.md, row by row: R required, o optional, – absent, S from Sirene, otherwise what is given. */
const TABLE = `
  SIRET          | R     | S       | S | – | o | S | S
  UE_HORS_FRANCE | R     | private | R | – | o | R | R
  HORS_UE        | built | private | R | – | o | R | R
  RIDET          | R     | private | R | – | o | R | NC
  TAHITI         | R     | private | R | – | o | R | PF
  PARTICULIER    | o     | –       | – | R | o | R | R
  AUTRE          | o     | private | R | – | o | R | R
`

const WORDS: Readonly<Record<string, unknown>> = { R: 'required', o: 'optional', '–': 'absent', S: 'looked-up', built: 'built' }

describe('fieldPlan', () => {
  const rows = TABLE.trim().split('\n').map((row) => row.split('|').map((cell) => cell.trim()))

  it('has a row for every type, in the order of the list', () => {
    expect(rows.map(([type]) => type)).toEqual(IDENTIFIER_TYPES)
  })

  it.each(IDENTIFIER_TYPES)('follows the table for %s', (type) => {
    const [identifier, typeOfStructure, name, person, label, address, country] = (rows.find(([first]) => first === type) ?? [])
      .slice(1)
      .map((cell) => WORDS[cell] ?? { fixed: cell })
    expect(fieldPlan(type)).toEqual({
      identifier,
      typeOfStructure,
      name,
      firstName: person,
      lastName: person,
      label,
      address,
      country,
      isCountryPreset: type === 'UE_HORS_FRANCE',
    })
  })

  it('has no address for a SIRET that is not diffusible', () => {
    expect(fieldPlan('SIRET', 'not-diffusible')).toEqual({ ...fieldPlan('SIRET'), address: 'absent', country: 'absent' })
  })

  it('lets name and address be typed while the directory is silent, and demands neither', () => {
    expect(fieldPlan('SIRET', 'silent')).toMatchObject({
      identifier: 'required',
      name: 'optional',
      address: 'optional',
      country: { fixed: 'FR' },
    })
  })

  it('does not change with the directory for the other types', () => {
    for (const type of IDENTIFIER_TYPES.filter((other) => other !== 'SIRET'))
      expect(fieldPlan(type, 'silent')).toEqual(fieldPlan(type))
  })

  it('never looks up a free text', () => {
    expect(IDENTIFIER_TYPES.filter((type) => !isLookedUp(type))).toEqual(['PARTICULIER', 'AUTRE'])
    expect(IDENTIFIER_TYPES.filter(isInDirectory)).toEqual(['SIRET'])
  })
})

import { expect, it } from 'vitest'
import { createSampleDirectory } from '@service/directory/sample-directory'
import { sectorOf } from '@service/directory/sector-of'
import establishments from '@service/directory/sample-establishments.json'
import { readIdentifier } from '@shared/identifiers/read-identifier'

it.each(establishments.map(({ siret }) => siret))('%s is a number that the form accepts', (siret) => {
  expect(readIdentifier('SIRET', siret)).toMatchObject({ ok: true, compact: siret })
})

it('hides name and address of a natural person who is not diffusible', async () => {
  expect(await createSampleDirectory().find('94957325700019')).toEqual({
    siret: '94957325700019',
    name: undefined,
    address: undefined,
    sector: 'private',
    diffusible: false,
    closed: false,
  })
})

it.each([
  ['7210', 'public'],
  ['7490', 'public'],
  ['4110', 'public'],
  ['5710', 'private'],
  ['9220', 'private'],
  ['1000', 'private'],
])('legal category %s is %s', (category, sector) => {
  expect(sectorOf(category)).toBe(sector)
})

import type { IdentifierType } from '@shared/identifiers/identifier-type'
import type { Screen } from './screen'

/** *Information on the structure*. */
export function structureStep({ page, say }: Screen) {
  const typeField = page.getByRole('combobox', { name: say('fields.identifierType'), exact: true })
  return {
    typeField,
    identifier: page.getByLabel(say('fields.identifier'), { exact: true }),
    name: page.getByLabel(say('fields.name'), { exact: true }),
    city: page.getByLabel(say('fields.city'), { exact: true }),
    continueButton: page.getByRole('button', { name: say('wizard.continue'), exact: true }),
    notice: (key: 'notYet' | 'already' | 'pending' | 'offline.heading') => page.getByText(say(`structure.${key}`)),
    async chooseType(type: IdentifierType) {
      await typeField.click()
      await page.getByRole('option', { name: say(`structure.types.${type}`), exact: true }).click()
    },
    async fillAddress(lines: Readonly<Record<'line1' | 'postalCode' | 'city', string>>) {
      for (const [name, text] of Object.entries(lines)) await page.getByLabel(say(`fields.${name as keyof typeof lines}`), { exact: true }).fill(text)
    },
    async chooseCountry(name: string) {
      await page.getByRole('combobox', { name: say('fields.country'), exact: true }).click()
      await page.getByRole('option', { name, exact: true }).click()
    },
    async goOn() {
      await page.getByRole('button', { name: say('wizard.continue'), exact: true }).click()
    },
  }
}

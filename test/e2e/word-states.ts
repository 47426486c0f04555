import { IDENTIFIER_TYPES } from '@shared/identifiers/identifier-type'
import { draftOf, completeContent, DANONE_ANSWER, numberedContent, WIZARD } from './sample-answers'
import type { ScreenState } from './screens'

/** The number drawn and found, and a word explained where it is met. */
export const NUMBER_STATES: readonly ScreenState[] = [
  {
    screen: 'wizard', state: 'structure: nine digits so far', path: `${WIZARD}/structure`,
    answers: { 'draft:open': { value: draftOf(numberedContent('SIRET', '552 032 534')) } },
  },
  ...IDENTIFIER_TYPES.map((type): ScreenState => ({
    screen: 'wizard', state: `structure: where to find the number, ${type}`, path: `${WIZARD}/structure`,
    answers: { 'draft:open': { value: draftOf(numberedContent(type, '')) } },
    reach: async ({ page, say }) => {
      await page.getByRole('button', { name: say(`where.ask.${type}`), exact: true }).click()
      await page.locator('#main li svg').first().waitFor()
    },
  })),
  {
    screen: 'wizard', state: 'structure: a word explained', path: `${WIZARD}/structure`,
    answers: { 'draft:open': { value: draftOf(completeContent({ ...DANONE_ANSWER, standing: 'registered' })) } },
    reach: async ({ page, say }) => { await page.getByRole('button', { name: say('glossary.terms.manager.term') }).click() },
  },
]

/** The help page, and its glossary as it is asked. */
export const HELP_STATES: readonly ScreenState[] = [
  { screen: 'help', state: 'help', path: '#/help' },
  { screen: 'help', state: 'help: one term', path: '#/help?term=siret', reach: ({ page }) => page.locator('#term-siret:focus').waitFor() },
  ...([['words found', 'siren'], ['no such word', 'xyz']] as const).map(([state, typed]): ScreenState => ({
    screen: 'help', state: `help: ${state}`, path: '#/help',
    reach: async ({ page, say }) => { await page.getByLabel(say('glossary.filter'), { exact: true }).fill(typed) },
  })),
]

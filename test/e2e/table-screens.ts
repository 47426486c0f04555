import { listOf } from '../support/list-of'
import type { Screen } from './pages/screen'
import { tableDialog } from './pages/table-dialog'
import { ALL_ROWS } from './sample-answers'
import type { ScreenState } from './screens'
import type { ScriptedAnswer, ScriptedAnswers } from './support/scripted-main'

async function save(screen: Screen): Promise<void> {
  const { open, format, save: button } = tableDialog(screen)
  await open.click()
  await format('csv').check()
  await button.click()
}

function table(state: string, answer: ScriptedAnswer<'export:table'>, reach = save): ScreenState {
  const answers: ScriptedAnswers = { 'registration:list': { value: listOf(ALL_ROWS) }, 'export:table': answer, 'export:stop': { value: {} } }
  return { screen: 'home', state: `table: ${state}`, path: '#/', answers, reach }
}

/** The list as a table for a spreadsheet, from the question to the file. */
export const TABLE_STATES: readonly ScreenState[] = [
  table('about to be saved', 'never', (screen) => tableDialog(screen).open.click()),
  table('being written', 'never'),
  table('saved', { value: { outcome: 'saved', rows: 14 } }),
  table('stopped', { value: { outcome: 'stopped' } }),
  table('the disk is full', { failure: { code: 'disk-full' } }),
]

import type { FailureCode } from '@shared/errors/failure-codes'
import type { ImportRow, ImportSummary, TakenBack } from '@shared/ipc/spreadsheet'
import { rowId } from '../support/list-of'
import { importPage } from './pages/import-page'
import type { Screen } from './pages/screen'
import type { ScreenState } from './screens'
import { ALL_RIGHT, ALL_WRONG, COLUMNS, CSV_FILE, MANY, MANY_ROWS, ROWS, SUMMARY_OF, UNKNOWN_COLUMNS, WORKBOOK } from './spreadsheet-samples'
import type { ScriptedAnswers } from './support/scripted-main'

const BATCH = { batchId: '0b5f9f6e-53c0-4c0e-8f0a-9b1c5d7e3a11', made: 50 }

const chosen: ScriptedAnswers = { 'spreadsheet:choose': { value: { file: WORKBOOK } }, 'spreadsheet:look': { value: COLUMNS }, 'spreadsheet:close': { value: {} } }
const checked = (summary: ImportSummary, rows: readonly ImportRow[], total = rows.length): ScriptedAnswers => ({
  ...chosen, 'spreadsheet:check': { value: { summary } }, 'spreadsheet:rows': { value: { total, rows: [...rows] } }, 'spreadsheet:change': { value: { summary } }, 'spreadsheet:leave-out': { value: { summary } },
})
const reviewed = checked(SUMMARY_OF, ROWS)

const state = (name: string, answers: ScriptedAnswers, reach?: (screen: Screen) => Promise<void>): ScreenState => ({ screen: 'import', state: name, path: '#/import', answers, ...(reach && { reach }) })
const choosing = (screen: Screen): Promise<void> => importPage(screen).chooseButton.click()
const columns = (screen: Screen): Promise<void> => importPage(screen).choose()
const onlyErrors = (screen: Screen): Promise<void> => importPage(screen).check()
const preview = async (screen: Screen): Promise<void> => {
  await onlyErrors(screen)
  await importPage(screen).kind('all').click()
}
const at = (line: number, column: number) => async (screen: Screen): Promise<void> => {
  await preview(screen)
  await importPage(screen).cell(line, column).click()
}
const made = async (screen: Screen): Promise<void> => {
  await preview(screen)
  await importPage(screen).makeButton.click()
  await importPage(screen).toListLink.waitFor()
}
const takenBack = (value: TakenBack): ScreenState =>
  state(value.keptInAll > 0 ? 'taken back, some stay' : 'taken back', { ...reviewed, 'spreadsheet:make-drafts': { value: { batch: BATCH } }, 'spreadsheet:take-back': { value } }, async (screen) => {
    await made(screen)
    await importPage(screen).doneButton.click()
    await importPage(screen).doneButton.waitFor({ state: 'detached' })
  })

/** Refused while the file is chosen, looked at or checked. */
const refused = (code: FailureCode, answers: ScriptedAnswers, reach: (screen: Screen) => Promise<void>): ScreenState => ({ ...state(`failed: ${code}`, { ...reviewed, ...answers }, reach), shows: code })

/** *Import a list*, step by step, with what can go wrong in each. */
export const IMPORT_STATES: readonly ScreenState[] = [
  state('choosing a file', {}),
  state('no file was chosen', { 'spreadsheet:choose': { value: {} } }, choosing),
  state('template saved', { 'spreadsheet:save-template': { value: { saved: true } } }, async (screen) => {
    await importPage(screen).button('spreadsheet.choose.template.xlsx').click()
  }),
  state('file is being opened', { 'spreadsheet:choose': 'never' }, choosing),
  state('columns recognised', chosen, columns),
  state('columns, list of fields open', chosen, async (screen) => {
    await columns(screen)
    await importPage(screen).useOf('Client depuis').click()
  }),
  state('no column recognised', { ...chosen, 'spreadsheet:choose': { value: { file: CSV_FILE } }, 'spreadsheet:look': { value: UNKNOWN_COLUMNS } }, async (screen) => {
    await columns(screen)
    await importPage(screen).checkButton.click()
  }),
  state('being checked', { ...chosen, 'spreadsheet:check': 'never' }, async (screen) => {
    await columns(screen)
    await importPage(screen).checkButton.click()
    await importPage(screen).button('spreadsheet.work.stop').waitFor()
  }),
  state('checking was cancelled', { ...chosen, 'spreadsheet:check': { value: {} } }, async (screen) => {
    await columns(screen)
    await importPage(screen).checkButton.click()
  }),
  state('preview', reviewed, preview),
  state('preview, only errors', { ...reviewed, 'spreadsheet:rows': { value: { total: 3, rows: [ROWS[1]!, ROWS[2]!, ROWS[5]!] } } }, onlyErrors),
  state('preview, errors that were put right', { ...reviewed, 'spreadsheet:rows': { value: { total: 3, rows: [ROWS[1]!, ROWS[2]!, ROWS[6]!] } } }, onlyErrors),
  state('preview, a proposal', reviewed, at(4, 6)),
  state('preview, a doubt', reviewed, at(6, 1)),
  state('preview, the same as another line', reviewed, at(7, 0)),
  state('preview, here already', reviewed, at(10, 0)),
  state('preview, a type to choose', reviewed, at(9, 5)),
  state('preview, a cell being changed', reviewed, async (screen) => {
    await at(5, 1)(screen)
    await screen.page.keyboard.press('F2')
    await importPage(screen).grid.getByRole('textbox').waitFor()
  }),
  state('preview, several cells chosen', reviewed, async (screen) => {
    await at(4, 2)(screen)
    await importPage(screen).cell(6, 3).click({ modifiers: ['Shift'] })
  }),
  state('preview, no error left in the list', { ...reviewed, 'spreadsheet:rows': { value: { total: 0, rows: [] } } }, async (screen) => {
    await importPage(screen).choose()
    await importPage(screen).checkButton.click()
    await screen.page.getByText(screen.say('spreadsheet.preview.none')).waitFor()
  }),
  state('preview, everything right', checked(ALL_RIGHT, ROWS.slice(0, 1)), preview),
  state('preview, everything wrong', checked(ALL_WRONG, [ROWS[2]!, ROWS[5]!]), preview),
  state('preview, a hundred thousand rows', checked(MANY_ROWS, MANY, MANY_ROWS.rows), preview),
  state('leaving with corrections', reviewed, async (screen) => {
    await preview(screen)
    await screen.page.getByRole('banner').getByRole('link', { name: screen.say('app.help'), exact: true }).click()
    await importPage(screen).dialog.waitFor()
  }),
  state('drafts are being made', { ...reviewed, 'spreadsheet:make-drafts': 'never' }, async (screen) => {
    await preview(screen)
    await importPage(screen).makeButton.click()
    await importPage(screen).button('spreadsheet.work.stop').waitFor()
  }),
  state('drafts made', { ...reviewed, 'spreadsheet:make-drafts': { value: { batch: BATCH } } }, made),
  takenBack({ takenBack: 50, kept: [], keptInAll: 0 }),
  takenBack({ takenBack: 38, kept: [{ draftId: rowId(1), name: 'Amélie Noël' }, { draftId: rowId(2), name: '' }], keptInAll: 12 }),
  ...(['spreadsheet-kind-unknown', 'spreadsheet-too-large', 'spreadsheet-unreadable', 'spreadsheet-encrypted'] as const).map((code) => refused(code, { 'spreadsheet:choose': { failure: { code } } }, choosing)),
  refused('spreadsheet-empty', { 'spreadsheet:look': { failure: { code: 'spreadsheet-empty' } } }, choosing),
  refused('spreadsheet-quote-open', { 'spreadsheet:check': { failure: { code: 'spreadsheet-quote-open', problems: [{ pointer: '', code: 'malformed', params: { line: 812 } }] } } }, async (screen) => {
    await columns(screen)
    await importPage(screen).checkButton.click()
  }),
  refused('spreadsheet-closed', { 'spreadsheet:change': { failure: { code: 'spreadsheet-closed' } } }, async (screen) => {
    await at(5, 1)(screen)
    await screen.page.keyboard.press('Delete')
    await screen.page.getByText(screen.say('failures.code.spreadsheet-closed.happened')).first().waitFor()
  }),
]

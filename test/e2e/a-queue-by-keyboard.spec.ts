import { DraftId } from '@shared/registration/draft'
import { frameOf } from './pages/frame'
import { queuePage } from './pages/queue-page'
import { screenIn } from './pages/screen'
import { NOTHING_WAITS, queuedDraft, queueWith } from './queue-samples'
import { completeContent, draftOf, WIZARD } from './sample-answers'
import { expect, test } from './support/fixtures'
import { keyboardOf } from './support/keyboard'
import { scriptAnswers, tellWindow } from './support/scripted-main'
import { showState } from './support/show-state'

const SECOND = DraftId.parse('7f0c1a52-3b8d-4d51-9c60-1c5f0e2a9b12')
const turnOf = (personName: string, draftId = draftOf(completeContent()).id) => ({ draftId, personName, structureName: 'DANONE', phase: 'captcha-wanted' as const })
const one = queueWith({ waiting: 1, sent: 1, current: turnOf('Malika Benali', SECOND) })
const offline = { 'service:describe': { value: { state: 'unreachable', code: 'service-unreachable' } } } as const

test('two captchas without a mouse: each is sent, the next field is under the cursor, and the receipts are counted', async ({ start }) => {
  const parvis = await start()
  const { app, window } = parvis
  const screen = screenIn('en', window)
  const queue = queuePage(screen)
  const keys = keyboardOf(window)
  await showState(parvis, {
    screen: 'queue', state: 'two wait', path: '#/queue',
    answers: { 'queue:describe': { value: queueWith({ waiting: 2, sent: 0, current: turnOf('Zoé Béranger') }) }, 'draft:open': { value: draftOf(completeContent(), 'requested') } },
  }, 'en')
  await expect(queue.title).toBeFocused()

  await queue.image.waitFor()
  await scriptAnswers(app, { 'queue:describe': { value: one } })
  await keys.type(queue.characters, 'AAAA')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('main')).toContainText('Malika Benali')
  await expect(queue.receipts).toHaveCount(1)
  await expect(queue.characters).toBeFocused()
  await expect(queue.characters).toHaveValue('')

  await queue.image.waitFor()
  await scriptAnswers(app, { 'queue:describe': { value: { ...NOTHING_WAITS, sent: 2 } }, 'draft:open': { value: { ...draftOf(completeContent(), 'requested'), id: SECOND } } })
  await window.keyboard.type('BBBB')
  await window.keyboard.press('Enter')
  await expect(queue.doneHeading).toBeFocused()
  await expect(queue.doneHeading).toHaveText('2 registrations sent. 2 receipts.')
  await expect(queue.receipts).toHaveCount(2)
})

test('a connection that goes and comes back takes nobody’s focus, and the captcha waits for the cursor', async ({ start }) => {
  const parvis = await start()
  const { app, window } = parvis
  const queue = queuePage(screenIn('en', window))
  await showState(parvis, { screen: 'queue', state: 'one waits', path: '#/queue', answers: { 'queue:describe': { value: one } } }, 'en')
  await tellWindow(app, 'queue:changed', { ...one, network: 'unreachable' })
  await expect(queue.state('offline')).toBeVisible()
  await expect(queue.title).toBeFocused()
  await tellWindow(app, 'queue:changed', one)
  await expect(queue.state('captcha')).toBeVisible()
  await expect(queue.title).toBeFocused()
  await keyboardOf(window).type(queue.characters, 'AAAA')
})

test('stopping leaves the focus on the way to go on, and going on puts it into the captcha', async ({ start }) => {
  const parvis = await start()
  const { app, window } = parvis
  const queue = queuePage(screenIn('en', window))
  await showState(parvis, { screen: 'queue', state: 'one waits', path: '#/queue', answers: { 'queue:describe': { value: one }, 'queue:pause': { value: { ...one, isPaused: true } } } }, 'en')
  await keyboardOf(window).press(queue.stopButton)
  await expect(queue.state('paused')).toBeVisible()
  await expect(queue.goOnButton).toBeFocused()
  await scriptAnswers(app, { 'queue:pause': { value: one } })
  await window.keyboard.press('Enter')
  await expect(queue.stopButton).toBeVisible()
  await expect(queue.characters).toBeFocused()
})

test('without a connection the wizard ends in the queue, and what waits is taken back without a mouse', async ({ start }) => {
  const parvis = await start()
  const { app, window } = parvis
  const screen = screenIn('en', window)
  const queue = queuePage(screen)
  const keys = keyboardOf(window)
  await showState(parvis, { screen: 'wizard', state: 'check, offline', path: `${WIZARD}/check`, answers: { ...offline, 'queue:describe': { value: queueWith({ waiting: 1, sent: 0, network: 'unreachable' }) } } }, 'en')
  await keys.press(queue.queueButton)
  await expect(queue.title).toHaveText(screen.say('queue.title'))
  await expect(queue.title).toBeFocused()
  await expect(window.getByRole('main')).toContainText(screen.say('queue.added.heading'))

  await scriptAnswers(app, { 'draft:open': { value: queuedDraft() } })
  await window.evaluate((hash) => { location.hash = hash }, `${WIZARD}/check`)
  await expect(queue.title).toHaveText(screen.say('queue.held.title'))
  await expect(queue.title).toBeFocused()
  await expect(frameOf(screen).saveStatus).toHaveText(screen.say('home.states.queued'))
  await scriptAnswers(app, { 'draft:open': { value: draftOf(completeContent()) } })
  await keys.press(queue.takeBackButton)
  await expect(queue.title).toHaveText(screen.say('wizard.steps.check'))
  await expect(queue.title).toBeFocused()
})

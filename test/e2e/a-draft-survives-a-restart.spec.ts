import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { structureStep } from './pages/structure-step'
import { expect, test } from './support/fixtures'

test('what reads "Saved" is there again after Parvis was closed, half typed as it was', async ({ start }) => {
  const first = await start()
  const screen = screenIn('en', first.window)
  await frameOf(screen).createAccount()
  const person = personStep(screen)
  await person.field('firstName').fill('Ann')
  await person.field('lastName').fill('Lee')
  await person.field('connectionEmail').fill('ann@')
  await expect(frameOf(screen).saveStatus).toHaveText('Saved')
  await first.app.close()

  const again = screenIn('en', (await start()).window)
  await expect(homePage(again).rowOf('Ann Lee')).toContainText('Draft')
  await homePage(again).open('Ann Lee')
  await expect(personStep(again).field('connectionEmail')).toHaveValue('ann@')
  await expect(personStep(again).field('lastName')).toHaveValue('Lee')
})

test('it is there after Parvis was killed, on the step where it was left', async ({ start, service }) => {
  const first = await start({ serviceUrl: service.url })
  const screen = screenIn('en', first.window)
  await frameOf(screen).createAccount()
  await personStep(screen).fill({ connectionEmail: 'ann@example.org', firstName: 'Ann', lastName: 'Lee' })
  await personStep(screen).goOn()
  await structureStep(screen).chooseType('SIRET')
  await structureStep(screen).identifier.fill('552 032')
  await expect(frameOf(screen).saveStatus).toHaveText('Saved')
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve))
  first.app.process().kill('SIGKILL')
  await ended

  const again = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await homePage(again).open('Ann Lee')
  await expect(frameOf(again).heading).toHaveText('Information on the structure')
  await expect(structureStep(again).identifier).toHaveValue('552 032')
})

test('closing the window in the middle of a word keeps the word', async ({ start }) => {
  const first = await start()
  const screen = screenIn('en', first.window)
  await frameOf(screen).createAccount()
  await personStep(screen).field('lastName').fill('Lee')
  await expect(frameOf(screen).saveStatus).toHaveText('Saved')
  await personStep(screen).field('lastName').pressSequentially('uwen')
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve))
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended

  const again = screenIn('en', (await start()).window)
  await expect(homePage(again).rowOf('Leeuwen')).toContainText('Draft')
})

test('a discarded draft can be brought back', async ({ start }) => {
  const screen = screenIn('en', (await start()).window)
  await frameOf(screen).createAccount()
  await personStep(screen).field('lastName').fill('Lee')
  await frameOf(screen).goHome()
  await homePage(screen).discard('Lee')
  await expect(homePage(screen).rows).toHaveCount(0)
  await homePage(screen).undo()
  await expect(homePage(screen).rowOf('Lee')).toBeVisible()
})

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { homePage } from './pages/home-page'
import { safePanel } from './pages/safe-panel'
import { screenIn } from './pages/screen'
import { findCanaries } from './support/find-canaries'
import { expect, test } from './support/fixtures'
import { keptFiles } from './support/kept-files'

const PEOPLE = [['Kanarieins', 'Müllér'], ['Kanarizwei', 'Lefèvre'], ['Kanaridrei', 'Martin']] as const
const WORDS = PEOPLE.map(([firstName]) => firstName)

/** A profile as the version before left it: one JSON file a draft, in clear. */
function writeClearProfile(userData: string): readonly string[] {
  mkdirSync(join(userData, 'drafts'), { recursive: true })
  return PEOPLE.map(([firstName, lastName]) => {
    const file = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/drafts/version-1.json'), 'utf8')) as { draft: { id: string; content: { person: object } } }
    const id = crypto.randomUUID()
    file.draft.id = id
    file.draft.content.person = { ...file.draft.content.person, firstName, lastName }
    writeFileSync(join(userData, 'drafts', `${id}.json`), JSON.stringify(file, undefined, 2))
    return id
  })
}

test('drafts that an earlier version left in clear are sealed at the first start, and their clear files are gone', async ({ start, userData }) => {
  test.skip(!process.env['DBUS_SESSION_BUS_ADDRESS'], 'needs a session with a keychain')
  const ids = writeClearProfile(userData)
  expect(findCanaries(WORDS, [userData])).not.toEqual([])
  const first = await start()
  const screen = screenIn('en', first.window)
  for (const name of PEOPLE) await expect(homePage(screen).rowOf(name.join(' '))).toBeVisible()
  expect(findCanaries(WORDS, [userData])).toEqual([])
  const names = Object.keys(keptFiles(userData))
  for (const id of ids) expect(names.filter((name) => name.includes(id))).toEqual([join('drafts', `${id}.draft`)])
  await first.app.close()
  expect(findCanaries(WORDS, [userData])).toEqual([])

  const again = screenIn('en', (await start()).window)
  await expect(homePage(again).rows).toHaveCount(PEOPLE.length)
  await homePage(again).open(PEOPLE[0].join(' '))
  await again.page.getByRole('heading', { level: 1 }).waitFor()
  expect(findCanaries(WORDS, [userData])).toEqual([])
})

test('without a keychain they wait for the choice as they are, and a passphrase seals them', async ({ start, userData }) => {
  const environment = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }
  writeClearProfile(userData)
  const before = keptFiles(userData)
  const first = await start({ environment })
  const screen = screenIn('en', first.window)
  const safe = safePanel(screen)
  await expect(safe.heading).toHaveText(screen.say('safe.choice.heading'))
  await expect(safe.panel).toContainText(screen.say('safe.choice.safeClear', { n: PEOPLE.length, count: PEOPLE.length }))
  expect(keptFiles(userData)).toEqual(before)

  await safe.way('passphrase').check()
  await safe.passphrase.fill('quatre chevaux bleus dansent')
  await safe.again.fill('quatre chevaux bleus dansent')
  await safe.confirm('passphrase').click()
  for (const name of PEOPLE) await expect(homePage(screen).rowOf(name.join(' '))).toBeVisible()
  expect(findCanaries(WORDS, [userData])).toEqual([])
})

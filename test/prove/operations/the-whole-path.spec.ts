import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { PATHS } from '@shared/http/paths'
import { createSeal } from '@service/storage/seal'
import { activationPage } from '../../e2e/pages/activation-page'
import { checkStep } from '../../e2e/pages/check-step'
import { frameOf } from '../../e2e/pages/frame'
import { homePage } from '../../e2e/pages/home-page'
import { personStep } from '../../e2e/pages/person-step'
import { screenIn } from '../../e2e/pages/screen'
import { structureStep } from '../../e2e/pages/structure-step'
import { summaryPage } from '../../e2e/pages/summary-page'
import { expect, test } from '../../e2e/support/fixtures'
import { PASSWORD } from '../../e2e/support/walk'

interface Installed {
  /** As everybody reaches it. */
  readonly url: string
  readonly behindProxy: string
  /** The root of the machine that the service is installed on. */
  readonly folder: string
  /** What a command of that machine begins with. */
  readonly inside: readonly string[]
  readonly report: string
}

const { url, behindProxy, folder, inside, report } = JSON.parse(process.env['PARVIS_INSTALLED'] ?? '{}') as Installed
const DOMAIN = 'registration.example.org'
const LINK = /https:\/\/registration\.example\.org\/activate#t=([\w-]{43})/

/** What the people of that machine have in their mailboxes, oldest first. */
async function mailsOf(user: string): Promise<{ subject: string; text: string; from: string }[]> {
  const box = join(folder, 'var/mail', user)
  const mails = existsSync(box) ? readFileSync(box, 'utf8').split(/^From .*\n/m).slice(1) : []
  const parsed = await Promise.all(mails.map((mail) => simpleParser(mail)))
  return parsed.map(({ subject = '', text = '', from }) => ({ subject, text, from: from?.text ?? '' }))
}

async function nextLinkTo(user: string): Promise<RegExpExecArray> {
  const find = async () => (await mailsOf(user)).map(({ text }) => LINK.exec(text)).findLast((found) => found !== null)
  await expect.poll(async () => (await find()) !== undefined, { timeout: 60_000 }).toBe(true)
  return (await find())!
}

/** Production has no captcha that a program could read. Whoever has both the database and the key can: the operator. */
function readCaptcha(): string {
  const [program = '', ...args] = [...inside, 'runuser', '-u', 'parvis', '--', 'psql', '-tAF', ' ', '-c', 'select id, sealed_characters from captchas order by expires_at desc limit 1', 'parvis']
  const [id = '', sealed = ''] = execFileSync(program, args, { encoding: 'utf8' }).trim().split(' ')
  const key = Buffer.from(readFileSync(join(folder, 'etc/parvis/secret.key'), 'utf8').trim(), 'base64')
  return createSeal(key, 'captcha characters').open(sealed, id)
}

test('from an empty list to an active account, on a service that was installed by the book', async ({ start }) => {
  const began = performance.now()
  const { window } = await start({ serviceUrl: url, language: 'fr' })
  const screen = screenIn('fr', window)
  const { say } = screen
  const frame = frameOf(screen)
  await expect(frame.environment).toContainText(say('app.environment.production'))

  await frame.createAccount()
  await personStep(screen).fill({ connectionEmail: `zoe@${DOMAIN}`, firstName: 'Zoé', lastName: 'Béranger' })
  await personStep(screen).goOn()
  await structureStep(screen).chooseType('PARTICULIER')
  for (const [field, text] of [['firstName', 'Zoé'], ['lastName', 'Béranger']] as const) await window.getByLabel(say(`fields.${field}`), { exact: true }).fill(text)
  await structureStep(screen).fillAddress({ line1: '1 rue du Port', postalCode: '44000', city: 'Nantes' })
  await structureStep(screen).chooseCountry('France')
  await structureStep(screen).goOn()

  const check = checkStep(screen)
  await check.image.waitFor()
  await check.validate(readCaptcha())
  await check.create()
  const summary = summaryPage(screen)
  await expect(summary.reference).toBeVisible()
  const reference = await summary.reference.innerText()
  await summary.shows('activation-sent')

  const [link] = await nextLinkTo('zoe')
  const mails = await mailsOf('zoe')
  expect(mails[0]?.text).toContain(reference)
  expect(mails.every(({ from }) => from.includes(`noreply@${DOMAIN}`))).toBe(true)

  await summary.enterLink.click()
  const activation = activationPage(screen)
  await activation.paste(link)
  await expect(activation.heading('whose')).toBeVisible()
  await activation.choosePassword(PASSWORD)
  await expect(activation.heading('done')).toBeVisible()
  await frame.goHome()
  await expect(homePage(screen).rowOf('Zoé Béranger')).toContainText(say('home.states.active'))
  await homePage(screen).open('Zoé Béranger')
  await summary.shows('active')
  await expect.poll(async () => (await mailsOf('zoe')).length).toBe(3)
  writeFileSync(report, JSON.stringify({ seconds: (performance.now() - began) / 1000, mails: (await mailsOf('zoe')).map(({ subject }) => subject) }))
})

test('the first agent chooses a password by the link of the mail, and signs in', async () => {
  const [, token] = await nextLinkTo('somebody')
  const post = (path: string, body: object) => fetch(`${behindProxy}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  expect((await post(PATHS.passwordResetCompletion, { token, password: PASSWORD })).status).toBe(204)
  expect(await (await post(PATHS.sessions, { connectionEmail: `somebody@${DOMAIN}`, password: PASSWORD })).json()).toMatchObject({ role: 'agent' })
})

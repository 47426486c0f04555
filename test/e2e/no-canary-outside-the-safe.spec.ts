import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { InputOf, OutputOf, Result } from '@shared/ipc/contract'
import type { OperationName } from '@shared/ipc/operation-names'
import { emptyContent, type DraftContent } from '@shared/registration/draft'
import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { structureStep } from './pages/structure-step'
import { filesUnder, findCanaries } from './support/find-canaries'
import { expect, test } from './support/fixtures'
import { CAPTCHA_ANSWER } from './support/running-service'
import { activate, PASSWORD } from './support/walk'
import { mailboxOf } from './support/mailbox'

/** Words that nothing but these fields can have brought into a file. With accents: encodings differ there. */
const CANARY = {
  mailbox: 'kanarimel7q', firstName: 'Kanariprénom', lastName: 'Kanarinôm', phone: '0699887766', contact: 'kanaricontact8w',
  name: 'Kanarisociété', label: 'Kanarilibellé', line1: 'Kanarirüe', line2: 'Kanaribâtiment', line3: 'Kanariétage', postalCode: '98765', city: 'Kanariville',
  siret: '55203253400646', search: 'kanarisuche', wrongCaptcha: 'kanaricaptcha', password: PASSWORD,
} as const

/** Numbers that other things consist of, too, are looked for in the forms that only we write. */
const SEARCHED = Object.values(CANARY).filter((word) => word !== CANARY.postalCode)

async function ask<N extends OperationName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = (await page.evaluate(([operation, given]) => window.parvis.ask[operation](given as never), [name, input] as const)) as Result<OutputOf<N>>
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`)
  return answer.value
}

/** Everything that a draft can hold, whatever its type of identifier shows of it. */
function contentFull(email: string): DraftContent {
  const { mailbox: _mailbox, contact, siret: _siret, search: _search, wrongCaptcha: _wrong, password: _password, phone, firstName, lastName, name, label, ...address } = CANARY
  return {
    ...emptyContent('fr'),
    step: 'check',
    person: { connectionEmail: email, firstName, lastName, phone, contactEmail: `${contact}@example.org` },
    sameContactEmail: false,
    conditions: { version: '1', acceptedAt: new Date().toISOString() },
    structure: { identifierType: 'PARTICULIER', identifier: '', name, firstName, lastName, label, address: { ...address, country: 'FR' } },
  }
}

test('nothing that was typed is in any file in the clear: saved, refused, queued, sent, activated, killed', async ({ start, service, userData }) => {
  test.slow()
  // Its temporary files are its own, so that those of the service and of this test are not taken for them.
  const temporary = await mkdtemp(join(tmpdir(), 'parvis-canary-'))
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = temporary
  try {
    const first = await start({ serviceUrl: service.url })
    const screen = screenIn('en', first.window)

    // Typed by hand, half of it wrong.
    await frameOf(screen).createAccount()
    await personStep(screen).fill({ connectionEmail: `${CANARY.mailbox}@`, firstName: CANARY.firstName, lastName: CANARY.lastName })
    await personStep(screen).field('phone').fill(CANARY.phone)
    await personStep(screen).goOn()
    await personStep(screen).field('connectionEmail').fill(`${CANARY.mailbox}@example.org`)
    await personStep(screen).goOn()
    await structureStep(screen).chooseType('PARTICULIER')
    await structureStep(screen).fillAddress({ line1: CANARY.line1, postalCode: CANARY.postalCode, city: CANARY.city })
    await expect(frameOf(screen).saveStatus).toHaveText('Saved')
    await frameOf(screen).goHome()
    await homePage(screen).search.fill(CANARY.search)

    // Every field there is, saved twice, so that there is a generation before; one discarded, one duplicated.
    const { window } = first
    const made = [await ask(window, 'draft:create', { locale: 'fr' }), await ask(window, 'draft:create', { locale: 'fr' })]
    for (const [index, { id: draftId }] of made.entries()) {
      for (const email of [`${CANARY.mailbox}.x@example.org`, `${CANARY.mailbox}.${index}@example.org`]) await ask(window, 'draft:save', { draftId, content: contentFull(email) })
    }
    const [sentDraft, goneDraft] = made.map(({ id }) => id)
    await ask(window, 'draft:duplicate', { draftId: sentDraft! })
    await ask(window, 'draft:discard', { draftIds: [goneDraft!] })

    // Refused, offline, queued, sent.
    const { captchaId } = await ask(window, 'captcha:request', { locale: 'en' })
    await ask(window, 'captcha:validate', { captchaId, answer: CANARY.wrongCaptcha }).catch(() => undefined)
    await service.pause()
    await ask(window, 'structure:look-up', { identifierType: 'SIRET', identifier: CANARY.siret }).catch(() => undefined)
    await ask(window, 'queue:add', { draftIds: [sentDraft!] })
    await ask(window, 'queue:send', { draftId: sentDraft!, captchaToken: 'none' }).catch(() => undefined)
    await service.resume()
    await expect.poll(() => ask(window, 'service:describe', {}).then(({ state }) => state)).toBe('ready')
    const again = await ask(window, 'captcha:request', { locale: 'en' })
    const { captchaToken } = await ask(window, 'captcha:validate', { captchaId: again.captchaId, answer: CAPTCHA_ANSWER })
    await expect.poll(() => ask(window, 'queue:send', { draftId: sentDraft!, captchaToken }).then(({ outcome }) => outcome, () => 'failed'), { timeout: 20_000 }).toBe('sent')

    // Activated, with a password that nobody asked to keep.
    const { link } = await mailboxOf(service.url).nextLinkTo(`${CANARY.mailbox}.0@example.org`)
    await activate(screen, link)

    const whileItRuns = findCanaries(SEARCHED, [userData, temporary])
    first.app.process().kill('SIGKILL')
    await first.app.waitForEvent('close').catch(() => undefined)
    const afterTheKill = findCanaries(SEARCHED, [userData, temporary])

    // A start that reads it all, and a window that is closed as people close it.
    const second = await start({ serviceUrl: service.url })
    await expect(homePage(screenIn('en', second.window)).rowOf(CANARY.lastName).first()).toBeVisible()
    await second.app.close()
    expect({ whileItRuns, afterTheKill, afterClosing: findCanaries(SEARCHED, [userData, temporary]) }).toEqual({ whileItRuns: [], afterTheKill: [], afterClosing: [] })

    // The search itself finds what is there to be found.
    await writeFile(join(temporary, 'probe'), Buffer.from(`x${CANARY.lastName}`, 'utf16le').toString('base64'))
    expect(findCanaries(SEARCHED, [temporary])).toHaveLength(1)
    expect(filesUnder(userData).length).toBeGreaterThan(5)
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 })
  }
})

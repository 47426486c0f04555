import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { kioskOf } from '../../e2e/pages/kiosk'
import { personStep } from '../../e2e/pages/person-step'
import { screenIn } from '../../e2e/pages/screen'
import { CHORDS, pressChords, recordEscapes } from '../../e2e/support/kiosk-chords'
import { startKiosk, type KioskRun } from '../../e2e/support/kiosk-run'
import { registerAtKiosk } from '../../e2e/support/kiosk-visit'
import { closeLid } from '../../e2e/support/desktop'
import { filesUnder, findCanaries } from '../../e2e/support/find-canaries'
import { startService } from '../../e2e/support/running-service'

const VISITS = Number(process.env['PARVIS_VISITS'] ?? 100)
const REPORT = process.env['PARVIS_REPORT']
/** In every canary of every visit: one look finds them all. */
const STEM = 'Quetzalcoatlus'
const CANARIES_A_VISIT = 20
/** Each so many visits the registration is really sent. */
const SENT_EVERY = 10

const ENDS: readonly ((run: KioskRun) => Promise<unknown>)[] = [
  (run) => kioskOf(screenIn('en', run.visit())).finishButton.click(),
  (run) => run.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer() }),
  (run) => closeLid(run.app),
]

interface Planted {
  readonly structure: Readonly<Record<string, unknown>> & { readonly identifier: string }
  readonly stored: string
  readonly passing: string
  readonly kept: string
  readonly cookie: string
}

/** Leaves twenty words wherever a visit can leave some: in fields, through the bridge, in every storage of a page, on the clipboard. */
async function plant(run: KioskRun, visit: number): Promise<void> {
  let planted = 0
  const next = (): string => `${STEM}${visit}x${(planted += 1)}`
  const screen = screenIn('en', run.visit())
  await kioskOf(screen).begin('en')
  const person = personStep(screen)
  await person.field('connectionEmail').fill(`${next()}@example.org`)
  // What is no number is said as soon as its field is left, and moves what is below.
  for (const field of ['phone', 'firstName', 'lastName'] as const) await person.field(field).fill(next())
  await screen.page.getByRole('checkbox', { name: screen.say('fields.sameContactEmail') }).click()
  await expect(person.field('contactEmail')).toBeEditable()
  await person.field('contactEmail').fill(`${next()}@example.org`)
  const [name, firstName, lastName, label, line1, line2, line3, city, postalCode, identifier, stored, passing, kept, cookie] = Array.from({ length: 14 }, next)
  await screen.page.evaluate(
    async ({ structure, stored, passing, kept, cookie }: Planted) => {
      const draftId = /drafts\/([\w-]{36})/.exec(location.hash)![1]!
      const ask = window.parvis.ask as unknown as Record<string, (input: unknown) => Promise<{ ok: boolean; value: { content: object } }>>
      const { value: draft } = await ask['draft:open']!({ draftId })
      await ask['draft:save']!({ draftId, content: { ...draft.content, structure: { ...(draft.content as { structure: object }).structure, ...structure } } })
      await ask['structure:look-up']!({ identifierType: 'SIRET', identifier: structure.identifier })
      localStorage.setItem('canary', stored)
      sessionStorage.setItem('canary', passing)
      document.cookie = `canary=${cookie}`
      await new Promise((resolve, reject) => {
        const opening = indexedDB.open('canary')
        opening.onupgradeneeded = () => { opening.result.createObjectStore('kept').put(kept, 'canary') }
        opening.onsuccess = resolve
        opening.onerror = reject
      })
    },
    { structure: { name, firstName, lastName, label, identifier, address: { line1, line2, line3, city, postalCode, country: 'FR' } }, stored, passing, kept, cookie } as Planted,
  )
  await run.app.evaluate(({ clipboard }, word) => void clipboard.writeText(word), next())
  expect(planted).toBe(CANARIES_A_VISIT)
}

test('many visits leave nothing, and two hundred chords lead nowhere', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-kiosk-'))
  const [profile, temporary, home] = ['profile', 'temporary', 'home'].map((name) => join(folder, name)) as [string, string, string]
  await Promise.all([profile, temporary, home].map((one) => mkdir(one)))
  const service = await startService({ DATA_DIR: 'memory://' })
  const run = await startKiosk({
    userData: profile, serviceUrl: service.url,
    environment: { TMPDIR: temporary, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_CACHE_HOME: join(home, '.cache') },
  })
  const figures = { visits: 0, canaries: 0, sent: 0, hits: [] as string[], sameProcess: 0, clipboards: 0, files: 0, chords: 0, escapes: [] as string[], reached: [] as string[], firstMb: 0, lastMb: 0 }
  const memoryMb = (): Promise<number> => run.app.evaluate(({ app }) => Math.round(app.getAppMetrics().reduce((sum, { type, memory }) => sum + (type === 'Tab' ? 0 : memory.workingSetSize), 0) / 1024))
  try {
    for (let visit = 1; visit <= VISITS; visit += 1) {
      const isSent = visit % SENT_EVERY === 0
      if (isSent) await registerAtKiosk(run, { email: `${STEM}${visit}@example.org` })
      else await plant(run, visit)
      const before = await run.rendererPid()
      await run.nextVisit(() => ENDS[visit % ENDS.length]!(run))
      await run.visit().getByRole('heading', { level: 1 }).waitFor()
      figures.visits += 1
      figures.canaries += isSent ? 0 : CANARIES_A_VISIT
      figures.sent += isSent ? 1 : 0
      figures.sameProcess += (await run.rendererPid()) === before ? 1 : 0
      figures.clipboards += (await run.app.evaluate(({ clipboard }) => clipboard.readText())) === '' ? 0 : 1
      figures.hits.push(...findCanaries([STEM], [profile, temporary, home]))
      if (visit === 1) figures.firstMb = await memoryMb()
      if (visit % 10 === 0) process.stdout.write(`kiosk: ${visit} of ${VISITS}, ${figures.hits.length} hits\n`)
    }
    figures.lastMb = await memoryMb()
    figures.files = filesUnder(folder).length
    await kioskOf(screenIn('en', run.visit())).begin('en')
    await personStep(screenIn('en', run.visit())).field('lastName').click()
    await recordEscapes(run.app)
    const pressed = await pressChords(run.app, CHORDS)
    Object.assign(figures, { chords: CHORDS.length, ...pressed })
  } finally {
    await run.app.close().catch(() => undefined)
    await service.stop()
    // Once more, now that everything that writes at its end has ended.
    figures.hits.push(...findCanaries([STEM], [profile, temporary, home]))
    if (REPORT !== undefined) await writeFile(REPORT, JSON.stringify(figures))
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  expect(figures).toMatchObject({ hits: [], sameProcess: 0, clipboards: 0, escapes: [], reached: [] })
})

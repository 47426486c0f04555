import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { screenIn, type Screen } from './pages/screen'
import { announcementsOf } from './support/access/announcements'
import { spokenTree, withoutRepeats } from './support/access/spoken-tree'
import { expect, test } from './support/fixtures'
import { walkByKeyboard } from './support/keyboard-journey'
import { settled } from './support/show-state'

const FOLDER = join(import.meta.dirname, 'transcripts')
/** Nobody can hear out more between two stops, or wants to hear the same again. */
const MOST = { said: 8, same: 3 }

/** What is another one at every walk. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/https?:\/\/\S+\/activate#t=[\w-]+/g, '‹link›'],
  [/PV-[0-9A-Z]{4}-[0-9A-Z]{4}/g, '‹reference›'],
  [/\d{1,2} \p{L}+ \d{4} (at|à) \d{1,2}:\d{2}/gu, '‹time›'],
  [/\d+ minutes? (and|et) \d+ seconde?s?/g, '‹minutes and seconds›'],
  [/(?<=within |dans |sous )\d+ (?=min)/g, '‹minutes› '],
  [/\b(this minute|now|cette minute-ci|maintenant|il y a \d+ minutes?|\d+ minutes? ago|\d+ seconds? ago|il y a \d+ secondes?)\b/gi, '‹age›'],
  [/Parvis \d+\.\d+\.\d+/g, 'Parvis ‹version›'],
]

/** Longer than what is typed takes to be saved, and a problem to be said. */
const PAUSE_MS = 900

/**
 * Typing and saving take turns as fast as they like: of them, what was said last. Whether the mail had left before the
 * summary was there is chance, and so is whether a wait lasted long enough to be told.
 */
function worthWriting(said: readonly string[], { say }: Screen): readonly string[] {
  const chance = ['progress.state.activation-sent.heading', 'wizard.opening', 'captcha.loading', 'progress.loading', 'home.list.loading'] as const
  const isChance = (text: string): boolean => chance.some((key) => text === `when free: ${asHeard(say(key))}`)
  const isSave = (text: string): boolean => text.endsWith(say('app.save.saving')) || text.endsWith(say('app.save.saved'))
  return [...said.filter((text) => !isSave(text) && !isChance(text)), ...said.filter(isSave).slice(-1)]
}

/** One space is as good as another. */
function asHeard(sentence: string): string {
  return sentence.replaceAll(/\s+/g, ' ')
}

/** The ring counts by this clock: half an hour passes between two of its seconds. */
function letHalfAnHourPass(): void {
  const now = performance.now.bind(performance)
  performance.now = () => now() + (30 * 60 + 20) * 1000
}

for (const language of ['en', 'fr'] as const) {
  test(`the whole path as a screen reader is told it (${language})`, async ({ start, service }) => {
    test.setTimeout(120_000)
    const { window } = await start({ serviceUrl: service.url, language })
    const session = await window.context().newCDPSession(window)
    const announcements = await announcementsOf(window)
    const screen = screenIn(language, window)
    const tooShort = asHeard(screen.say('activation.password.lack.password-too-short', { minimum: 12, actual: 4 }))
    const written: string[] = []
    let before: readonly string[] = []
    const chatter: string[] = []

    async function note(stop: string, tree: readonly string[]): Promise<void> {
      const heard = await announcements.take()
      // What the start of the window says was said in part before anybody listened.
      const said = stop === 'home' ? [] : heard
      if (said.length > MOST.said || said.some((text) => said.filter((other) => other === text).length > MOST.same)) chatter.push(`${stop}: ${said.join(' | ')}`)
      // Whether its rules are said once more while a password is being typed is a matter of how quickly that is done.
      const isSaidOnceMore = (text: string, at: number): boolean => text.includes(tooShort) && (written.includes(`> ${text}`) || said.indexOf(text) < at)
      written.push(`=== ${stop}`, ...worthWriting(said.filter((text, at) => !isSaidOnceMore(text, at)), screen).map((text) => `> ${text}`), ...(tree.length > 0 ? [`title: ${await window.title()}`, ...withoutRepeats(tree, before)] : []), '')
      before = tree
    }

    await walkByKeyboard(screen, service.url, async (stop) => {
      await window.waitForTimeout(PAUSE_MS)
      await settled(window)
      await note(stop, await spokenTree(session))
      if (stop !== 'summary') return
      await window.evaluate(letHalfAnHourPass)
      await window.waitForTimeout(1500)
      await note('half an hour later', [])
    })

    expect(chatter).toEqual([])
    expect(written.filter((line) => line.startsWith('> perhaps'))).toEqual([])
    const transcript = CHANGING.reduce((text, [pattern, placeholder]) => text.replaceAll(pattern, placeholder), written.join('\n'))
    const file = join(FOLDER, `${language}.txt`)
    if (process.env['PARVIS_ACCEPT'] === '1') await writeFile(file, transcript)
    expect(transcript.split('\n')).toEqual((await readFile(file, 'utf8')).split('\n'))
  })
}

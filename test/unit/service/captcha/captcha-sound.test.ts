import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCaptchaSounds } from '@service/captcha/captcha-sound'
import { readRecording, SAMPLE_RATE } from '@service/captcha/wav'

const RESOURCES = join(import.meta.dirname, '../../../../resources')
const ALL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const sounds = createCaptchaSounds(RESOURCES)

function samplesOf(wav: Buffer): Int16Array {
  expect(wav.toString('latin1', 0, 4)).toBe('RIFF')
  expect(wav.readUInt32LE(4)).toBe(wav.length - 8)
  expect(wav.toString('latin1', 8, 16)).toBe('WAVEfmt ')
  expect([wav.readUInt16LE(20), wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt16LE(34)]).toEqual([1, 1, 16_000, 16])
  expect(wav.readUInt32LE(28)).toBe(32_000)
  expect(wav.toString('latin1', 36, 40)).toBe('data')
  expect(wav.readUInt32LE(40)).toBe(wav.length - 44)
  return new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length))
}

function secondsOf(wav: Buffer): number {
  return samplesOf(wav).length / SAMPLE_RATE
}

function recordedSeconds(characters: string, locale: string): number {
  return [...characters].reduce((sum, character) => {
    const file = join(RESOURCES, 'captcha/voices', locale, `${character.toLowerCase()}.wav`)
    return sum + readRecording(readFileSync(file)).length / SAMPLE_RATE
  }, 0)
}

describe('the recordings', () => {
  it.each(['fr', 'en'])('of %s are there for every letter and digit, and are a voice', (locale) => {
    const folder = join(RESOURCES, 'captcha/voices', locale)
    expect(readdirSync(folder).sort()).toEqual([...ALL].map((character) => `${character.toLowerCase()}.wav`).sort())
    for (const file of readdirSync(folder)) {
      const samples = readRecording(readFileSync(join(folder, file)))
      const seconds = samples.length / SAMPLE_RATE
      const loudness = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
      expect(seconds).toBeGreaterThan(0.3)
      expect(seconds).toBeLessThan(2)
      expect(loudness).toBeGreaterThan(2000)
    }
  })

  it('take no more than 1.5 MB', () => {
    const folders = ['fr', 'en'].map((locale) => join(RESOURCES, 'captcha/voices', locale))
    const sizes = folders.flatMap((folder) => readdirSync(folder).map((file) => statSync(join(folder, file)).size))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000)
  })

  it('are refused when they are something else', () => {
    expect(() => readRecording(Buffer.alloc(100))).toThrow('Not a recording')
  })
})

describe('the sound of a captcha', () => {
  it('is a WAV file that is as long as its characters and the pauses around them', async () => {
    for (const locale of ['fr', 'en'] as const)
      for (const characters of ['A', 'ACEF4', 'WXYKM9']) {
        const seconds = secondsOf(await sounds.speak(characters, locale, Buffer.from(characters)))
        const spoken = recordedSeconds(characters, locale)
        expect(seconds).toBeGreaterThan(spoken * 0.95 + 0.4 + 0.65 * characters.length - 0.1)
        expect(seconds).toBeLessThan(spoken * 1.06 + 0.8 + 1.15 * characters.length + 0.1)
      }
  })

  it('differs from captcha to captcha, in length too, for the same characters', async () => {
    const wavs = await Promise.all(Array.from({ length: 20 }, (_, i) => sounds.speak('ACEF4', 'fr', Buffer.from([i]))))
    expect(new Set(wavs.map((wav) => wav.length)).size).toBeGreaterThan(15)
  })

  it('is the same for one captcha however often it is fetched', async () => {
    const seed = Buffer.from('one captcha')
    expect((await sounds.speak('ACEF4', 'en', seed)).equals(await sounds.speak('ACEF4', 'en', seed))).toBe(true)
  })

  it('has noise in its pauses, far below the voice, and is never cut off', async () => {
    const samples = samplesOf(await sounds.speak('ACEF4', 'fr', Buffer.from('seed')))
    const leadIn = samples.slice(0, 0.3 * SAMPLE_RATE)
    const loudness = (part: Int16Array): number => Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length)
    expect(loudness(leadIn)).toBeGreaterThan(50)
    expect(loudness(samples)).toBeGreaterThan(5 * loudness(leadIn))
    expect(samples.filter((sample) => Math.abs(sample) >= 32_767).length).toBeLessThan(samples.length / 1000)
  })

  it('can speak every character that a fixed answer may hold', async () => {
    for (const locale of ['fr', 'en'] as const)
      for (const character of ALL) expect(secondsOf(await sounds.speak(character, locale, Buffer.of(1)))).toBeGreaterThan(1)
  })
})

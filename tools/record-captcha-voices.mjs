#!/usr/bin/env node
/**
 * Records the voices of the captcha: every letter and digit, in French and in English, into
 * resources/captcha/voices/<locale>/<character>.wav (mono, 16 kHz, 8-bit µ-law).
 *
 * The recordings are output of espeak-ng (Debian package `espeak-ng`), which is needed here only:
 * the service plays the committed files and contains no part of espeak-ng. Run it again after changing the words below.
 *
 * A letter is followed by a word that begins with it ("M comme Marcel", "M as in Mike"), because M and N,
 * or P, T and V, cannot be told apart through a loudspeaker; a digit is announced as one.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const RATE = 16_000
const SILENCE = 300
const KEPT_BEFORE_S = 0.01
const KEPT_AFTER_S = 0.03

const FRENCH_WORDS = `Anatole Berthe Célestin Désiré Eugène François Gaston Henri Irma Joseph Kléber Louis Marcel
  Nicolas Oscar Pierre Quintal Raoul Suzanne Thérèse Ursule Victor William Xavier Yvonne Zoé`.split(/\s+/)
const ENGLISH_WORDS = `Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet Kilo Lima Mike
  November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu`.split(/\s+/)

const VOICES = {
  fr: { voice: 'fr-fr', wordsPerMinute: 155, link: 'comme', digit: 'chiffre', words: FRENCH_WORDS },
  en: { voice: 'en-gb', wordsPerMinute: 155, link: 'as in', digit: 'number', words: ENGLISH_WORDS },
}

const outFolder = join(import.meta.dirname, '..', 'resources', 'captcha', 'voices')
const workFolder = mkdtempSync(join(tmpdir(), 'captcha-voices-'))
try {
  let total = 0
  for (const [locale, voice] of Object.entries(VOICES)) {
    mkdirSync(join(outFolder, locale), { recursive: true })
    for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
      const file = writeMuLaw(record(voice, character))
      writeFileSync(join(outFolder, locale, `${character.toLowerCase()}.wav`), file)
      total += file.length
    }
  }
  console.log(`72 recordings, ${(total / 1e6).toFixed(2)} MB`)
} finally {
  rmSync(workFolder, { recursive: true, force: true })
}

function record({ voice, wordsPerMinute, link, digit, words }, character) {
  const spoken = `<say-as interpret-as="characters">${character}</say-as>`
  const word = words[character.charCodeAt(0) - 65]
  const sentence = word ? `${spoken} ${link} ${word}` : `${digit} ${character}`
  const file = join(workFolder, 'spoken.wav')
  execFileSync('espeak-ng', ['-m', '-v', voice, '-s', String(wordsPerMinute), '-w', file, `<speak>${sentence}</speak>`])
  const { rate, samples } = readWav(readFileSync(file))
  return louder(trimmed(resampled(samples, rate)))
}

function readWav(bytes) {
  const rate = bytes.readUInt32LE(24)
  const at = bytes.indexOf('data') + 8
  const count = Math.floor((bytes.length - at) / 2)
  return { rate, samples: Float64Array.from({ length: count }, (_, i) => bytes.readInt16LE(at + 2 * i)) }
}

/** Windowed sinc, cut off below the new half rate, so that nothing folds back into the speech. */
function resampled(samples, rate) {
  const cutoff = (0.46 * RATE) / rate
  const reach = 32
  return Float64Array.from({ length: Math.floor((samples.length * RATE) / rate) }, (_, i) => {
    const centre = (i * rate) / RATE
    let sum = 0
    for (let k = Math.ceil(centre - reach); k <= centre + reach; k++) {
      const t = k - centre
      const window = 0.5 + 0.5 * Math.cos((Math.PI * t) / reach)
      const sinc = t === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * t) / (Math.PI * t)
      sum += (samples[k] ?? 0) * sinc * window
    }
    return sum
  })
}

function trimmed(samples) {
  const first = samples.findIndex((sample) => Math.abs(sample) > SILENCE)
  const last = samples.findLastIndex((sample) => Math.abs(sample) > SILENCE)
  return samples.slice(Math.max(0, first - KEPT_BEFORE_S * RATE), last + KEPT_AFTER_S * RATE)
}

/** All recordings equally loud, so that no character stands out or drowns. */
function louder(samples) {
  const power = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 1)
  const gain = Math.min(4_500 / power, 30_000 / peak)
  return samples.map((sample) => sample * gain)
}

function writeMuLaw(samples) {
  const body = Buffer.from(Array.from(samples, (sample) => toMuLaw(Math.round(sample))))
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + body.length + (body.length % 2), 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(7, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(body.length, 40)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

/** ITU-T G.711. */
function toMuLaw(sample) {
  const sign = sample < 0 ? 0x80 : 0
  const magnitude = Math.min(32_635, Math.abs(sample)) + 132
  const exponent = Math.floor(Math.log2(magnitude)) - 7
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f
  return ~(sign | (exponent << 4) | mantissa) & 0xff
}

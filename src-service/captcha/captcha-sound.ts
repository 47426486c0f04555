import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from '@shared/registration/locale'
import { createRandomStream, type RandomStream } from './random-stream'
import { readRecording, SAMPLE_RATE, writeWav } from './wav'

export interface CaptchaSounds {
  /**
   * Speaks the characters (A–Z, 0–9) one after the other, as a WAV file. The same seed gives the same bytes:
   * somebody who fetches one sound many times cannot average its noise away.
   */
  speak(characters: string, locale: Locale, seed: Buffer): Promise<Buffer>
}

/** Seconds of quiet before, between and after the characters: time to write each one down. */
const LEAD_IN = [0.4, 0.8] as const
const PAUSE = [0.65, 1.15] as const
/** Pitch and pace of each character, up to this much off the recording. */
const DETUNE = 0.05
/** Noise far enough below the voice (rms about 4500) that a person is not disturbed by it. */
const NOISE_PEAK = 420
const MURMUR_GAIN = 0.06

/** Recordings are read when first spoken and kept: one megabyte for both languages. */
export function createCaptchaSounds(resourcesFolder: string): CaptchaSounds {
  const kept = new Map<string, Promise<Float32Array>>()

  function recordingOf(character: string, locale: Locale): Promise<Float32Array> {
    const file = join(resourcesFolder, 'captcha', 'voices', locale, `${character.toLowerCase()}.wav`)
    const known = kept.get(file)
    if (known) return known
    const loading = readFile(file).then(readRecording)
    kept.set(file, loading)
    loading.catch(() => kept.delete(file))
    return loading
  }

  return {
    async speak(characters, locale, seed) {
      const random = createRandomStream(seed)
      const recordings = await Promise.all([...characters].map((character) => recordingOf(character, locale)))
      const voice = joined(recordings.map((recording) => retuned(recording, random)), random)
      return writeWav(mixed(voice, recordings, random))
    },
  }
}

/** The recording played a little faster or slower, and a little louder or softer. */
function retuned(recording: Float32Array, random: RandomStream): Float32Array {
  const pace = random.between(1 - DETUNE, 1 + DETUNE)
  const gain = random.between(0.85, 1.1)
  return Float32Array.from({ length: Math.floor((recording.length - 1) / pace) }, (_, i) => {
    const at = i * pace
    const before = recording[Math.floor(at)] ?? 0
    const after = recording[Math.floor(at) + 1] ?? 0
    return gain * (before + (after - before) * (at % 1))
  })
}

function joined(spoken: readonly Float32Array[], random: RandomStream): Float32Array {
  const pieces = [quiet(LEAD_IN, random), ...spoken.flatMap((piece) => [piece, quiet(PAUSE, random)])]
  const whole = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function quiet([shortest, longest]: readonly [number, number], random: RandomStream): Float32Array {
  return new Float32Array(Math.round(SAMPLE_RATE * random.between(shortest, longest)))
}

/** Adds a soft hiss, and a distant murmur made of the same voices backwards: noise that a filter cannot tell from speech. */
function mixed(voice: Float32Array, recordings: readonly Float32Array[], random: RandomStream): Float32Array {
  const murmur = random.pick(recordings)
  const start = Math.floor(random.between(0, murmur.length))
  let hiss = 0
  return voice.map((sample, i) => {
    hiss = 0.6 * hiss + 0.4 * random.between(-NOISE_PEAK, NOISE_PEAK)
    const distant = murmur[murmur.length - 1 - ((start + i) % murmur.length)] ?? 0
    return sample + hiss + MURMUR_GAIN * distant
  })
}

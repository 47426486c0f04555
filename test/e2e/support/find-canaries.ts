import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A word in every form in which a program may have written it down: as text in two encodings, as Base64 at each of its three offsets, in an address. */
function tracesOf(word: string): readonly { readonly form: string; readonly bytes: Buffer }[] {
  const forms = [word, word.normalize('NFD'), encodeURIComponent(word), JSON.stringify(word).slice(1, -1)]
  const texts = [...new Set(forms)].flatMap((form) => [
    { form: 'UTF-8', bytes: Buffer.from(form, 'utf8') },
    { form: 'UTF-16', bytes: Buffer.from(form, 'utf16le') },
    { form: 'Latin-1', bytes: Buffer.from(form, 'latin1') },
  ])
  const encoded = (['utf8', 'utf16le'] as const).flatMap((encoding) => [0, 1, 2].map((offset) => ({ form: `Base64 of ${encoding}`, bytes: base64Inside(Buffer.from(word, encoding), offset) })))
  return [...texts, ...encoded]
}

/** The part of a Base64 text that is the same whatever stands before and after the word. */
function base64Inside(bytes: Buffer, offset: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64').replace(/=+$/, '')
  return Buffer.from(text.slice(offset === 0 ? 0 : offset + 1, -1))
}

/** Where any of the words stands in any file under the folders: file, word and form. Bytes of every file, whatever it is. */
export function findCanaries(words: readonly string[], folders: readonly string[]): readonly string[] {
  const traces = words.flatMap((word) => tracesOf(word).map((trace) => ({ word, ...trace })))
  return folders.flatMap(filesUnder).flatMap((file) => {
    const bytes = readIfThere(file)
    return traces.filter((trace) => bytes.includes(trace.bytes)).map(({ word, form }) => `${file}: ${word} as ${form}`)
  })
}

export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** A helper process may take its own file away meanwhile. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

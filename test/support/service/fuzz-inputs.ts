import { randomUUID } from 'node:crypto'
import fc from 'fast-check'

/** What people, scanners and broken clients send: any text, and texts that have hurt somebody before. */
export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', ' ', '\u0000', '\ud800', '../..', "' or 1=1 --", '<script>', 'a@b.c', 'PV-0000-0000', '00000000', 'A'.repeat(43), '1', 'x'.repeat(5_000), randomUUID()),
)
export const segment = text.map(encodeLoosely)
const anything = fc.oneof({ weight: 3, arbitrary: text }, fc.jsonValue({ maxDepth: 2 }))

/** Bodies that are nearly right: each field as it should be, of any kind, or missing; and now and then one too many. */
export function nearly(fields: Record<string, unknown>): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(fields).map(([name, good]) => [
      name,
      fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, { weight: 3, arbitrary: anything }, ...(isPlain(good) ? [{ weight: 6, arbitrary: nearly(good) }] : [])),
    ]),
  )
  const body = fc.record(model, { requiredKeys: [] })
  return fc.oneof(
    { weight: 8, arbitrary: body },
    { weight: 1, arbitrary: fc.tuple(body, fc.string({ unit: 'binary', minLength: 1 }), anything).map(([good, key, value]) => ({ ...(good as object), [key]: value })) },
    { weight: 1, arbitrary: anything },
  )
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Some of it is not even a right encoding. */
export function encodeLoosely(value: string): string {
  try {
    return encodeURIComponent(value).slice(0, 400)
  } catch {
    return '%ED%A0%80'
  }
}

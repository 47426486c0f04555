import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isWritten, MESSAGE_LIMIT, type MboxMessage, splitMbox } from '@service/mail/bounces/split-mbox'
import { asMboxEntry, reportOf } from '../../../support/sample-reports'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-mbox-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function split(content: string, from = 0): Promise<MboxMessage[]> {
  const path = join(folder, 'box')
  writeFileSync(path, content)
  const file = await open(path)
  try {
    const messages = []
    for await (const message of splitMbox(file, from, Buffer.byteLength(content))) messages.push(message)
    return messages
  } finally {
    await file.close()
  }
}

describe('an mbox', () => {
  it('is cut into its messages, whatever they hold and wherever reading begins', async () => {
    const line = fc.oneof(fc.constantFrom('', 'From the beginning it was', 'From a@b Sat Nov 28 19:00:00 2026', '>From', 'x'.repeat(70_000)), fc.string({ maxLength: 40 }).map((text) => text.replaceAll(/[\r\n]/g, '')))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(line, { maxLength: 6 }), { minLength: 1, maxLength: 6 }), fc.nat(5), async (bodies, skipped) => {
        const entries = bodies.map((lines) => asMboxEntry(`Subject: x\n\n${lines.join('\n')}\n`))
        const starts = entries.map((_entry, index) => Buffer.byteLength(entries.slice(0, index).join('')))
        const first = Math.min(skipped, entries.length - 1)
        const found = await split(entries.join(''), starts[first])
        expect(found.map(({ start }) => start)).toEqual(starts.slice(first))
        expect(found.map(({ head }) => head.toString())).toEqual(entries.slice(first).map((entry) => entry.slice(entry.indexOf('\n') + 1)))
        expect(found.map(({ isClosed }) => isClosed)).toEqual(found.map((one) => one !== found.at(-1) || one.head.length >= MESSAGE_LIMIT))
      }),
      { numRuns: 60 },
    )
  })

  it('passes over the rest of a message when it begins within one, and over what is no mbox', async () => {
    const [one, other] = [asMboxEntry('Subject: one\n\nbody\n'), asMboxEntry('Subject: other\n\nbody\n')]
    expect((await split(one + other, 60)).map(({ head }) => head.toString())).toEqual([expect.stringContaining('other')])
    expect(await split('no mbox\n\nat all\n')).toEqual([])
  })

  it('keeps no more of a message than the limit', async () => {
    const [long, next] = await split(asMboxEntry(`Subject: x\n\n${'y'.repeat(3 * MESSAGE_LIMIT)}\n`) + asMboxEntry('Subject: next\n'))
    expect(long!.head).toHaveLength(MESSAGE_LIMIT)
    expect(next!.head.toString()).toContain('next')
  })

  it('has a last message that is written to its end, or is not yet', () => {
    const report = reportOf()
    const end = report.lastIndexOf('--') + 2
    for (let cut = 0; cut <= report.length; cut++) expect([cut, isWritten(Buffer.from(report.slice(0, cut)))]).toEqual([cut, cut >= end])
    expect(isWritten(Buffer.from('Subject: x\nContent-Type: text/plain\n\n'))).toBe(true)
  })
})

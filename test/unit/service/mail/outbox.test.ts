import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { composeMail } from '@service/mail/compose-mail'
import { createOutbox } from '@service/mail/outbox'
import { systemClock } from '@service/storage/clock'
import { createSeal } from '@service/storage/seal'
import { sampleMails } from '../../../support/sample-mails'

const secretKey = randomBytes(32)
const outbox = createOutbox({ clock: systemClock, secretKey, environment: 'practice', messageIdDomain: 'parvis.example' })

describe('a mail that waits', () => {
  it.each(sampleMails('fr').map((message) => [message.kind, message] as const))('%s leaves as it was meant, and is smaller until then', (_kind, message) => {
    const { id, sealedContent } = outbox.write(message)
    const composed = composeMail(message, 'practice')
    expect(outbox.open(id, sealedContent!)).toEqual(composed)
    expect(sealedContent!.length).toBeLessThan(JSON.stringify(composed).length)
  })

  it('counts as one in place of two where that was asked', () => {
    const { id, sealedContent } = outbox.write(sampleMails('en')[0]!, { inPlaceOfTwo: true })
    expect(outbox.open(id, sealedContent!)).toMatchObject({ inPlaceOfTwo: true })
  })

  it('still leaves when a service of before had written it out', () => {
    const id = randomUUID()
    const written = { to: 'zoe@example.org', subject: 'S', text: 'T', html: '<p>T</p>' }
    expect(outbox.open(id, createSeal(secretKey, 'outbox content').close(JSON.stringify(written), id))).toEqual(written)
  })

  it('does not open for another row', () => {
    const { sealedContent } = outbox.write(sampleMails('en')[0]!)
    expect(() => outbox.open(randomUUID(), sealedContent!)).toThrow()
  })
})

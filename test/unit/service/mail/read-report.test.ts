import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReport } from '@service/mail/bounces/read-report'
import { type ReportOptions, reportOf } from '../../../support/sample-reports'

const ID = '<8c0e6b0e-5a3c-4b5f-9d53-0a4d1f2f7c11@parvis.example>'
const read = (options: ReportOptions) => readReport(Buffer.from(reportOf({ messageId: ID, ...options })))

describe('a report about a mail', () => {
  it.each([
    [{}, 'bounced', 'returned failed 5.1.1'],
    [{ action: 'FAILED (user unknown)', status: '5.2.2 (mailbox full)' }, 'bounced', 'returned failed 5.2.2'],
    [{ status: '5.0.0', diagnostic: 'smtp; 550-5.1.10 no such mailbox' }, 'bounced', 'returned failed 5.1.10'],
    [{ status: '4.4.7' }, 'failed', 'returned failed 4.4.7'],
    [{ status: '5.7.1' }, 'failed', 'returned failed 5.7.1'],
    [{ status: '5.0.0', diagnostic: 'smtp; 550 5.7.26 not authenticated' }, 'failed', 'returned failed 5.7.26'],
    [{ status: '', diagnostic: '' }, 'failed', 'returned failed'],
    [{ action: 'delayed', status: '4.4.1' }, 'delayed', 'returned delayed 4.4.1'],
  ] as const)('with %o: %s', async (options, fate, note) => {
    expect(await read(options)).toMatchObject({ fate, note, messageIds: [ID] })
  })

  it.each(['delivered', 'relayed', 'expanded', ''])('that is "%s" tells nothing', async (action) => {
    expect(await read({ action })).toBeUndefined()
  })

  it('names the mail by the headers that came back, by the envelope, or by what it answers', async () => {
    expect(await read({ returns: 'whole' })).toMatchObject({ messageIds: [ID] })
    expect(await read({ returns: 'nothing', envelopeId: 'an-id' })).toMatchObject({ messageIds: [], envelopeId: 'an-id' })
    expect(await read({ returns: 'nothing', inReplyTo: ID })).toMatchObject({ messageIds: [ID] })
  })

  it('is read with any line ends, and folded as servers fold', async () => {
    const folded = reportOf({ messageId: ID }).replace('Message-ID: <', 'Message-ID:\n <').replace('Status: 5.1.1', 'Status:\n  5.1.1').replaceAll('\n', '\r\n')
    expect(await readReport(Buffer.from(folded))).toMatchObject({ fate: 'bounced', messageIds: [ID] })
  })

  it('of several recipients counts by the worst', async () => {
    const several = reportOf({ messageId: ID, action: 'delayed', status: '4.4.1' }).replace('Final-Recipient', 'Final-Recipient: rfc822; one@example.org\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient')
    expect(await readReport(Buffer.from(several))).toMatchObject({ fate: 'bounced' })
  })

  it('tells nothing of where it is no report: an answer, a forwarded report, an out-of-office', async () => {
    const answer = `From: zoe@example.org\nIn-Reply-To: ${ID}\nContent-Type: text/plain\n\nAction: failed\nStatus: 5.1.1\n`
    const forwarded = `From: zoe@example.org\nContent-Type: multipart/mixed; boundary=f\n\n--f\nContent-Type: message/rfc822\n\n${reportOf({ messageId: ID })}\n--f--\n`
    for (const text of [answer, forwarded, '', '\n\n']) expect(await readReport(Buffer.from(text))).toBeUndefined()
  })

  it('cut anywhere is no failure', async () => {
    const text = reportOf({ messageId: ID })
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.uint8Array({ maxLength: 200 }), async (cut, noise) => {
        const told = await readReport(Buffer.concat([Buffer.from(text.slice(0, cut)), noise]))
        expect([undefined, 'bounced', 'failed', 'delayed']).toContain(told?.fate)
      }),
      { numRuns: 300 },
    )
  })
})

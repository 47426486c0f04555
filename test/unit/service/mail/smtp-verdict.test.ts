import { describe, expect, it } from 'vitest'
import { type SmtpFailure, verdictOf } from '@service/mail/smtp-verdict'

function answered(command: string, response: string, code = 'EENVELOPE'): SmtpFailure {
  return { code, command, response, responseCode: Number(response.slice(0, 3)) }
}

describe('what a refused mail means', () => {
  it.each([
    [answered('RCPT TO', '550 5.1.1 <zoe@example.org>: User unknown'), 'bounced', 'RCPT TO 550 5.1.1'],
    [answered('RCPT TO', '550 no such user 5.7.1.2'), 'bounced', 'RCPT TO 550'],
    [answered('RCPT TO', '552 5.2.2 Mailbox full'), 'bounced', 'RCPT TO 552 5.2.2'],
    [answered('RCPT TO', '556 5.1.10 null MX'), 'bounced', 'RCPT TO 556 5.1.10'],
    [answered('RCPT TO', '550 5.7.2 members only'), 'bounced', 'RCPT TO 550 5.7.2'],
    [answered('DATA', '550-5.1.1 unknown\n550 5.1.1 user', 'EMESSAGE'), 'bounced', 'DATA 550 5.1.1'],
    [answered('DATA', '552 5.2.2 full', 'EMESSAGE'), 'bounced', 'DATA 552 5.2.2'],
    [answered('DATA', '554 5.6.0 what is this', 'EMESSAGE'), 'refused', 'DATA 554 5.6.0'],
    [answered('DATA', '554 no', 'EMESSAGE'), 'refused', 'DATA 554'],
    [answered('MAIL FROM', '552 5.3.4 too large'), 'refused', 'MAIL FROM 552 5.3.4'],
    [{ code: 'EMESSAGE', command: 'MAIL FROM' }, 'refused', 'MAIL FROM EMESSAGE'],
    [{ code: 'EENVELOPE', command: 'API' }, 'bounced', 'API EENVELOPE'],
  ] as const)('%o is about the mail: %s', (failure, outcome, note) => {
    expect(verdictOf(failure)).toEqual({ outcome, note })
  })

  it.each([
    [answered('AUTH PLAIN', '535 5.7.8 bad credentials', 'EAUTH'), 'AUTH PLAIN 535 5.7.8'],
    [{ code: 'EAUTH', command: 'API' }, 'API EAUTH'],
    [answered('MAIL FROM', '530 5.7.0 Must issue a STARTTLS command first'), 'MAIL FROM 530 5.7.0'],
    [answered('MAIL FROM', '553 5.1.8 sender domain does not exist'), 'MAIL FROM 553 5.1.8'],
    [answered('MAIL FROM', '550 no'), 'MAIL FROM 550'],
    [answered('RCPT TO', '554 5.7.1 <zoe@example.org>: Relay access denied'), 'RCPT TO 554 5.7.1'],
    [answered('RCPT TO', '550 5.1.7 bad sender'), 'RCPT TO 550 5.1.7'],
    [answered('DATA', '550 5.7.26 not authenticated', 'EMESSAGE'), 'DATA 550 5.7.26'],
    [answered('CONN', '554 5.7.1 Client host blocked', 'EPROTOCOL'), 'CONN 554 5.7.1'],
    [answered('STARTTLS', '502 5.5.1 what', 'ETLS'), 'STARTTLS 502 5.5.1'],
    [{ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT', command: 'CONN' }, 'CONN DEPTH_ZERO_SELF_SIGNED_CERT'],
    [{ code: 'ETLS', originalCode: 'ERR_TLS_CERT_ALTNAME_INVALID', command: 'STARTTLS' }, 'STARTTLS ERR_TLS_CERT_ALTNAME_INVALID'],
  ] as const)('%o is about the set-up', (failure, note) => {
    expect(verdictOf(failure)).toEqual({ outcome: 'shut-out', note })
  })

  it.each([
    [answered('RCPT TO', '450 4.7.1 greylisted'), 'RCPT TO 450 4.7.1'],
    [answered('AUTH PLAIN', '454 4.7.0 try later', 'EAUTH'), 'AUTH PLAIN 454 4.7.0'],
    [answered('STARTTLS', '454 4.7.0 TLS not available', 'ETLS'), 'STARTTLS 454 4.7.0'],
    [answered('CONN', '421 busy', 'EPROTOCOL'), 'CONN 421'],
    [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' }, 'CONN ECONNREFUSED'],
    [{ code: 'EDNS', originalCode: 'ENOTFOUND', command: 'CONN' }, 'CONN ENOTFOUND'],
    [{ code: 'ETIMEDOUT', command: 'DATA' }, 'DATA ETIMEDOUT'],
    [{}, 'CONN ESOCKET'],
  ] as const)('%o may be better later', (failure, note) => {
    expect(verdictOf(failure)).toEqual({ outcome: 'later', note })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readActivationText } from '@shared/activation/activation-link'
import { LOCALES } from '@shared/registration/locale'
import { en } from '@renderer/locales/en/index'
import { fr } from '@renderer/locales/fr/index'
import { PAGE_WORDS } from '@service/activation/page/words'
import { composeMail } from '@service/mail/compose-mail'
import type { MailMessage, SummaryMail } from '@service/mail/mail-message'
import { ALL_SAMPLE_MAILS, SAMPLE_LINK, sampleMails } from '../../../support/sample-mails'

const WITH_LINK = ['activation', 'password-reset']

function titleOf(message: MailMessage): string {
  const variant = 'course' in message ? message.course : 'waitingDays' in message ? message.waitingDays : ''
  return `${message.kind} ${variant} (${message.locale})`
}

function sample(kind: MailMessage['kind'], locale: 'fr' | 'en'): MailMessage {
  return sampleMails(locale).find((message) => message.kind === kind)!
}

describe.each(ALL_SAMPLE_MAILS.map((message) => [titleOf(message), message] as const))('the mail %s', (_title, message) => {
  const { to, subject, text, html } = composeMail(message, 'practice')

  it('goes to the address given, with a subject that names nobody', () => {
    expect(to).toBe('zoe@example.org')
    expect(subject).not.toMatch(/@|Société|PV-|[\r\n]/)
    expect(subject.length).toBeLessThan(78)
  })

  it('says who sends it, and that it is for practice', () => {
    const [prefix, notice, sender] =
      message.locale === 'fr'
        ? ['[Entraînement] ', 'vrai Chorus Pro', 'Le service d’entraînement de Parvis']
        : ['[Practice] ', 'the real Chorus Pro', 'The Parvis practice service']
    expect(subject.startsWith(prefix)).toBe(true)
    for (const body of [text, html.replaceAll('&#39;', "'")]) {
      expect(body).toContain(notice)
      expect(body).toContain(sender)
    }
  })

  it('has one link at most, alone on its line in the text', () => {
    const inText = text.match(/https?:\/\/\S+/g) ?? []
    const inHtml = html.match(/<a /g) ?? []
    expect(html.match(/<h1 /g)).toHaveLength(1)
    expect(inText.length).toBeLessThanOrEqual(1)
    expect(inHtml.length).toBe(inText.length)
    if (WITH_LINK.includes(message.kind)) expect(inText.length).toBe(1)
    for (const link of inText) expect(text.split('\n')).toContain(link)
  })

  it('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|object|style|form|table|svg)\b|\ssrc=|url\(|\son\w+=/i)
    expect(html).toMatch(/^<!doctype html>\n<html lang="(fr|en)">/)
    expect(html).toContain('name="color-scheme" content="light dark"')
  })

  it('says the same in text and in HTML', () => {
    const words = (body: string): string[] => body.normalize('NFKC').split(/[^\p{L}\p{N}]+/u).filter(Boolean)
    const fromHtml = new Set(words(plain(html.replace(/<head>[\s\S]*<\/head>/, ''))))
    const link = /https?:\/\/\S+/g
    expect(words(text.replace(link, '')).filter((word) => !fromHtml.has(word) && !/^\d+$/.test(word))).toEqual([])
  })
})

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** What stands on the buttons and links that a mail may speak of. */
const inTheWindow = ({ app, progress, account, approval }: typeof en): string[] => [app.activationLink, progress.sendAgain.open, account.logIn, account.signIn.forgot, approval.title]
const NAMES = { fr: [...inTheWindow(fr), PAGE_WORDS.fr.renew.send], en: [...inTheWindow(en), PAGE_WORDS.en.renew.send] }

describe('what a mail calls by a name', () => {
  it.each(LOCALES)('is there under that name, in the window or on the page of the link (%s)', (locale) => {
    const named = new Set<string>()
    for (const message of sampleMails(locale, 'X')) {
      const { text } = composeMail(message, 'production')
      for (const [, french, english] of text.replaceAll(/“X”|«\u00A0X\u00A0»/g, '').matchAll(/«\u00A0(.+?)\u00A0»|“(.+?)”/g)) named.add(french ?? english!)
    }
    // A mail has the one space that every mail program knows, the window the narrow one.
    expect([...named].toSorted()).toEqual(NAMES[locale].map((name) => name.replaceAll('\u202F', '\u00A0')).toSorted())
  })
})

describe('what the guide promises', () => {
  it.each(LOCALES)('is in the summary (%s): everything given, how it goes on, the 60 minutes, and no activation link', (locale) => {
    for (const course of ['straight', 'verification', 'manager', 'support', 'support-attachment'] as const) {
      const { text } = composeMail({ ...sample('registration-summary', locale), course } as MailMessage, 'production')
      for (const given of ['PV-7K2M-9QDX', 'zoe@example.org', 'contact@example.org', '+33 1 23 45 67 89', '552 032 534 00646', 'Société Générale & fils', '75009 PARIS'])
        expect(text).toContain(given)
      expect(text).toMatch(/60 minutes/)
      expect(text).toMatch(/12 (caractères|characters)/)
      expect(text).not.toContain('/activate')
      const decision = locale === 'fr' ? /L’inscription ne peut être terminée que si/ : /The registration can be finished only when/
      expect(decision.test(text)).toBe(course !== 'straight' && course !== 'verification')
    }
  })

  it.each(LOCALES)('is in the activation mail (%s): link, reference and code, how long they live, the password rule', (locale) => {
    const { text, html, subject } = composeMail(sample('activation', locale), 'production')
    expect(text.split('\n')).toContain(SAMPLE_LINK)
    expect(html).toContain(`href="${SAMPLE_LINK}"`)
    expect(text.split('\n')).toContain('PV-7K2M-9QDX ABCD-EFGH')
    expect(html).toContain('PV-7K2M-9QDX ABCD-EFGH')
    for (const body of [text, html]) expect(body.match(/60 minutes/g)?.length).toBeGreaterThanOrEqual(2)
    expect(subject).toContain('60 minutes')
    expect(text).toMatch(/12 (caractères|characters).* 3 .* 4 /)
    expect(text).toContain(PAGE_WORDS[locale].renew.send)
  })

  it.each(LOCALES)('can be pasted from the activation mail (%s) into the one field', (locale) => {
    const { text } = composeMail(sample('activation', locale), 'practice')
    expect(readActivationText(text)).toEqual({ kind: 'token', token: SAMPLE_LINK.split('#t=')[1] })
    const line = text.split('\n').find((candidate) => candidate.startsWith('PV-'))
    expect(readActivationText(line!)).toEqual({ kind: 'code', reference: 'PV-7K2M-9QDX', code: 'ABCDEFGH' })
  })

  it.each(LOCALES)('follows the configured minutes (%s)', (locale) => {
    const { text, subject } = composeMail({ ...sample('activation', locale), minutes: 15 } as MailMessage, 'practice')
    expect(`${subject}${text}`).toContain('15 minutes')
    expect(`${subject}${text}`).not.toContain('60 minutes')
  })

  it.each(LOCALES)('is in the refusal (%s): the reason, and that the registration cannot be finished', (locale) => {
    const { text } = composeMail(sample('attachment-refused', locale), 'production')
    expect(text).toContain('> Société Générale & fils')
    expect(text).toMatch(/L’inscription ne peut donc pas être terminée|the registration cannot be finished/)
  })

  it.each([['fr', 'Allemagne'], ['en', 'Germany']] as const)('is in the summary (%s) with the country by its name', (locale, name) => {
    const summary = sample('registration-summary', locale) as SummaryMail
    const { text, html } = composeMail({ ...summary, structure: { ...summary.structure, country: 'DE' } }, 'production')
    for (const body of [text, html]) expect(body).toMatch(new RegExp(`75009 PARIS, ${name}\\b`))
  })

  it('has no reason line where none was given', () => {
    for (const reason of [undefined, '  '])
      expect(composeMail({ ...sample('attachment-refused', 'en'), reason } as MailMessage, 'production').text).not.toContain('Reason')
  })
})

describe('somebody else’s words', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='x",
      '&lt;b&gt;',
      'Gagnez sur https://evil.example/win',
      'www.evil.example',
      'evil.example/x',
      'javascript:alert(1)',
      'a\r\nBcc: victim@example.org',
      'x\n\nhttps://evil.example',
      '<a href="https://evil.example">ok</a>',
      '\u2028https://evil.example\u2029',
    ),
  )

  it('are never markup, never a link, and change no subject, in any mail', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...LOCALES), (words, locale) => {
        const usual = sampleMails(locale).map((message) => composeMail(message, 'production'))
        sampleMails(locale, words || '-').forEach((message, index) => {
          const { subject, text, html } = composeMail(message, 'production')
          const expected = usual[index]!
          expect(subject).toBe(expected.subject)
          expect(tagsOf(html)).toEqual(tagsOf(expected.html))
          expect(text.match(/:\/\//g)?.length ?? 0).toBe(expected.text.match(/:\/\//g)?.length ?? 0)
          expect(`${text}${html}`).not.toMatch(/evil\.example/)
        })
      }),
      { numRuns: 150 },
    )
  })

  it('keep what a person sees', () => {
    const { text } = composeMail(sampleMails('fr', 'S.A.R.L. Dupont & Cie – Booking.com')[0]!, 'production')
    expect(text.replaceAll('\u200B', '')).toContain('S.A.R.L. Dupont & Cie – Booking.com')
  })

  it('of a reason stand line by line as a quotation', () => {
    const { text } = composeMail({ ...sample('structure-refused', 'en'), reason: 'One.\r\nTwo.\u2028Three.' } as MailMessage, 'production')
    expect(text).toContain('> One.\n> Two.\n> Three.')
  })
})

/** The tags of a page; what stands in an attribute is compared with them. */
function tagsOf(html: string): string[] {
  return (html.match(/<[^>]*>/g) ?? []).filter((tag) => !/^<\/?(blockquote|p|dt|dd)\b/.test(tag) || / on/.test(tag))
}

it('refuses to mail a link that is no web address', () => {
  const message = { ...sample('activation', 'en'), activationLink: 'javascript:alert(1)' } as MailMessage
  expect(() => composeMail(message, 'production')).toThrow('web address')
})

it('sets French as French is set', () => {
  const { text } = composeMail(sample('activation', 'fr'), 'production')
  expect(text).not.toMatch(/ [:;?!»]|« /)
  expect(text).toMatch(/\u00A0\?/)
})

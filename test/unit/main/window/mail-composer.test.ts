import { describe, expect, it } from 'vitest'
import { composeMail, mailAddress } from '@main/window/mail-composer'

const MAIL = { to: 'zoe@example.org', subject: 'Votre compte', body: 'Bonjour,\n\nà bientôt' }

describe('a mail that is handed to the person’s own program', () => {
  it('keeps recipient, subject and text apart, whatever is in them', () => {
    const evil = { to: 'a&b?c+d%e@example.org', subject: 'x&bcc=evil@example.org\r\nBcc: evil@example.org', body: 'a&b=c?#\n\n100 % é😀' }
    const url = new URL(mailAddress(evil))
    expect(decodeURIComponent(url.pathname)).toBe(evil.to)
    expect([...url.searchParams.keys()]).toEqual(['subject', 'body'])
    expect(url.searchParams.get('subject')).toBe(evil.subject)
    expect(url.searchParams.get('body')).toBe(evil.body.replaceAll('\n', '\r\n'))
    expect(url.hash).toBe('')
  })

  it('encodes spaces so that no program shows a plus in their place', () => {
    expect(mailAddress({ ...MAIL, body: 'a b' })).toBe('mailto:zoe@example.org?subject=Votre%20compte&body=a%20b')
  })

  it('leaves the text out where Windows would cut it, and says so', async () => {
    const opened: string[] = []
    const openExternal = async (address: string): Promise<void> => void opened.push(address)
    expect(await composeMail(MAIL, { openExternal, platform: 'win32' })).toBe(true)
    expect(await composeMail({ ...MAIL, body: 'é'.repeat(500) }, { openExternal, platform: 'win32' })).toBe(false)
    expect(opened[1]).toBe('mailto:zoe@example.org?subject=Votre%20compte')
    expect(await composeMail({ ...MAIL, body: 'é'.repeat(500) }, { openExternal, platform: 'linux' })).toBe(true)
  })

  it('says when no program takes it', async () => {
    const openExternal = async (): Promise<void> => Promise.reject(new Error('no handler'))
    await expect(composeMail(MAIL, { openExternal, platform: 'linux' })).rejects.toMatchObject({ code: 'mail-program-missing' })
  })
})

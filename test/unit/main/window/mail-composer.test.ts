import { describe, expect, it, vi } from 'vitest'
import { isMailAddress } from '@main/window/external-links'
import { composeMail, mailAddress } from '@main/window/mail-composer'

vi.mock('electron', () => ({ shell: {} }))

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
    expect(isMailAddress(url.href)).toBe(true)
  })

  it.each(['mailto:a@b.fr', 'mailto:a@b.fr?subject=x&attach=/etc/passwd', 'mailto:a@b.fr?subject=x&bcc=y', 'mailto:a@b.fr?bcc=y&subject=x', 'mailto:a@b.fr?subject=a b', 'https://b.fr?subject=x', 'mailto:?subject=x', 'mailto:a@b.fr?subject=x&body=y#z'])('%s is not opened as one', (text) => {
    expect(isMailAddress(text)).toBe(false)
  })

  it('encodes spaces so that no program shows a plus in their place', () => {
    expect(mailAddress({ ...MAIL, body: 'a b' })).toBe('mailto:zoe@example.org?subject=Votre%20compte&body=a%20b')
  })

  it('leaves the text out where Windows would cut it, and says so', async () => {
    const opened: string[] = []
    const open = async (address: string): Promise<void> => void opened.push(address)
    expect(await composeMail(MAIL, { open, platform: 'win32' })).toBe(true)
    expect(await composeMail({ ...MAIL, body: 'é'.repeat(500) }, { open, platform: 'win32' })).toBe(false)
    expect(opened[1]).toBe('mailto:zoe@example.org?subject=Votre%20compte')
    expect(await composeMail({ ...MAIL, body: 'é'.repeat(500) }, { open, platform: 'linux' })).toBe(true)
  })

  it('says when no program takes it', async () => {
    const open = async (): Promise<void> => Promise.reject(new Error('no handler'))
    await expect(composeMail(MAIL, { open, platform: 'linux' })).rejects.toMatchObject({ code: 'mail-program-missing' })
  })
})

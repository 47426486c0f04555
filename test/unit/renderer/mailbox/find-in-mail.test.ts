import { activationLinkIn, referenceAndCodeIn } from '@renderer/mailbox/find-in-mail'
import { readActivationText, writeActivationLink } from '@shared/activation/activation-link'
import { describe, expect, it } from 'vitest'

const TOKEN = 'A1b2_'.repeat(8) + 'xyz'
const LINK = writeActivationLink('http://127.0.0.1:45555', TOKEN)

describe('activationLinkIn', () => {
  it.each([`Open this:\n\n${LINK}\n\nThe link is valid`, `<${LINK}>`, `(${LINK})`, LINK])('finds the link in %j', (text) => {
    expect(activationLinkIn(text)).toBe(LINK)
    expect(readActivationText(activationLinkIn(text) ?? '')).toEqual({ kind: 'token', token: TOKEN })
  })

  it.each(['', 'http://127.0.0.1/activate', `http://127.0.0.1/activate#t=${TOKEN}longer`, 'http://127.0.0.1/other#t=' + TOKEN])('finds none in %j', (text) => {
    expect(activationLinkIn(text)).toBeUndefined()
  })
})

describe('referenceAndCodeIn', () => {
  it('finds the line that can be typed instead', () => {
    const line = referenceAndCodeIn('paste this line:\n\n  PV-7K2M-9XQD 4F7H-2MWT\n\nrules')
    expect(line).toBe('PV-7K2M-9XQD 4F7H-2MWT')
    expect(readActivationText(line ?? '').kind).toBe('code')
  })

  it('does not take a reference alone for it', () => {
    expect(referenceAndCodeIn('Your reference: PV-7K2M-9XQD. Thank you')).toBeUndefined()
  })
})

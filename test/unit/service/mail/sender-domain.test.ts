import { expect, it } from 'vitest'
import { senderDomain } from '@service/mail/sender-domain'

it.each([
  ['Parvis <no-reply@parvis.example>', 'parvis.example'],
  ['no-reply@parvis.example', 'parvis.example'],
  ['"A @ B" <x@c.example> ', 'c.example'],
  ['nobody', 'parvis.invalid'],
  ['', 'parvis.invalid'],
])('takes the domain of %j', (from, domain) => {
  expect(senderDomain(from)).toBe(domain)
})

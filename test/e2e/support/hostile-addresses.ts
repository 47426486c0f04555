import fc from 'fast-check'

const scheme = fc.constantFrom('app:', 'APP:', 'http:', 'https:', 'file:', 'data:', 'javascript:', 'blob:', 'ftp:', 'ws:', 'parvis:', 'chrome:', 'devtools:', 'view-source:', 'mailto:')
const host = fc.oneof(
  fc.constantFrom('parvis', 'PARVIS.', 'parvis.evil.example', 'host@evil.example', 'parvis@evil.example', 'parvis:80', 'evil.example', 'xn--80ak6aa92e.com', 'pаrvis', '127.0.0.1:9', '[::1]:9', '', '..', '%2e%2e'),
  fc.webAuthority(),
)
const path = fc.oneof(
  fc.constantFrom('/index.html?x=1', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/', '/index.html%00', '//evil.example', '\\\\evil.example\\x', 'text/html,<h1>x</h1>', 'void(document.title="taken")', '/C:/Windows/win.ini'),
  fc.webPath(),
)
const spacing = fc.constantFrom('', ' ', '\t', '\n', ' ')

/** An address to go to, in every spelling that we could think of; a mere fragment is none. */
const hostileAddress: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 6, arbitrary: fc.tuple(spacing, scheme, fc.constantFrom('//', '/', '', '\\\\'), host, path).map((parts) => parts.join('')) },
    { weight: 2, arbitrary: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => `javascript:${text}`) },
  )
  .filter((address) => !/^\s*(app:[\\/]*parvis\/index.html)?(#|$)/i.test(address))

/** The same addresses in every run, so that what failed once can be looked at. */
export function hostileAddresses(count: number): readonly string[] {
  return fc.sample(hostileAddress, { numRuns: count, seed: 20_261_123 })
}

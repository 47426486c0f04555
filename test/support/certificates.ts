import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Certificates {
  /** The authority that has signed the certificate, in PEM. */
  readonly ca: string
  readonly key: string
  readonly cert: string
}

/** An authority and a certificate of it for one name or address, made by openssl and good for two days. */
export function makeCertificates(name: `DNS:${string}` | `IP:${string}`): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-tls-'))
  const openssl = (...args: string[]): unknown => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
  try {
    openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test authority', '-days', '2')
    openssl('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'own.key', '-out', 'own.csr', '-subj', '/CN=mail')
    writeFileSync(join(folder, 'own.ext'), `subjectAltName=${name}\n`)
    openssl('x509', '-req', '-in', 'own.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out', 'own.pem', '-days', '2', '-extfile', 'own.ext')
    return { ca: read('ca.pem'), key: read('own.key'), cert: read('own.pem') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

import { isIP } from 'node:net'
import { ConfigRefused } from './config-refused'

/** Addresses and networks (`10.0.0.0/8`, `fd00::/8`) between commas. A network of everybody would let anybody choose an address. */
export function readProxies(name: string, text: string | undefined): readonly string[] {
  const proxies = (text ?? '').split(',').map((part) => part.trim()).filter(Boolean)
  if (!proxies.every(isNetwork)) throw new ConfigRefused(name, 'Must be addresses or networks such as 10.0.0.0/8, with commas between them, and no network of everybody.')
  return proxies
}

function isNetwork(text: string): boolean {
  const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const version = isIP(address)
  if (version === 0) return false
  return prefix === undefined || (Number(prefix) >= 1 && Number(prefix) <= (version === 4 ? 32 : 128))
}

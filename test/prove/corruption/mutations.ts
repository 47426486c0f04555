/** How a file can come back from a disk, a crash, a careless tool or an attacker. Each is given its bytes and chance. */
export type Mutate = (bytes: Buffer, random: () => number) => Buffer

const below = (random: () => number, count: number): number => Math.floor(random() * Math.max(1, count))
const PAGE = 4096
const SECTOR = 512

function flipBits(bytes: Buffer, random: () => number, count: number): Buffer {
  const flipped = Buffer.from(bytes)
  for (let flip = 0; flip < count && flipped.length > 0; flip += 1) {
    const at = below(random, flipped.length)
    flipped[at] = flipped[at]! ^ (1 << below(random, 8))
  }
  return flipped
}

function zeroed(bytes: Buffer, from: number, to: number): Buffer {
  return Buffer.from(bytes).fill(0, Math.min(from, bytes.length), Math.min(to, bytes.length))
}

function withHeader(bytes: Buffer, change: (header: Record<string, unknown>) => Record<string, unknown>): Buffer {
  const end = bytes.indexOf(0x0a)
  try {
    const header = JSON.parse(bytes.subarray(0, end).toString('utf8')) as Record<string, unknown>
    return Buffer.concat([Buffer.from(JSON.stringify(change(header))), bytes.subarray(end)])
  } catch {
    return Buffer.concat([Buffer.from('{'), bytes])
  }
}

export const MUTATIONS = {
  'one bit flipped': (bytes, random) => flipBits(bytes, random, 1),
  'some bits flipped': (bytes, random) => flipBits(bytes, random, 2 + below(random, 30)),
  'cut at a sector': (bytes, random) => bytes.subarray(0, SECTOR * below(random, Math.ceil(bytes.length / SECTOR))),
  'cut at a page': (bytes, random) => bytes.subarray(0, PAGE * below(random, Math.ceil(bytes.length / PAGE))),
  'cut anywhere': (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  emptied: () => Buffer.alloc(0),
  'all zeros': (bytes) => Buffer.alloc(bytes.length),
  'a sector of zeros': (bytes, random) => {
    const from = SECTOR * below(random, Math.ceil(bytes.length / SECTOR))
    return zeroed(bytes, from, from + SECTOR)
  },
  'zeros to the end': (bytes, random) => zeroed(bytes, below(random, bytes.length), bytes.length),
  'a tail of zeros': (bytes, random) => Buffer.concat([bytes, Buffer.alloc(random() < 0.5 ? SECTOR : PAGE - (bytes.length % PAGE))]),
  'a byte order mark in front': (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  'line ends of another system': (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
  'saved as text by an editor': (bytes) => Buffer.from(bytes.toString('utf8'), 'utf8'),
  'huge JSON': (_bytes, random) => Buffer.from(JSON.stringify({ parvis: 'draft', schemaVersion: 2, more: 'x'.repeat(random() < 0.1 ? 9_000_000 : 200_000) })),
  'deep JSON': () => Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`),
  'JSON of nothing': (_bytes, random) => Buffer.from(['null', '{}', '[]', '0', '""', 'true'][below(random, 6)]!),
  noise: (bytes, random) => Buffer.from(Array.from({ length: Math.max(64, bytes.length) }, () => below(random, 256))),
  'a header of a newer version': (bytes) => withHeader(bytes, (header) => ({ ...header, schemaVersion: 99, format: 99 })),
  "a header of another's key": (bytes) => withHeader(bytes, (header) => ({ ...header, keyId: '00000000-0000-4000-8000-000000000000' })),
  'a header with a field too many': (bytes) => withHeader(bytes, (header) => ({ ...header, extra: true })),
  'a header with a field too few': (bytes) => withHeader(bytes, ({ sha256: _sha256, wraps: _wraps, ...header }) => header),
} as const satisfies Record<string, Mutate>

export type MutationName = keyof typeof MUTATIONS | 'missing' | 'swapped with another' | "another's in its place"

/** The most expensive one is the rarest. */
export function chooseMutation(random: () => number): MutationName {
  const names = Object.keys(MUTATIONS) as (keyof typeof MUTATIONS)[]
  const chance = random()
  if (chance < 0.08) return 'missing'
  if (chance < 0.13) return 'swapped with another'
  if (chance < 0.18) return "another's in its place"
  const name = names[below(random, names.length)]!
  return (name === 'huge JSON' || name === 'deep JSON') && random() < 0.8 ? 'one bit flipped' : name
}

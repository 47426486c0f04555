/** Rows of modules, true where dark. */
export type Matrix = readonly (readonly boolean[])[]

/** What this reader knows of the versions 1 to 10 at level M: codewords of data per block, in the order of the blocks, and the centres of the alignment patterns. */
const VERSIONS: readonly { readonly blocks: readonly number[]; readonly centres: readonly number[] }[] = [
  { blocks: [16], centres: [] },
  { blocks: [28], centres: [6, 18] },
  { blocks: [44], centres: [6, 22] },
  { blocks: [32, 32], centres: [6, 26] },
  { blocks: [43, 43], centres: [6, 30] },
  { blocks: [27, 27, 27, 27], centres: [6, 34] },
  { blocks: [31, 31, 31, 31], centres: [6, 22, 38] },
  { blocks: [38, 38, 39, 39], centres: [6, 24, 42] },
  { blocks: [36, 36, 36, 37, 37], centres: [6, 26, 46] },
  { blocks: [43, 43, 43, 43, 44], centres: [6, 28, 50] },
]

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/**
 * Reads a QR code of level M, versions 1 to 10, after ISO/IEC 18004 and independently of the package that wrote it. It
 * corrects nothing: one wrong module and it reads something else, or throws.
 */
export function readQrCode(matrix: Matrix): string {
  const size = matrix.length
  const version = (size - 17) / 4
  const { blocks, centres } = VERSIONS[version - 1] ?? fail(`no version has ${size} modules a side`)
  const format = [0, 1, 2, 3, 4].map((column) => at(matrix, 8, column))
  const [level, mask] = [toNumber(format.slice(0, 2)) ^ 0b10, toNumber(format.slice(2)) ^ 0b101]
  if (level !== 0) fail('it is not of level M')
  const isMasked = MASKS[mask]!
  const bits: boolean[] = []
  for (const [row, column] of wayThrough(size)) {
    if (!isFixed(row, column, size, centres)) bits.push(at(matrix, row, column) !== isMasked(row, column))
  }
  return readBytes(joinBlocks(toBytes(bits), blocks), version)
}

/** From the lower right corner, two columns at a time, up and down by turns; the column of the timing pattern is left out. */
function* wayThrough(size: number): Generator<readonly [number, number]> {
  let isUpward = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1
    for (let step = 0; step < size; step += 1) {
      const row = isUpward ? size - 1 - step : step
      yield [row, right]
      yield [row, right - 1]
    }
    isUpward = !isUpward
  }
}

function isFixed(row: number, column: number, size: number, centres: readonly number[]): boolean {
  const isFinder = (row < 9 && (column < 9 || column >= size - 8)) || (row >= size - 8 && column < 9)
  if (isFinder || row === 6 || column === 6) return true
  if (size >= 45 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true
  const last = size - 7
  return centres.some((y) => centres.some((x) => {
    const isCorner = (y === 6 && (x === 6 || x === last)) || (y === last && x === 6)
    return !isCorner && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2
  }))
}

/** Codewords are dealt out to the blocks one by one; the longer blocks get their last one at the end. */
function joinBlocks(bytes: readonly number[], lengths: readonly number[]): number[] {
  const blocks: number[][] = lengths.map(() => [])
  let next = 0
  for (let index = 0; index < Math.max(...lengths); index += 1)
    for (const [block, length] of lengths.entries()) if (index < length) blocks[block]!.push(bytes[next++]!)
  return blocks.flat()
}

/** Segments of bytes, digits and capitals, up to the terminator. */
function readBytes(codewords: readonly number[], version: number): string {
  const bits = codewords.flatMap((byte) => Array.from({ length: 8 }, (_, bit) => ((byte >> (7 - bit)) & 1) === 1))
  let position = 0
  const take = (count: number): number => toNumber(bits.slice(position, (position += count)))
  let text = ''
  for (;;) {
    const mode = bits.length - position < 4 ? 0 : take(4)
    if (mode === 0) return text
    if (mode === 0b0100) {
      const length = take(version < 10 ? 8 : 16)
      text += new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from({ length }, () => take(8)))
    } else if (mode === 0b0001) text += takeDigits(take, take(version < 10 ? 10 : 12))
    else if (mode === 0b0010) text += takeCapitals(take, take(version < 10 ? 9 : 11))
    else fail(`mode ${mode} is not read here`)
  }
}

function takeDigits(take: (bits: number) => number, count: number): string {
  let digits = ''
  while (digits.length < count) {
    const some = Math.min(3, count - digits.length)
    digits += String(take([0, 4, 7, 10][some]!)).padStart(some, '0')
  }
  return digits
}

const CAPITALS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

function takeCapitals(take: (bits: number) => number, count: number): string {
  let text = ''
  while (text.length < count) {
    const isPair = count - text.length >= 2
    const value = take(isPair ? 11 : 6)
    text += isPair ? CAPITALS[Math.floor(value / 45)]! + CAPITALS[value % 45]! : CAPITALS[value]!
  }
  return text
}

function at(matrix: Matrix, row: number, column: number): boolean {
  return matrix[row]?.[column] ?? fail('it is not square')
}

function toNumber(bits: readonly boolean[]): number {
  return bits.reduce((value, bit) => value * 2 + (bit ? 1 : 0), 0)
}

function toBytes(bits: readonly boolean[]): number[] {
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, index) => toNumber(bits.slice(index * 8, index * 8 + 8)))
}

function fail(why: string): never {
  throw new Error(`This QR code cannot be read: ${why}`)
}

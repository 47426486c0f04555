/** The sample rate of the recordings and of what is made from them. */
export const SAMPLE_RATE = 16_000

const HEADER_BYTES = 44
const PCM = 1
const MU_LAW = 7

/** Reads mono µ-law at 16 kHz (what `tools/record-captcha-voices.mjs` writes) into samples of 16-bit size. Throws on anything else. */
export function readRecording(file: Buffer): Float32Array {
  const isOurs =
    file.toString('latin1', 0, 4) === 'RIFF' &&
    file.readUInt16LE(20) === MU_LAW &&
    file.readUInt16LE(22) === 1 &&
    file.readUInt32LE(24) === SAMPLE_RATE &&
    file.toString('latin1', 36, 40) === 'data'
  if (!isOurs) throw new Error('Not a recording of the captcha: mono µ-law at 16 kHz is expected')
  const length = file.readUInt32LE(40)
  return Float32Array.from(file.subarray(HEADER_BYTES, HEADER_BYTES + length), fromMuLaw)
}

/** ITU-T G.711. */
function fromMuLaw(byte: number): number {
  const bits = ~byte & 0xff
  const magnitude = ((((bits & 0x0f) << 3) + 132) << ((bits >> 4) & 0x07)) - 132
  return bits & 0x80 ? -magnitude : magnitude
}

/** A WAV file, mono, 16 bit, 16 kHz; samples outside of the range are cut off. */
export function writeWav(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + 2 * samples.length)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(PCM, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(SAMPLE_RATE, 24)
  bytes.writeUInt32LE(2 * SAMPLE_RATE, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(2 * samples.length, 40)
  samples.forEach((sample, i) => bytes.writeInt16LE(Math.round(Math.max(-32_768, Math.min(32_767, sample))), HEADER_BYTES + 2 * i))
  return bytes
}

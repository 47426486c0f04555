import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpackZip } from '../../../tools/zip-archive.mjs'

/** A zip archive of `[name, text, mode, packed]` entries, written by the format's description. */
function zipOf(entries) {
  const parts = []
  const directory = []
  let offset = 0
  for (const [name, text, mode = 0o644, packed = true] of entries) {
    const data = packed ? deflateRawSync(Buffer.from(text)) : Buffer.from(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(packed ? 8 : 0, 10)
    central.writeUInt32LE(data.length, 20)
    central.writeUInt32LE(text.length, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(((0o100000 | mode) << 16) >>> 0, 38)
    central.writeUInt32LE(offset, 42)
    directory.push(central, Buffer.from(name))
    parts.push(local, Buffer.from(name), data)
    offset += 30 + name.length + data.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listing, end])
}

async function unpack(content, wanted = () => true) {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-zip-'))
  await writeFile(join(folder, 'a.zip'), content)
  await unpackZip(join(folder, 'a.zip'), join(folder, 'out'), wanted)
  return join(folder, 'out')
}

describe('unpackZip', () => {
  it('unpacks packed, stored and empty files with their permissions', async () => {
    const out = await unpack(zipOf([['d/', ''], ['d/run', 'x'.repeat(1000), 0o755], ['plain', 'abc', 0o600, false], ['empty', '', 0o644, false]]))
    expect(await readFile(join(out, 'd/run'), 'utf8')).toBe('x'.repeat(1000))
    expect((await stat(join(out, 'd/run'))).mode & 0o777).toBe(0o755)
    expect(await readFile(join(out, 'plain'), 'utf8')).toBe('abc')
    expect(await readFile(join(out, 'empty'), 'utf8')).toBe('')
  })

  it('leaves out what is not wanted', async () => {
    const out = await unpack(zipOf([['keep', 'a'], ['drop', 'b']]), (name) => name === 'keep')
    await expect(stat(join(out, 'drop'))).rejects.toThrow('ENOENT')
    expect(await readFile(join(out, 'keep'), 'utf8')).toBe('a')
  })

  it('refuses a path that leads out of the folder', async () => {
    await expect(unpack(zipOf([['../evil', 'x']]))).rejects.toThrow('outside of itself')
  })

  it.each([
    ['text', Buffer.from('no archive at all')],
    ['a cut archive', zipOf([['keep', 'a'.repeat(50)]]).subarray(0, 60)],
  ])('refuses %s', async (_, content) => {
    await expect(unpack(content)).rejects.toThrow(/not a zip archive|too early/)
  })
})

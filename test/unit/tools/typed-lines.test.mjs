import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LINES_FOR_SYSTEMD } from '../../prove/operations/in-place-of-systemd.mjs'
import { typedBlocks } from '../../prove/operations/typed-lines.mjs'

const blocks = typedBlocks('First installation')
const parts = blocks.flatMap((block) => block.parts)

describe('the first installation of docs/operations.md', () => {
  it('is read whole: every line between fences is typed, or done in place of systemd', () => {
    const section = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8').split('\n## First installation\n')[1].split('\n## ')[0]
    const fenced = [...section.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block]) => block).join('')
    expect(parts.map(({ typed, toSystemd }) => typed ?? `${toSystemd}\n`).join('')).toBe(fenced)
    expect(section.match(/^```/gm)).toHaveLength(2 * blocks.length)
  })

  it('asks systemd only for what its proof does in its place', () => {
    const asked = parts.flatMap(({ toSystemd }) => toSystemd ?? [])
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.filter((line) => !LINES_FOR_SYSTEMD.includes(line))).toEqual([])
  })

  it('can be typed as it stands: nobody has to fill anything in, and nothing waits for an answer', () => {
    const typed = parts.map((part) => part.typed ?? '').join('')
    expect(typed).not.toMatch(/\$EDITOR|--pwprompt|--pty|<[a-z-]+>$|…|\.\.\.|\bsudo\b/m)
  })

  it('counts a here-document as one line', () => {
    expect(blocks[0].lines).toBe(3)
  })
})

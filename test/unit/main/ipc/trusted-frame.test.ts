import type { WebContents, WebFrameMain } from 'electron'
import { describe, expect, it } from 'vitest'
import { isTrustedFrame } from '@main/ipc/trusted-frame'

const ORIGIN = 'app://parvis'
const top = { origin: ORIGIN } as WebFrameMain
const contents = { mainFrame: top, isDestroyed: () => false } as WebContents

describe('the frame that asks', () => {
  it('is the top frame of our window on our page, and no other', () => {
    expect(isTrustedFrame(top, contents, ORIGIN)).toBe(true)
    expect(isTrustedFrame({ origin: ORIGIN } as WebFrameMain, contents, ORIGIN)).toBe(false)
    expect(isTrustedFrame(null, contents, ORIGIN)).toBe(false)
    expect(isTrustedFrame(top, undefined, ORIGIN)).toBe(false)
    expect(isTrustedFrame(top, { mainFrame: top, isDestroyed: () => true } as WebContents, ORIGIN)).toBe(false)
  })

  it('is not trusted once it shows another page', () => {
    const elsewhere = { origin: 'https://evil.example' } as WebFrameMain
    expect(isTrustedFrame(elsewhere, { mainFrame: elsewhere, isDestroyed: () => false } as WebContents, ORIGIN)).toBe(false)
  })
})

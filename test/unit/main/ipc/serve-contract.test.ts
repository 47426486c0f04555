import type { IpcMainInvokeEvent, WebFrameMain } from 'electron'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LARGEST_INPUT_BYTES, serveContract } from '@main/ipc/serve-contract'
import { AppError } from '@shared/errors/app-error'
import { Failure } from '@shared/errors/failure'
import { ACCOUNT_CONTRACT } from '@shared/ipc/account-contract'
import { HELPDESK_CONTRACT } from '@shared/ipc/helpdesk-contract'
import { KIOSK_CONTRACT } from '@shared/ipc/kiosk-contract'
import { SPREADSHEET_CONTRACT } from '@shared/ipc/spreadsheet-contract'
import { CONTRACT, type Handlers, type Result } from '@shared/ipc/contract'
import { OPERATION_NAMES, type OperationName } from '@shared/ipc/operation-names'

const WHOLE = { ...CONTRACT, ...ACCOUNT_CONTRACT, ...HELPDESK_CONTRACT, ...KIOSK_CONTRACT, ...SPREADSHEET_CONTRACT }

type Ask = (event: IpcMainInvokeEvent, input: unknown) => Promise<Result<unknown>>

const OUR_FRAME = { origin: 'app://parvis' } as WebFrameMain
const asks = new Map<string, Ask>()
const room = vi.fn<(input: unknown) => Promise<unknown>>()
const report = vi.fn()

function ask(name: OperationName, input: unknown, frame: WebFrameMain | null = OUR_FRAME): Promise<Result<unknown>> {
  return asks.get(name)!({ senderFrame: frame } as IpcMainInvokeEvent, input)
}

beforeEach(() => {
  asks.clear()
  room.mockReset().mockResolvedValue({})
  report.mockReset()
  serveContract({
    ipcMain: { handle: (name: string, listener: Ask) => void asks.set(name, listener) } as never,
    handlers: async () => Object.fromEntries(OPERATION_NAMES.map((name) => [name, room])) as unknown as Handlers,
    isTrustedFrame: (frame) => frame === OUR_FRAME,
    report,
  })
})

describe('the contract, served', () => {
  it('has one question for each operation and no other', () => {
    expect([...asks.keys()]).toEqual([...OPERATION_NAMES])
  })

  it.each(OPERATION_NAMES)('%s: refuses a foreign frame and a vanished one, before it reads anything', async (name) => {
    for (const frame of [{ origin: 'https://evil.example' } as WebFrameMain, null]) {
      const input = { get draftId(): never { throw new Error('read') } }
      expect(await ask(name, input, frame)).toEqual({ ok: false, failure: { code: 'access-denied' } })
    }
    expect(room).not.toHaveBeenCalled()
  })

  it.each(OPERATION_NAMES)('%s: answers 1,000 fuzzed payloads with typed failures only', async (name) => {
    const payload = fc.oneof(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true, withTypedArray: true, maxDepth: 2, maxKeys: 4 }), nearlyRight(name))
    await fc.assert(
      fc.asyncProperty(payload, async (input) => {
        room.mockClear()
        const result = await ask(name, input)
        if (WHOLE[name].input.safeParse(input).success) return
        expect(result.ok).toBe(false)
        expect(Failure.safeParse(!result.ok && result.failure).success).toBe(true)
        expect(room).not.toHaveBeenCalled()
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses what is too large, cyclic or not to be written down', async () => {
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    expect(await ask('text:copy', { text: 'x'.repeat(LARGEST_INPUT_BYTES) })).toMatchObject({ failure: { code: 'body-too-large' } })
    expect(await ask('text:copy', cyclic)).toMatchObject({ failure: { code: 'input-invalid' } })
    expect(await ask('text:copy', { text: 1n })).toMatchObject({ failure: { code: 'input-invalid' } })
  })

  it('names the field that is wrong', async () => {
    expect(await ask('draft:open', { draftId: 'x' })).toMatchObject({ failure: { code: 'input-invalid', problems: [{ pointer: '/draftId' }] } })
    expect(await ask('draft:open', {})).toMatchObject({ failure: { problems: [{ pointer: '/draftId', code: 'required' }] } })
    expect(await ask('app:describe', { extra: 1 })).toMatchObject({ failure: { problems: [{ pointer: '/extra', code: 'unknown-field' }] } })
  })

  it('gives the answer of the room, and of its failures only what may travel', async () => {
    room.mockResolvedValueOnce({ version: 'x' })
    expect(await ask('app:describe', {})).toEqual({ ok: true, value: { version: 'x' } })
    room.mockRejectedValueOnce(new AppError('disk-full', 'ENOSPC at /home/ann/secret', { cause: new Error('secret') }))
    expect(await ask('app:describe', {})).toEqual({ ok: false, failure: { code: 'disk-full' } })
    room.mockRejectedValueOnce(new Error('secret'))
    expect(await ask('app:describe', {})).toEqual({ ok: false, failure: { code: 'unexpected' } })
    expect(report).toHaveBeenLastCalledWith('app:describe', expect.objectContaining({ code: 'unexpected' }))
  })
})

/** Objects with the right names and wrong values, or with one name too many. */
function nearlyRight(name: OperationName): fc.Arbitrary<unknown> {
  const { input } = WHOLE[name]
  const names = 'shape' in input ? Object.keys(input.shape) : ['activationId', 'text']
  return fc.dictionary(fc.constantFrom(...names, '__proto__', 'extra'), fc.oneof(fc.string(), fc.uuid(), fc.constant(null), fc.object(), fc.integer(), fc.boolean()))
}

import type { IpcMain, WebFrameMain } from 'electron'
import { AppError } from '@shared/errors/app-error'
import type { Handlers, OutputOf, Result } from '@shared/ipc/contract'
import { type CoreOperationName, isAccountOperation, isHelpdeskOperation, isKioskOperation, isSpreadsheetOperation, OPERATION_NAMES, type OperationName } from '@shared/ipc/operation-names'
import type { z } from 'zod'

export interface ServeOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  /** The rooms, opened when the first question comes: the window does not wait for them to load. */
  readonly handlers: () => Promise<Handlers>
  readonly isTrustedFrame: (frame: WebFrameMain | null) => boolean
  /** What this profile answers at all; everything, when left out. */
  readonly isAllowed?: (operation: OperationName) => boolean
  readonly report: (operation: OperationName, error: AppError) => void
}

/** More than the largest draft, far less than what would make the disk or the parser work. */
export const LARGEST_INPUT_BYTES = 256 * 1024

/** The only place that touches ipcMain: sender checked, leave checked, size checked, input parsed, failure named, in that order. */
export function serveContract({ ipcMain, handlers, isTrustedFrame, isAllowed = () => true, report }: ServeOptions): void {
  for (const name of OPERATION_NAMES) {
    ipcMain.handle(name, async (event, rawInput: unknown) => {
      try {
        if (!isTrustedFrame(event.senderFrame)) throw new AppError('access-denied', `Refused ${name} from a frame that is not ours`)
        if (!isAllowed(name)) throw new AppError('kiosk-refused', `Refused ${name} at a kiosk`)
        if (!isSmall(rawInput)) throw new AppError('body-too-large', `Input of ${name} is too large`)
        return await answer(name, rawInput, handlers)
      } catch (thrown) {
        const error = AppError.from(thrown)
        report(name, error)
        return { ok: false, failure: error.toFailure() } satisfies Result<never>
      }
    })
  }
}

async function answer<N extends OperationName>(name: N, rawInput: unknown, handlers: () => Promise<Handlers>): Promise<Result<OutputOf<N>>> {
  // Opened while the validator is being loaded. Whoever waits for them hears of their failure.
  const opening = handlers()
  opening.catch(() => undefined)
  // Loaded here and not at the top: the validator is not needed before the window asks its first question.
  const [schema, { fieldProblemsOf }] = await Promise.all([inputSchemaOf(name), import('@shared/errors/field-problems')])
  const parsed = schema.safeParse(rawInput)
  if (!parsed.success) throw new AppError('input-invalid', `Malformed input for ${name}`, { problems: fieldProblemsOf(parsed.error, rawInput) })

  // One cast a boundary: the contract ties this schema to this handler, but not in a way that TypeScript follows through a loop.
  const room = (await opening)[name] as (input: unknown) => Promise<OutputOf<N>>
  return { ok: true, value: await room(parsed.data) }
}

async function inputSchemaOf(name: OperationName): Promise<z.ZodType> {
  if (isAccountOperation(name)) return (await import('@shared/ipc/account-contract')).ACCOUNT_CONTRACT[name].input
  if (isHelpdeskOperation(name)) return (await import('@shared/ipc/helpdesk-contract')).HELPDESK_CONTRACT[name].input
  if (isKioskOperation(name)) return (await import('@shared/ipc/kiosk-contract')).KIOSK_CONTRACT[name].input
  if (isSpreadsheetOperation(name)) return (await import('@shared/ipc/spreadsheet-contract')).SPREADSHEET_CONTRACT[name].input
  return (await import('@shared/ipc/contract')).CONTRACT[name as CoreOperationName].input
}

/** What cannot be written as JSON (cycles, big integers) is no input of ours either. */
function isSmall(rawInput: unknown): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(rawInput) ?? '') <= LARGEST_INPUT_BYTES
  } catch {
    throw new AppError('input-invalid', 'The input cannot be written down')
  }
}

import type { ElectronApplication } from '@playwright/test'

const MOST_TRIES = 5

/** Puts the clock of the main process off by so much from now on; what time has passed is counted as before. */
export async function setMainClockOff(app: ElectronApplication, milliseconds: number): Promise<void> {
  // Asked while the main process starts, the answer may be thrown away with what it was made in; doing it twice is the same as once.
  for (let tries = 1; ; tries += 1) {
    const thrown = await setOff(app, milliseconds).then(() => undefined, (reason: unknown) => reason)
    if (thrown === undefined) return
    if (tries === MOST_TRIES || !String(thrown).includes('garbage collected')) throw thrown
  }
}

async function setOff(app: ElectronApplication, milliseconds: number): Promise<void> {
  await app.evaluate((_electron, off) => {
    const scope = globalThis as unknown as { trueDate?: DateConstructor }
    const TrueDate = (scope.trueDate ??= Date)
    globalThis.Date = class extends TrueDate {
      constructor(...parts: [] | [string | number]) {
        if (parts.length === 0) super(TrueDate.now() + off)
        else super(...parts)
      }

      static override now(): number {
        return TrueDate.now() + off
      }
    } as DateConstructor
  }, milliseconds)
}

/** The same for every page that is loaded from now on. */
export async function setPageClockOff(app: ElectronApplication, milliseconds: number): Promise<void> {
  await app.context().addInitScript(`(() => {
    const TrueDate = globalThis.trueDate ?? (globalThis.trueDate = Date)
    globalThis.Date = class extends TrueDate {
      constructor(...parts) { parts.length === 0 ? super(TrueDate.now() + ${milliseconds}) : super(...parts) }
      static now() { return TrueDate.now() + ${milliseconds} }
    }
  })()`)
}

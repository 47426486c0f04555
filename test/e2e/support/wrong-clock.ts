import type { ElectronApplication } from '@playwright/test'

/** Puts the clock of the main process off by so much from now on; what time has passed is counted as before. */
export async function setMainClockOff(app: ElectronApplication, milliseconds: number): Promise<void> {
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

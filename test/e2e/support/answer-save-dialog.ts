import type { ElectronApplication } from '@playwright/test'

/** The person names this file in the system's dialog, whatever is to be saved; without one, they change their mind. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string | undefined): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === undefined, filePath: path ?? '' })
  }, filePath)
}

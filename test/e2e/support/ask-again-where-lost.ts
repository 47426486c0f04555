import type { ElectronApplication } from '@playwright/test'

const MOST_TRIES = 5

/**
 * V8 may throw an answer of the main process away before it is given ("Resulting promise was garbage collected"), most of all
 * while that is starting: whatever a test asks it is asked again then. So a question has to be one that may be answered twice.
 */
export function askAgainWhereLost(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (question: unknown, given: unknown) => Promise<unknown>
  const askAgain = async (question: unknown, given: unknown): Promise<unknown> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await evaluate(question, given)
      } catch (thrown) {
        if (tries === MOST_TRIES || !String(thrown).includes('garbage collected')) throw thrown
      }
    }
  }
  app.evaluate = askAgain as ElectronApplication['evaluate']
}

const MOST_TRIES = 5

/**
 * A question to a main process that is starting: V8 may throw its answer away before it is given ("Resulting promise was
 * garbage collected"). `ask` is asked again then, and has to be one that can be answered twice.
 */
export async function askWhileItStarts(ask: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await ask()
      return
    } catch (thrown) {
      if (tries === MOST_TRIES || !String(thrown).includes('garbage collected')) throw thrown
    }
  }
}

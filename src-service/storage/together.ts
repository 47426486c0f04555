/** What became of each item of a group, in its order. */
export type Outcomes<Result> = readonly PromiseSettledResult<Result>[]

interface TogetherOptions {
  /** The most items of one group. */
  readonly atMost: number
  /** How many groups may be worked on at once. */
  readonly groups: number
}

/**
 * Work that many ask for at the same time is done for all of them together: what comes while the groups at hand are worked on waits,
 * and makes the next one. Nobody waits for company. A group that fails as a whole is done again one by one, so that
 * nobody fails for somebody else's sake.
 */
export function together<Item, Result>(work: (items: readonly Item[]) => Promise<Outcomes<Result>>, { atMost, groups }: TogetherOptions): (item: Item) => Promise<Result> {
  const waiting: { readonly item: Item; readonly settle: (outcome: PromiseSettledResult<Result>) => void }[] = []
  let working = 0

  async function outcomesOf(items: readonly Item[]): Promise<Outcomes<Result>> {
    try {
      return await work(items)
    } catch (failure) {
      if (items.length === 1) return [{ status: 'rejected', reason: failure }]
    }
    const outcomes = []
    for (const item of items) outcomes.push(...(await outcomesOf([item])))
    return outcomes
  }

  async function takeTurns(): Promise<void> {
    working += 1
    while (waiting.length > 0) {
      const group = waiting.splice(0, atMost)
      const outcomes = await outcomesOf(group.map(({ item }) => item))
      group.forEach(({ settle }, index) => settle(outcomes[index] ?? { status: 'rejected', reason: new Error('A group left one of its items out') }))
    }
    working -= 1
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, settle: (outcome) => (outcome.status === 'fulfilled' ? resolve(outcome.value) : reject(outcome.reason as Error)) })
      // Whoever comes in the same turn of the event loop comes along.
      if (working < groups) setImmediate(() => working < groups && void takeTurns())
    })
}

/** What became of each item of a group, in its order. */
export type Outcomes<Result> = readonly PromiseSettledResult<Result>[]

interface Waiting<Item, Result> {
  readonly item: Item
  readonly settle: (outcome: PromiseSettledResult<Result>) => void
}

/** So many at once at most. */
const MOST_ITEMS = 32
/** While the database works for one group, this process prepares others: as soon as so many wait that it is worth it. */
const MOST_GROUPS = 3
const WORTH_A_GROUP = 10

/**
 * Work that many ask for at the same time is done for all of them together: what comes while a group is worked on makes the next one.
 * Nobody waits for company. A group that fails as a whole is done again, each by itself, so that nobody fails for somebody else's sake.
 */
export function together<Item, Result>(work: (items: readonly Item[]) => Promise<Outcomes<Result>>): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = []
  let groups = 0

  async function outcomesOf(items: readonly Item[]): Promise<Outcomes<Result>> {
    try {
      return await work(items)
    } catch (failure) {
      if (items.length === 1) return [{ status: 'rejected', reason: failure }]
      return (await Promise.all(items.map((item) => outcomesOf([item])))).flat()
    }
  }

  async function workOnAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.splice(0, MOST_ITEMS)
      const outcomes = await outcomesOf(group.map(({ item }) => item))
      group.forEach(({ settle }, index) => settle(outcomes[index] ?? { status: 'rejected', reason: new Error('A group left one of its items out') }))
    }
    groups -= 1
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, settle: (outcome) => (outcome.status === 'fulfilled' ? resolve(outcome.value) : reject(outcome.reason as Error)) })
      if (groups > 0 && (groups === MOST_GROUPS || waiting.length < WORTH_A_GROUP)) return
      groups += 1
      // Whoever comes in the same turn of the event loop comes along.
      setImmediate(() => void workOnAll())
    })
}

/** A row and the element that shows it. */
export interface Slotted {
  readonly key: string | number
  readonly slot: number
}

/**
 * The elements for the rows that are to be in the page. A row keeps its element as long as it is there. What showed a row that
 * is gone shows a new one, which costs a fraction of making another: those that rest, out of sight, always; those that are
 * `shown` where `mayReuse`, which is not where somebody's focus is in one of them.
 */
export function slotsFor(keys: readonly (string | number)[], shown: readonly Slotted[], resting: readonly Slotted[], mayReuse: boolean): readonly number[] {
  const before = [...shown, ...resting]
  const known = new Map(before.map(({ key, slot }) => [key, slot]))
  const wanted = new Set(keys)
  const free = (mayReuse ? before : resting).filter(({ key }) => !wanted.has(key)).map(({ slot }) => slot)
  let next = 1 + before.reduce((highest, { slot }) => Math.max(highest, slot), -1)
  return keys.map((key) => known.get(key) ?? free.shift() ?? next++)
}

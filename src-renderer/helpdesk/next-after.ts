interface Row {
  readonly id: string
}

/** What comes into view when a row leaves: the one after it, else the one before; nothing of an empty list. */
export function nextAfter(rows: readonly Row[], id: string): string | undefined {
  const index = rows.findIndex((row) => row.id === id)
  return (rows[index + 1] ?? rows[index - 1])?.id
}

/** Which row stands in view when the list is read anew: the same; where it has gone, whatever has taken its place. */
export function stillChosen(before: readonly Row[], now: readonly Row[], id: string | undefined): string | undefined {
  if (id === undefined || now.some((row) => row.id === id)) return id ?? now[0]?.id
  const place = Math.max(0, before.findIndex((row) => row.id === id))
  const isThere = (row: Row): boolean => now.some((other) => other.id === row.id)
  return (before.slice(place).find(isThere) ?? before.slice(0, place).findLast(isThere) ?? now[0])?.id
}

/** Mail providers that people in France use most; a near miss of one of them is most likely a slip. */
const PROVIDERS = [
  'gmail.com', 'orange.fr', 'wanadoo.fr', 'free.fr', 'sfr.fr', 'laposte.net', 'bbox.fr', 'neuf.fr', 'numericable.fr', 'club-internet.fr',
  'hotmail.com', 'hotmail.fr', 'outlook.com', 'outlook.fr', 'live.fr', 'live.com', 'msn.com',
  'yahoo.com', 'yahoo.fr', 'icloud.com', 'me.com', 'gmx.fr', 'gmx.com', 'proton.me', 'protonmail.com', 'aol.com', 'mailo.com',
] as const

/** The address that was probably meant, or nothing. It is only ever a question: unusual addresses are addresses too. */
export function suggestEmail(email: string): string | undefined {
  const at = email.lastIndexOf('@')
  if (at < 1) return undefined
  const domain = email.slice(at + 1).trim().toLowerCase()
  if (domain.length < 4 || (PROVIDERS as readonly string[]).includes(domain)) return undefined
  const allowed = domain.length <= 6 ? 1 : 2
  const [nearest] = PROVIDERS
    .map((provider) => ({ provider, distance: editDistance(domain, provider) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
  // Two slips in a short name make another name: only a slip near the same beginning is offered.
  if (!nearest || (nearest.distance === 2 && nearest.provider[0] !== domain[0])) return undefined
  return `${email.slice(0, at)}@${nearest.provider}`
}

/** Insertions, deletions, replacements and swaps of neighbours between two short texts. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(rows, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, replaced)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(rows, i - 2, j - 2) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return at(rows, a.length, b.length)
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0
}

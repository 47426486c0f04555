export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * How likely it is that two samples which come from one distribution lie apart in rank as much as these do
 * (Mann-Whitney, two-sided, normal approximation with ties and continuity corrected): from about 20 values each.
 */
export function mannWhitneyP(one, other) {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))].sort((a, b) => a.value - b.value)
  let [rankSum, tieSum] = [0, 0]
  for (let at = 0; at < all.length; ) {
    let end = at
    while (end < all.length && all[end].value === all[at].value) end += 1
    const [ties, rank] = [end - at, (at + 1 + end) / 2]
    rankSum += rank * all.slice(at, end).filter(({ isOne }) => isOne).length
    tieSum += ties ** 3 - ties
    at = end
  }
  const [m, n, total] = [one.length, other.length, all.length]
  const u = rankSum - (m * (m + 1)) / 2
  const spread = Math.sqrt(((m * n) / 12) * (total + 1 - tieSum / (total * (total - 1))))
  return spread === 0 ? 1 : 2 * (1 - normal(Math.max(0, Math.abs(u - (m * n) / 2) - 0.5) / spread))
}

/** The normal distribution's share below z (Abramowitz and Stegun 7.1.26, error below 1.5e-7). */
function normal(z) {
  const t = 1 / (1 + 0.3275911 * (z / Math.SQRT2))
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-(z ** 2) / 2)
  return 1 - tail / 2
}

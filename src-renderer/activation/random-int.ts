const RANGE = 2 ** 32

/** An even, unpredictable integer from 0 to `maxExclusive` - 1. Values that would make some results likelier are drawn again. */
export function randomInt(maxExclusive: number): number {
  const fair = RANGE - (RANGE % maxExclusive)
  const drawn = new Uint32Array(1)
  do crypto.getRandomValues(drawn)
  while ((drawn[0] ?? RANGE) >= fair)
  return (drawn[0] ?? 0) % maxExclusive
}

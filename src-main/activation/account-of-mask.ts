/**
 * The one address among those that this machine knows which the service masked as `a•••@example.org`.
 * None or several is `undefined`: a password is never kept under a guessed name.
 */
export function accountOfMask(masked: string, addresses: readonly string[]): string | undefined {
  const [start, end] = masked.split('•••')
  if (start === undefined || end === undefined || start === '') return undefined
  const fitting = new Set(addresses.filter((address) => address.length > start.length + end.length - 1 && address.startsWith(start) && address.endsWith(end)))
  return fitting.size === 1 ? [...fitting][0] : undefined
}

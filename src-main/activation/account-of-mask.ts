/** Whether the service may have masked this address as `a•••@example.org`. */
export function fitsMask(address: string, masked: string): boolean {
  const [start, end] = masked.split('•••')
  if (start === undefined || end === undefined || start === '') return false
  return address.length > start.length + end.length - 1 && address.startsWith(start) && address.endsWith(end)
}

/**
 * The one address among those that this machine knows which fits the mask.
 * None or several is `undefined`: a password is never kept under a guessed name.
 */
export function accountOfMask(masked: string, addresses: readonly string[]): string | undefined {
  const fitting = new Set(addresses.filter((address) => fitsMask(address, masked)))
  return fitting.size === 1 ? [...fitting][0] : undefined
}

/** Where the registration service is. */
export interface ServiceAddress {
  /** Without a slash at its end. Waits a bounded time for a service that is starting; throws `service-starting` or `service-unreachable`. */
  readonly address: () => Promise<string>
  /** The same without waiting. */
  readonly addressNow: () => string
}

/** A service of somebody else: where it was said to be. */
export function fixedAddress(url: string): ServiceAddress {
  const address = url.replace(/\/+$/, '')
  return { address: async () => address, addressNow: () => address }
}

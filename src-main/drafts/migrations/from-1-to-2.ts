/** Version 1 lay in clear and called the key of a sending whose outcome was not heard `sending`. */
export function from1To2({ sending, ...rest }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...rest, ...(sending !== undefined && { usedKey: sending }), schemaVersion: 2 }
}

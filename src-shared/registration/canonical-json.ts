/** JSON with its fields in one order and absent ones left out: the same text for the same content. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const content = value as Record<string, unknown>
  let text = ''
  for (const key of Object.keys(content).sort()) {
    if (content[key] !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(content[key])}`
  }
  return `{${text}}`
}

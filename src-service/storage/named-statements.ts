import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'

/** Rooms ask a few hundred different things; whatever makes more of them (lists of any length) is not worth keeping on the server. */
const MOST_STATEMENTS = 500

/**
 * Gives each statement a name, so that a connection has the server read and plan it once and not every time. The name is of the
 * text, which is the same for all connections.
 */
export function createStatementNames(): (client: ClientBase) => void {
  const names = new Map<string, string>()

  function nameOf(text: string): string | undefined {
    const known = names.get(text)
    if (known !== undefined || names.size >= MOST_STATEMENTS) return known
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
    names.set(text, name)
    return name
  }

  return (client) => {
    const ask = client.query.bind(client) as (...words: unknown[]) => unknown
    client.query = ((statement: unknown, ...rest: unknown[]) => ask(withName(statement, rest[0], nameOf), ...rest)) as ClientBase['query']
  }
}

/** Only what has parameters: the others are commands (`begin`), or come once. */
function withName(statement: unknown, values: unknown, nameOf: (text: string) => string | undefined): unknown {
  if (!isNameless(statement) || !Array.isArray(values) || values.length === 0) return statement
  const name = nameOf(statement.text)
  return name === undefined ? statement : { ...statement, name }
}

function isNameless(statement: unknown): statement is { readonly text: string } {
  return typeof statement === 'object' && statement !== null && typeof (statement as { text?: unknown }).text === 'string' && !(statement as { name?: unknown }).name
}

import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import { type FieldProblem, fieldProblemsOf, toPointer } from '@shared/errors/field-problems'

/** Nobody reads more; a body of thousands of unknown fields must not be answered with a larger one. */
const MOST_PROBLEMS = 100

/** Parses what was sent by the route's schema. All that is wrong is told at once, each at its pointer. */
export const validateByZod: FastifySchemaCompiler<z.ZodType> = ({ schema }) => (sent: unknown) => {
  const unstorable = findUnstorable(sent, [])
  if (unstorable) return { error: refused([unstorable]) }
  const parsed = schema.safeParse(sent)
  return parsed.success ? { value: parsed.data } : { error: refused(fieldProblemsOf(parsed.error, sent)) }
}

function refused(problems: readonly FieldProblem[]): AppError {
  return new AppError('input-invalid', 'Refused by the schema', { problems: problems.slice(0, MOST_PROBLEMS) })
}

/** NUL and half surrogate pairs: no database column and no mail takes them, whatever the field. */
function findUnstorable(value: unknown, path: readonly PropertyKey[]): FieldProblem | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : { pointer: toPointer(path), code: 'control-characters', params: {} }
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, part] of Object.entries(value)) {
    if (!isStorable(key)) return { pointer: toPointer(path), code: 'unknown-field', params: {} }
    const problem = findUnstorable(part, [...path, key])
    if (problem) return problem
  }
  return undefined
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Cs}/u.test(text)
}

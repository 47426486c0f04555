import { z } from 'zod'

/**
 * What can be wrong with one field, beside the refusals of identifiers and of passwords,
 * which have closed lists of their own (`identifiers/identifier-refusals`, `password/password-rule`).
 */
export const FIELD_PROBLEM_CODES = [
  'required',
  'too-short',
  'too-long',
  'wrong-type',
  'unknown-field',
  'not-one-of',
  'malformed',
  'email-malformed',
  'phone-malformed',
  'postal-code-malformed',
  'country-unknown',
  'country-not-allowed',
  'control-characters',
  'conditions-not-accepted',
  'conditions-outdated',
  'time-malformed',
  'field-not-for-this-type',
] as const

export type FieldProblemCode = (typeof FIELD_PROBLEM_CODES)[number]

/** One thing wrong at one field. `pointer` is a JSON pointer into what was sent (RFC 6901), '' for the whole. */
export interface FieldProblem {
  readonly pointer: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number | boolean>>
}

export const FieldProblem = z.object({
  pointer: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/**
 * The problems of a failed parse of `input`, in the order of the schema's fields; one entry a cause.
 * The input is asked for because zod's issues do not tell an absent value from a wrong one.
 */
export function fieldProblemsOf(error: z.ZodError, input: unknown): FieldProblem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, input))
}

function problemsOfIssue(issue: z.core.$ZodIssue, input: unknown): FieldProblem[] {
  const pointer = toPointer(issue.path)
  const one = (code: FieldProblemCode, params: FieldProblem['params'] = {}): FieldProblem[] => [{ pointer, code, params }]
  switch (issue.code) {
    case 'custom': {
      const { code, ...params } = (issue.params ?? {}) as Record<string, string | number | boolean>
      return [{ pointer, code: typeof code === 'string' ? code : 'malformed', params }]
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ pointer: `${pointer}${toPointer([key])}`, code: 'unknown-field', params: {} }))
    case 'invalid_type':
      return one(isAbsent(input, issue.path) ? 'required' : 'wrong-type')
    case 'too_small':
      return Number(issue.minimum) <= 1 ? one('required') : one('too-short', { minimum: Number(issue.minimum) })
    case 'too_big':
      return one('too-long', { maximum: Number(issue.maximum) })
    case 'invalid_value':
      return one(isAbsent(input, issue.path) ? 'required' : 'not-one-of')
    case 'invalid_format':
      if (issue.format === 'email') return one(valueAt(input, issue.path) === '' ? 'required' : 'email-malformed')
      return one(issue.format === 'datetime' ? 'time-malformed' : 'malformed')
    default:
      return one('malformed')
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined), input)
}

function isAbsent(input: unknown, path: readonly PropertyKey[]): boolean {
  return valueAt(input, path) === undefined
}

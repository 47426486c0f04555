/** What support decides: a new public structure, or an attachment in the place of a manager. */
export const REQUEST_KINDS = ['structure', 'attachment'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export interface Answer {
  readonly isYes: boolean
  /** Of a refusal; the applicant reads it. */
  readonly reason?: string
}

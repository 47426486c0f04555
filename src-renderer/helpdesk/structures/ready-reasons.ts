export const READY_REASONS = ['customer', 'declared', 'unproven'] as const
export type ReadyReason = (typeof READY_REASONS)[number]

/** A ready-made reason put into what stands there: in the place of another ready-made one, after what somebody has written. */
export function withReadyReason(written: string, ready: string, all: readonly string[]): string {
  const own = written.trim()
  return own === '' || all.includes(own) ? ready : `${own}\n${ready}`
}

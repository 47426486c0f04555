import { machineFailures } from './machine-failures'
import { serviceFailures } from './service-failures'

/** What happened, what is safe, what to do next. */
export interface FailureWords {
  readonly happened: string
  readonly safe: string
  readonly next: string
}

export const failures = {
  tryAgain: 'Try again',
  waitSeconds: 'You can try again in one second. | You can try again in {count} seconds.',
  secondsLeft: '({count} s)',
  code: { ...serviceFailures, ...machineFailures },
}

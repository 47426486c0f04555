import type { failures as english } from '../en/failures'
import type { Wording } from '../wording'
import { machineFailures } from './machine-failures'
import { serviceFailures } from './service-failures'

export const failures: Wording<typeof english> = {
  tryAgain: 'Réessayer',
  waitSeconds: 'Vous pourrez réessayer dans une seconde. | Vous pourrez réessayer dans {count} secondes.',
  secondsLeft: '({count} s)',
  code: { ...serviceFailures, ...machineFailures },
}

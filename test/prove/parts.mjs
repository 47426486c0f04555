import { proveCorruption } from './corruption.mjs'
import { proveDiskFaults } from './disk-faults.mjs'
import { proveKillNine } from './kill-nine.mjs'
import { proveKiosk } from './kiosk.mjs'
import { proveLostRegistrations } from './lost-registrations.mjs'
import { proveOperations } from './operations.mjs'
import { proveOverload } from './overload.mjs'
import { provePowerLoss } from './power-loss.mjs'
import { proveSoak } from './soak.mjs'
import { proveActivations, proveBadInput, proveEnumeration } from './service-parts.mjs'
import { proveAccess, proveClock, proveExactlyOnce } from './test-parts.mjs'

/**
 * The proofs by name. `count` is what a full run does; `usual` how long that takes on two cores; `needs` what has to be
 * built for it: the `application` is driven on a display in memory, beside a keyring of its own.
 */
export const PARTS = {
  'kill-9': { what: 'kill -9 of the running application during saves', count: 1_000, usual: '35 min', needs: 'application', prove: proveKillNine },
  'power-loss': { what: 'every crash point of the write protocol on a disk that keeps only what was synced', count: 24, usual: '4 min', prove: provePowerLoss },
  corruption: { what: 'mutated stores, opened by the code of the store and by the application', count: 10_000, usual: '20 min', needs: 'application', prove: proveCorruption },
  'disk-faults': { what: 'a disk that refuses at every step, that is full, that is read-only', count: 20, usual: '2 min', needs: 'application', prove: proveDiskFaults },
  clock: { what: 'the clock of the machine ten years off, and jumping', count: 1, usual: '1 min', needs: 'application', prove: proveClock },
  access: { what: 'every rule of axe on every screen and state, in every look and both languages', count: 1, usual: '15 min', needs: 'application', prove: proveAccess },
  'exactly-once': { what: 'submissions through a proxy that cuts, delays, doubles and refuses', count: 10_000, usual: '25 min', prove: proveExactlyOnce },
  activations: { what: 'each link, presented many times at once, succeeds once', count: 1_000, usual: '10 min', needs: 'service', prove: proveActivations },
  'lost-registrations': { what: 'kill -9 of the service while people register, on PostgreSQL, with a mail server', count: 500, usual: '45 min', needs: 'service', prove: proveLostRegistrations },
  enumeration: { what: 'known and unknown addresses are answered alike', count: 2_000, usual: '15 min', needs: 'service', prove: proveEnumeration },
  'bad-input': { what: 'generated requests for every route of the service', count: 10_000, usual: '40 min', needs: 'service', prove: proveBadInput },
  overload: { what: 'five times the sign-ins that the machine can hash, and an address that does not stop', count: 60, usual: '2 min', needs: 'service', prove: proveOverload },
  soak: { what: 'minutes of an even load: what a process holds does not grow', count: 10, usual: '11 min', needs: 'service', prove: proveSoak },
  kiosk: { what: 'visits to a kiosk, one after the other, and chords that are to lead nowhere', count: 100, usual: '10 min', needs: 'application', prove: proveKiosk },
  operations: { what: 'the first installation of docs/operations.md, typed in a bare Debian 12, and the whole path of Parvis on it', count: 1, usual: '3 min', needs: 'application', prove: proveOperations },
}

import { proveKillNine } from './kill-nine.mjs'
import { proveActivations, proveBadInput, proveEnumeration } from './service-parts.mjs'

/**
 * The proofs by name. `count` is what a full run does; `usual` how long that takes on two cores; `needs` what has to be
 * built for it: the `application` is driven on a display in memory, beside a keyring of its own.
 */
export const PARTS = {
  'kill-9': { what: 'kill -9 of the running application during saves', count: 1_000, usual: '35 min', needs: 'application', prove: proveKillNine },
  activations: { what: 'each link, presented many times at once, succeeds once', count: 1_000, usual: '10 min', needs: 'service', prove: proveActivations },
  enumeration: { what: 'known and unknown addresses are answered alike', count: 2_000, usual: '15 min', needs: 'service', prove: proveEnumeration },
  'bad-input': { what: 'generated requests for every route of the service', count: 20_000, usual: '30 min', needs: 'service', prove: proveBadInput },
}

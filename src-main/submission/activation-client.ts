import { ActivationAnswer, ActivationInspection } from '@shared/http/activations'
import { PATHS } from '@shared/http/paths'
import type { ServiceClient } from './service-client'

/** What proves that the mail was read. */
export type ActivationProof = { readonly token: string } | { readonly reference: string; readonly code: string }

/**
 * The service's side of an activation link. Throws `activation-unknown`, `-expired`, `-already-used`, `-blocked`,
 * `password-weak` with what is missing, and what any question may fail with.
 */
export interface ActivationClient {
  /** Consumes nothing. */
  readonly inspect: (proof: ActivationProof) => Promise<ActivationInspection>
  /** Sets the password: the one thing that consumes the link. */
  readonly complete: (proof: ActivationProof, purpose: ActivationInspection['purpose'], password: string) => Promise<void>
  /** Asks for a new link, by an old one of ours or by the address. The answer never tells whether there is an account. */
  readonly renew: (by: { readonly token: string } | { readonly connectionEmail: string }) => Promise<void>
}

export function createActivationClient(service: Pick<ServiceClient, 'ask' | 'tell'>): ActivationClient {
  return {
    inspect: (proof) => service.ask({ method: 'POST', path: PATHS.activationInspection, body: proof }, ActivationInspection),

    async complete(proof, purpose, password) {
      if (purpose === 'password-reset' && 'token' in proof)
        await service.tell({ method: 'POST', path: PATHS.passwordResetCompletion, body: { token: proof.token, password } })
      else await service.ask({ method: 'POST', path: PATHS.activations, body: { ...proof, password } }, ActivationAnswer)
    },

    renew: (by) => service.tell({ method: 'POST', path: PATHS.passwordResets, body: by }),
  }
}

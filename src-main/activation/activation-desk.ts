import { randomUUID } from 'node:crypto'
import { readActivationText } from '@shared/activation/activation-link'
import { AppError } from '@shared/errors/app-error'
import type { ActivationInspection } from '@shared/http/activations'
import type { InspectedActivation } from '@shared/ipc/answers'
import type { InputOf } from '@shared/ipc/contract'

type Proof = { readonly token: string } | { readonly reference: string; readonly code: string }

/** How this room asks the service. */
export interface ActivationService {
  readonly inspect: (proof: Proof) => Promise<ActivationInspection>
  readonly complete: (proof: Proof, purpose: ActivationInspection['purpose'], password: string) => Promise<void>
  readonly renew: (by: { readonly token: string } | { readonly connectionEmail: string }) => Promise<void>
}

/** An activation that the window is busy with. It knows the id; the token or code never leaves the main process. */
interface OpenActivation {
  readonly proof: Proof
  inspected?: ActivationInspection
}

export interface ActivationDesk {
  /** Takes up a token that was handed over to Parvis; gives the id under which the window asks on. */
  readonly takeUp: (token: string) => string
  /** Throws `activation-not-ours` for what is no link or code of ours. */
  readonly inspect: (input: InputOf<'activation:inspect'>) => Promise<InspectedActivation>
  /** Sets the password: the only thing that uses the link up. Gives whose account it was, masked. */
  readonly complete: (activationId: string, password: string) => Promise<{ readonly connectionEmailMasked: string | undefined }>
  /** Asks for a new link, by the old one where there is one. Gives whose account it is for, masked. */
  readonly renew: (activationId: string, connectionEmail?: string) => Promise<{ readonly connectionEmailMasked: string | undefined }>
}

/** More than a person opens in one sitting; what is older is forgotten. */
const MOST_OPEN = 32

/** Links and codes that the window is busy with, in memory only. */
export function createActivationDesk(service: ActivationService): ActivationDesk {
  const open = new Map<string, OpenActivation>()

  function lay(proof: Proof): string {
    const id = randomUUID()
    open.set(id, { proof })
    const [oldest] = open.keys()
    if (open.size > MOST_OPEN && oldest !== undefined) open.delete(oldest)
    return id
  }

  function find(activationId: string): OpenActivation {
    const found = open.get(activationId)
    if (!found) throw new AppError('activation-unknown', 'No such activation is open')
    return found
  }

  async function inspect(input: InputOf<'activation:inspect'>): Promise<InspectedActivation> {
    const activationId = 'activationId' in input ? input.activationId : lay(readProof(input.text))
    const activation = find(activationId)
    activation.inspected = await service.inspect(activation.proof)
    const { state, secondsLeft, connectionEmailMasked, structureName, purpose } = activation.inspected
    return { activationId, state, secondsLeft, connectionEmailMasked, structureName, purpose, renewableAsIs: 'token' in activation.proof }
  }

  async function complete(activationId: string, password: string): ReturnType<ActivationDesk['complete']> {
    const { proof, inspected } = find(activationId)
    await service.complete(proof, inspected?.purpose ?? 'activation', password)
    open.delete(activationId)
    return { connectionEmailMasked: inspected?.connectionEmailMasked }
  }

  async function renew(activationId: string, connectionEmail?: string): ReturnType<ActivationDesk['renew']> {
    const { proof, inspected } = find(activationId)
    if ('token' in proof) await service.renew({ token: proof.token })
    else if (connectionEmail !== undefined) await service.renew({ connectionEmail })
    else throw addressMissing()
    return { connectionEmailMasked: inspected?.connectionEmailMasked }
  }

  return { takeUp: (token) => lay({ token }), inspect, complete, renew }
}

function readProof(text: string): Proof {
  const read = readActivationText(text)
  switch (read.kind) {
    case 'token':
      return { token: read.token }
    case 'code':
      return { reference: read.reference, code: read.code }
    case 'not-ours':
      throw new AppError('activation-not-ours', 'No link or code of ours')
  }
}

function addressMissing(): AppError {
  return new AppError('input-invalid', 'A code does not say whose account it is', {
    problems: [{ pointer: '/connectionEmail', code: 'required', params: {} }],
  })
}

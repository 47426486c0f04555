import type { Account } from '@shared/http/account'
import type { SessionDescription } from '@shared/ipc/session'
import { ACCOUNT } from '../../../e2e/account-screens'

export { ACCOUNT }

export const SIGNED_IN: SessionDescription = { is: 'signed-in', role: 'account', connectionEmail: ACCOUNT.connectionEmail }
export const AGENT: SessionDescription = { is: 'signed-in', role: 'agent', connectionEmail: 'agent@practice.example' }

/** With two requests of its own, one of which was refused, and three of others to decide. */
export const BUSY: Account = {
  ...ACCOUNT, requestsToDecide: 3,
  requestedStructures: [
    { requestId: '33333333-3333-4333-8333-333333333333', reference: 'PV-7K2M-9QDX', identifierType: 'SIRET', identifier: '54205118000066', name: 'TOTALENERGIES SE', state: 'awaiting-manager', askedAt: '2026-03-12T10:00:00.000Z' },
    { requestId: '44444444-4444-4444-8444-444444444444', reference: 'PV-4F7H-2MWT', identifierType: 'SIRET', identifier: '21440109300015', name: 'COMMUNE DE NANTES', state: 'structure-refused', askedAt: '2026-03-08T10:00:00.000Z', reason: 'Ask the accounting office.' },
  ],
}

import { describe, expect, it } from 'vitest'
import { createActivationClient } from '@main/submission/activation-client'
import { fixedAddress } from '@main/submission/service-address'
import { createServiceClient } from '@main/submission/service-client'
import { json, scriptFetch } from '../../../support/main/scripted-fetch'

const TOKEN = { token: 't'.repeat(43) }
const CODE = { reference: 'PV-7K3M-92QD', code: '7K3M92QD' }

function rig() {
  const { fetch, sent } = scriptFetch(({ path }) => (path === '/v1/activations' ? json(201, { state: 'active' }) : new Response(null, { status: 204 })))
  return { activations: createActivationClient(createServiceClient({ fetch, service: fixedAddress('http://127.0.0.1:1') })), sent }
}

describe('completing an activation', () => {
  it.each([
    ['a first password by link', TOKEN, 'activation', '/v1/activations'],
    ['a first password by code', CODE, 'activation', '/v1/activations'],
    ['a new password by link', TOKEN, 'password-reset', '/v1/password-resets/completion'],
    ['a new password by code, which resets do not have', CODE, 'password-reset', '/v1/activations'],
  ] as const)('%s goes where it belongs', async (_case, proof, purpose, path) => {
    const { activations, sent } = rig()
    await activations.complete(proof, purpose, 'A-long-password-2026')
    expect(sent).toMatchObject([{ method: 'POST', path, body: { ...proof, password: 'A-long-password-2026' } }])
  })
})

it('asks for a new link by what is at hand', async () => {
  const { activations, sent } = rig()
  await activations.renew(TOKEN)
  await activations.renew({ connectionEmail: 'a@example.org' })
  expect(sent.map(({ path, body }) => [path, body])).toEqual([
    ['/v1/password-resets', TOKEN],
    ['/v1/password-resets', { connectionEmail: 'a@example.org' }],
  ])
})

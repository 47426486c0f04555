import { AppError } from '@shared/errors/app-error'
import type { ServiceDescription } from '@shared/ipc/descriptions'
import type { ServiceClient } from './service-client'

/** The service as this machine sees it just now: an answer, never a failure, and without waiting for one that is starting. */
export async function describeService(service: Pick<ServiceClient, 'readHealth'>): Promise<ServiceDescription> {
  try {
    const { status, environment, version, phoneRequired, mailFrom } = await service.readHealth()
    return status === 'down' ? { state: 'unreachable', code: 'service-busy' } : { state: 'ready', environment, version, phoneRequired, ...(mailFrom !== undefined && { mailFrom }) }
  } catch (thrown) {
    const { code } = AppError.from(thrown)
    return code === 'service-starting' ? { state: 'starting' } : { state: 'unreachable', code }
  }
}

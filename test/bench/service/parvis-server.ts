/**
 * The service as it is composed for production on a PostgreSQL, but for what the benchmark asks for: no limits, and a dispatcher that
 * sends nothing. Says its address to the process that started it.
 */
import type { AddressInfo } from 'node:net'
import { buildService } from '@service/app/build-service'
import { compose } from '@service/app/compose'
import { answerFloorMs } from '@service/app/even-out'
import { readConfig } from '@service/config/read-config'
import { systemClock } from '@service/storage/clock'
import { openStorage } from '@service/storage/open-storage'

const config = readConfig(process.env)
const report = (cause: unknown): void => void process.stderr.write(`${String(cause)}\n`)
const { db, secretKey, isShared } = await openStorage({ ...config, prepared: undefined, report })
const { rooms, dispatcher } = compose({
  config, version: '0', db, secretKey, isShared, clock: systemClock, log: ({ what, code }) => report(`${what} ${code ?? ''}`), publicUrl: () => 'https://parvis.example', evenOutMs: answerFloorMs(isShared),
})
await dispatcher.stop(0)
const app = await buildService(rooms)
await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ port: (app.server.address() as AddressInfo).port })
process.on('disconnect', () => process.exit(0))

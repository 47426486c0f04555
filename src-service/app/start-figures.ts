import type { Config } from '../config/config'
import { ConfigRefused } from '../config/config-refused'
import type { Metrics } from '../metrics/metrics'

export interface Figures extends Pick<Metrics, 'watch' | 'observe'> {
  close(): Promise<void>
}

/** Serves the figures of this instance where `METRICS_HOST` and `METRICS_PORT` say. Throws ConfigRefused when nothing can listen there. */
export async function startFigures(address: NonNullable<Config['metrics']>, about: { readonly version: string; readonly environment: string }): Promise<Figures> {
  // Whoever serves no figures does not load what counts them.
  const [{ createMetrics }, { startMetricsServer }] = await Promise.all([import('../metrics/metrics'), import('../metrics/metrics-server')])
  const metrics = createMetrics(about)
  const server = await startMetricsServer(metrics, address).catch((failure: NodeJS.ErrnoException) => {
    throw new ConfigRefused('METRICS_PORT', `Nothing can listen there (${failure.code}). Stop what listens there, or choose another.`)
  })
  return { watch: metrics.watch, observe: metrics.observe, close: server.close }
}

import { Worker } from 'node:worker_threads'
import { WORKER_OLD_GENERATION_MIB, WORKER_YOUNG_GENERATION_MIB } from './limits'
import type { WorkerThread } from './worker-client'

/** A thread of its own for one spreadsheet, of bounded memory. */
export function startImportWorker(entry: string): WorkerThread {
  return new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: WORKER_OLD_GENERATION_MIB, maxYoungGenerationSizeMb: WORKER_YOUNG_GENERATION_MIB } })
}

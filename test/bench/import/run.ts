import { measure } from './subjects'

/* What `tools/bench-import.mjs` starts for each measurement: subject, file, entry of the worker. */
const [subject = '', file = '', workerEntry = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await measure(subject, file, workerEntry)))

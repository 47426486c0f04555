/** What `npm run prove -- disk-faults` bundles and runs. */
export { faultCases, OPERATIONS, refuseOneStep } from './refuse-each-step'

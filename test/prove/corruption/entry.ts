/** What `npm run prove -- corruption` bundles and runs. */
export { openMutant } from './open-mutant'
export { mutateProfile } from './mutate-profile'
export { filesOf, forget, makeSampleProfile, printOf } from './sample-profile'
export { draftNumber, seededRandom } from '../../support/main/many-drafts'

import type { DirectoryConfig } from '../config/config'
import { createBreaker } from '../directory/breaker'
import type { Directory } from '../directory/directory'
import { createInseeSource, INSEE_QUOTA } from '../directory/insee-source'
import { createQuota, type Patience, type QuotaTerms, VISITOR } from '../directory/quota'
import { createRechercheEntreprisesSource, RECHERCHE_ENTREPRISES_QUOTA } from '../directory/recherche-entreprises-source'
import { createSampleDirectory } from '../directory/sample-directory'
import { createSireneDirectory } from '../directory/sirene-directory'
import type { Source } from '../directory/source'
import { createStockDirectory } from '../directory/stock-directory'
import type { Surroundings } from './surroundings'

/** Of one question. With the patience of whoever waits for their turn, a look-up takes six seconds at most. */
const TIMEOUT_MS = 3_000

type DirectorySurroundings = Pick<Surroundings, 'config' | 'version' | 'db' | 'clock' | 'log'>

/** The directory that the configuration names. */
export function composeDirectory({ config, version, db, clock, log }: DirectorySurroundings, patience: Patience = VISITOR): Directory {
  const { directory } = config
  if (directory.kind === 'sample') return createSampleDirectory()
  if (directory.kind === 'stock') return createStockDirectory({ db, clock, log })

  const { source, terms } = sourceOf(directory, { userAgent: `Parvis/${version}`, timeoutMs: TIMEOUT_MS, clock })
  return createSireneDirectory({
    db,
    clock,
    source,
    quota: createQuota({ db, clock, terms, patience }),
    breaker: createBreaker({ clock }),
    report: (note) => log({ what: 'directory-failed', note }),
  })
}

type Common = Pick<Parameters<typeof createInseeSource>[0], 'userAgent' | 'timeoutMs' | 'clock'>

function sourceOf(directory: Exclude<DirectoryConfig, { kind: 'sample' | 'stock' }>, common: Common): { readonly source: Source; readonly terms: QuotaTerms } {
  switch (directory.kind) {
    case 'insee':
      return { source: createInseeSource({ ...common, baseUrl: directory.baseUrl, apiKey: directory.apiKey }), terms: INSEE_QUOTA }
    case 'recherche-entreprises':
      return { source: createRechercheEntreprisesSource({ ...common, baseUrl: directory.baseUrl }), terms: RECHERCHE_ENTREPRISES_QUOTA }
  }
}

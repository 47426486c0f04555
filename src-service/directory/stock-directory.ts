import { desc, eq, sql } from 'drizzle-orm'
import { AppError } from '@shared/errors/app-error'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { stockEstablishments, stockGenerations } from '../storage/stock-tables'
import type { Directory, Establishment } from './directory'
import { sectorOf } from './sector-of'

interface StockRooms {
  readonly db: Db
  readonly clock: Clock
  /** Told once of each stock: what it is, or that there is none. */
  readonly log: (entry: { readonly what: 'stock-missing' | 'stock-in-use'; readonly note: string }) => void
}

type StockRow = typeof stockEstablishments.$inferSelect
type Generation = typeof stockGenerations.$inferSelect

const DAY_MS = 86_400_000
const NATURAL_PERSON = 1000

/** INSEE's stock files, imported into the service's own database: a look-up is one select by its primary key. Well as soon as a stock has been imported. */
export function createStockDirectory({ db, clock, log }: StockRooms): Directory {
  const bySiret = db.select().from(stockEstablishments).where(eq(stockEstablishments.siret, sql.placeholder('siret'))).prepare('stock_by_siret')
  let isFilled = false
  let said: number | undefined

  async function newest(): Promise<Generation | undefined> {
    const [generation] = await db.select().from(stockGenerations).orderBy(desc(stockGenerations.number)).limit(1)
    isFilled ||= generation !== undefined
    return generation
  }

  return {
    async find(siret) {
      if (!/^\d{14}$/.test(siret)) return undefined
      const [row] = await bySiret.execute({ siret: Number(siret) })
      if (row) return establishmentOf(row)
      if (!isFilled && !(await newest())) throw new AppError('directory-unavailable', 'No stock has been imported')
      return undefined
    },

    async isWell() {
      const generation = await newest()
      if (said !== (generation?.number ?? 0)) {
        said = generation?.number ?? 0
        log(generation ? { what: 'stock-in-use', note: describe(generation, clock.now()) } : { what: 'stock-missing', note: 'directory import FILE… brings one' })
      }
      return generation !== undefined
    },
  }
}

/** What somebody who is not diffusible does not show, is not shown: of a legal person that is its address, of a natural one the name, too. */
export function establishmentOf({ siret, category, diffusible, closed, name, line1, line2, line3, postalCode, city }: StockRow): Establishment {
  const isPerson = category === null || category === NATURAL_PERSON
  const hasAddress = diffusible && line1 !== null && postalCode !== null && city !== null
  return {
    siret: String(siret).padStart(14, '0'),
    name: diffusible || !isPerson ? (name ?? undefined) : undefined,
    address: hasAddress ? { line1, ...(line2 !== null && { line2 }), ...(line3 !== null && { line3 }), postalCode, city, country: 'FR' } : undefined,
    sector: category === null ? 'private' : sectorOf(String(category).padStart(4, '0')),
    diffusible,
    closed,
  }
}

function describe({ establishments, importedAt, asOf }: Generation, now: Date): string {
  const days = Math.floor((now.getTime() - (asOf === null ? importedAt.getTime() : Date.parse(asOf))) / DAY_MS)
  return `${establishments} establishments, as of ${asOf ?? importedAt.toISOString().slice(0, 10)}, ${days} days old`
}

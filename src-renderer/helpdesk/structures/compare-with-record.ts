import type { StructureRequest } from '@shared/http/support'
import { plain } from '../../queue/structure-differences'

export type ComparedRow = 'identifier' | 'name' | 'address' | 'sector' | 'standing'
/** `none`: one side says nothing, so there is nothing to compare. */
export type Comparison = 'same' | 'different' | 'none'

type FoundRecord = Extract<StructureRequest['directory'], { is: 'found' }>

/** The request beside the directory's record of the same number, row by row in the order of the screen. Support approves what is public and open: anything else differs. */
export function compareWithRecord({ structure }: Pick<StructureRequest, 'structure'>, record: FoundRecord): readonly { readonly row: ComparedRow; readonly result: Comparison }[] {
  return [
    // It is by this number that the record was found.
    { row: 'identifier', result: 'same' },
    { row: 'name', result: compared(structure.name, record.name) },
    { row: 'address', result: compared(structure.address, record.address) },
    { row: 'sector', result: record.sector === 'public' ? 'same' : 'different' },
    { row: 'standing', result: record.closed ? 'different' : 'same' },
  ]
}

function compared(asked: unknown, recorded: unknown): Comparison {
  if (!asked || !recorded) return 'none'
  return plain(asked) === plain(recorded) ? 'same' : 'different'
}

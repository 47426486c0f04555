import { z } from 'zod'
import { applicationSchema, type FormRules } from './application'
import { AddressInProgress, PersonInProgress, StructureInProgress } from './draft'
import { AcceptedConditions } from './person'
import type { StepName } from './step-names'

interface Step {
  readonly name: StepName
  /** Half-typed values are welcome: a draft is never invalid, it is incomplete. */
  readonly inProgress: z.ZodType
  /** What the step must hold before anything is sent: a part of the application, so that pointers are the same everywhere. */
  readonly complete: (rules: FormRules) => z.ZodType
}

/** The wizard's steps in order: the one list that the stepper, the schemas and the tests iterate. */
export const STEPS: readonly Step[] = [
  {
    name: 'person',
    inProgress: z.object({ person: PersonInProgress, sameContactEmail: z.boolean(), conditions: AcceptedConditions.optional() }),
    complete: (rules) => z.object({ person: applicationSchema(rules).shape.person, conditions: acceptedConditions }),
  },
  {
    name: 'structure',
    inProgress: z.object({ structure: StructureInProgress.extend({ address: AddressInProgress }) }),
    complete: (rules) => z.object({ structure: applicationSchema(rules).shape.structure }),
  },
  { name: 'check', inProgress: z.object({}), complete: (rules) => applicationSchema(rules) },
]

/** A box that is not ticked has its own sentence, not "this field is required". */
const acceptedConditions = z.custom((value) => AcceptedConditions.safeParse(value).success, { params: { code: 'conditions-not-accepted' } })

import { z } from 'zod'

/** The stepper of three, in order. */
export const STEP_NAMES = ['person', 'structure', 'check'] as const
export const StepName = z.enum(STEP_NAMES)
export type StepName = z.infer<typeof StepName>

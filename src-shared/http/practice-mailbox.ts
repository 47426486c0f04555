import { z } from 'zod'

/** GET /practice/mailbox.json → every mail that the practice service would have sent, newest last. */
export const PracticeMailbox = z.array(
  z.object({
    id: z.string(),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    sentAt: z.iso.datetime(),
  }),
)
export type PracticeMailbox = z.infer<typeof PracticeMailbox>

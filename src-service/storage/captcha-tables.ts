import { integer, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/**
 * One captcha each: the challenge, how it was answered, and the token that the right answer earned.
 * The characters are sealed, not hashed, because the sound is spoken from them on request; of a captcha that CaptchEtat
 * made, what is sealed is the name of its challenge there;
 * the token is only ever stored as its SHA-256.
 */
export const captchas = pgTable(
  'captchas',
  {
    id: uuid('id').primaryKey(),
    locale: text('locale', { enum: ['fr', 'en'] }).notNull(),
    sealedCharacters: text('sealed_characters').notNull(),
    triesLeft: integer('tries_left').notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    tokenSha256: text('token_sha256').unique(),
    tokenExpiresAt: timestamp('token_expires_at', { withTimezone: true }),
    spentAt: timestamp('spent_at', { withTimezone: true }),
  },
  (table) => [index('captchas_expires_at').on(table.expiresAt)],
)

import { defineConfig } from 'drizzle-kit'

/** `npx drizzle-kit generate --name what-changes` writes the next migration; nothing here connects to a database. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src-service/storage/*-tables.ts',
  out: './src-service/storage/migrations',
})

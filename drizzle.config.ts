import { defineConfig } from 'drizzle-kit'

/** For `npx drizzle-kit generate --name <what-changes>`: writes the next SQL migration from the tables. */
export default defineConfig({ dialect: 'postgresql', schema: './src/store/tables.ts', out: './src/store/migrations' })

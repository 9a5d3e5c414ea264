import { defineConfig } from 'vite'

/** The command line and server as plain JavaScript for Node: starts in a third of the time that compiling on the fly takes. */
export default defineConfig({
  publicDir: false,
  build: { ssr: 'src/cli/main.ts', outDir: 'dist/node', target: 'node20', emptyOutDir: true, minify: false, sourcemap: true },
})

import { readFileSync } from 'node:fs'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `vite build` makes the client in dist/web; `vite build --ssr`, after it, the renderer in dist/web-server, which knows the client's files. */
export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [react(), tailwind()],
  publicDir: isSsrBuild ? false : 'src/web/public',
  define:
    command === 'build'
      ? {
          'process.env.NODE_ENV': '"production"',
          BUILT_FILES: isSsrBuild ? readFileSync('dist/web/.vite/manifest.json', 'utf8') : '{}',
        }
      : {},
  build: {
    // light-dark() stays as it is written: these engines know it.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    ...(isSsrBuild
      ? { outDir: 'dist/web-server', emitAssets: false, rolldownOptions: { input: 'src/web/render.tsx' } }
      : { outDir: 'dist/web', manifest: true, rolldownOptions: { input: 'src/web/client.tsx' } }),
  },
  // Everything in one bundle: the server starts faster than with hundreds of files from node_modules.
  ssr: { noExternal: true },
}))

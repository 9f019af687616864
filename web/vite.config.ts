/** How the page is built: `vite build web` writes it to dist/web; `vite web` serves it beside a service on port 3000. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const SERVICE = process.env.BIFORA_URL ?? 'http://127.0.0.1:3000'

export default defineConfig({
  root: here('.'),
  // Relative, since the service may run below a prefix: it puts a <base> into the page.
  base: './',
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Pictures as files of their own: the policy of the page allows no others, and they are cached.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  resolve: { alias: { '@bifora/client': here('../client/src/client.ts') } },
  server: { proxy: { '/v1': SERVICE, '/health': SERVICE, '/docs': SERVICE, '/openapi.json': SERVICE } },
})

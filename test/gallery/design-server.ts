import { join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { createServer } from 'vite'

export interface DesignServer {
  readonly addressOf: (page: string) => string
  readonly stop: () => Promise<void>
}

const PROJECT = join(import.meta.dirname, '../..')

/** Serves the design pages on loopback, built from the window's sources as they stand. */
export async function serveDesign(): Promise<DesignServer> {
  const server = await createServer({
    configFile: false,
    root: import.meta.dirname,
    cacheDir: join(PROJECT, '.cache/gallery'),
    logLevel: 'error',
    plugins: [vue(), tailwindcss()],
    resolve: { alias: { '@shared': join(PROJECT, 'src-shared'), '@renderer': join(PROJECT, 'src-renderer') } },
    optimizeDeps: { entries: ['components/index.html', 'components/*.vue', 'later/*.vue'] },
    // Nothing is edited while the pictures are made, and so nothing has to be watched.
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null, fs: { allow: [PROJECT] } },
  })
  await server.listen()
  const [origin = ''] = server.resolvedUrls?.local ?? []
  return { addressOf: (page) => `${origin}components/index.html?page=${page}`, stop: () => server.close() }
}

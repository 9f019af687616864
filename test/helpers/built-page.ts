/** The search page as its sources are now: what `npm run build:page` made, or a build of its own where that is older. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { installationDir, pageFolder } from '../../cli/installation.ts'

/** What the page is built from. */
const SOURCES = ['web', join('client', 'src')]

/**
 * The folder of the page. Test files run side by side, so each builds into a folder of its own, which is removed when
 * the process ends.
 */
export async function builtPage(): Promise<string> {
  const built = pageFolder()
  if (built !== undefined && statSync(join(built, 'index.html')).mtimeMs >= newestSourceMs()) return built
  const folder = mkdtempSync(join(tmpdir(), 'bifora-page-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await build({ root: join(installationDir, 'web'), logLevel: 'warn', build: { outDir: folder } })
  return folder
}

function newestSourceMs(): number {
  const times = SOURCES.flatMap((source) => {
    const folder = join(installationDir, source)
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (path) => statSync(join(folder, path)).mtimeMs,
    )
  })
  return Math.max(...times)
}

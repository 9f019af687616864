/**
 * Writes `openapi.json` as the service of this source publishes it, and the types of `client/` that follow from it. With
 * `--check` writes nothing and fails if what is committed says anything else.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installationDir } from '../cli/installation.ts'
import { clientTypesText } from './client-types.ts'
import { openapiText } from './document.ts'

const text = await openapiText()
const generated = [
  { path: 'openapi/openapi.json', text },
  { path: 'client/src/openapi.ts', text: await clientTypesText(text) },
]
for (const { path, text } of generated) {
  const file = join(installationDir, path)
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text)
  } else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${path} is not what the service publishes. Bring it up to date: npm run openapi\n`)
    process.exitCode = 1
  }
}

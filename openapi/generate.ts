/**
 * Writes `openapi.json` as the service of this source publishes it. With `--check` writes nothing and fails if the
 * committed one says anything else.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installationDir } from '../cli/installation.ts'
import { openapiText } from './document.ts'

const file = join(installationDir, 'openapi', 'openapi.json')
const text = await openapiText()
if (!process.argv.includes('--check')) {
  writeFileSync(file, text)
} else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write(
    'openapi/openapi.json is not what the service publishes. Bring it up to date: npm run openapi\n',
  )
  process.exitCode = 1
}

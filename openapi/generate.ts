/**
 * Writes `openapi.json` as the service of this source publishes it, and the types of `client/` that follow from it. With
 * `--check` writes nothing and fails if what is committed says anything else, or if it breaks what was released. With
 * `--release` also puts down that this is what is released from now on.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installationDir } from '../cli/installation.ts'
import { breakingChanges } from './breaking.ts'
import { clientTypesText } from './client-types.ts'
import { openapiText } from './document.ts'
import { type IntendedBreak, objections } from './intended.ts'

const RELEASED = 'openapi/released.json'
const INTENDED = 'openapi/intended-breaks.json'

const pathOf = (path: string): string => join(installationDir, path)
const read = (path: string): string => readFileSync(pathOf(path), 'utf8')
const isChecked = process.argv.includes('--check')

const text = await openapiText()
const generated = [
  { path: 'openapi/openapi.json', text },
  { path: 'client/src/openapi.ts', text: await clientTypesText(text) },
]
for (const { path, text } of generated) {
  if (!isChecked) writeFileSync(pathOf(path), text)
  else if (read(path) !== text)
    fail(`${path} is not what the service publishes. Bring it up to date: npm run openapi`)
}
if (process.argv.includes('--release')) {
  writeFileSync(pathOf(RELEASED), text)
  writeFileSync(pathOf(INTENDED), '[]\n')
} else if (isChecked) {
  const found = breakingChanges(JSON.parse(read(RELEASED)), JSON.parse(text))
  const intended: IntendedBreak[] = JSON.parse(read(INTENDED))
  for (const objection of objections(found, intended)) fail(objection)
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}

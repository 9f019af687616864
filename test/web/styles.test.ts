/** Styles: a class belongs to one room of the page, so that no view changes how another looks. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'

const SOURCE = join(import.meta.dirname, '..', '..', 'web', 'src')

/** What all views share on purpose. */
const SHARED = 'styles'

/** The classes that a file gives a look: those that its selectors end in. */
function styledBy(css: string): Set<string> {
  const selectors = css
    .replace(/\/\*.*?\*\//gs, '')
    .match(/[^{}]+(?=\{)/g)
    ?.filter((selector) => !selector.trim().startsWith('@'))
  return new Set(
    selectors
      ?.flatMap((selector) => selector.split(','))
      // What stands alone, or first: `.beside .row` styles only what is inside of its own.
      .flatMap((selector) => selector.trim().match(/^\.([\w-]+)/)?.[1] ?? []),
  )
}

t.test('no class is styled by two rooms', async (t) => {
  const rooms = new Map<string, Set<string>>()
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  )
  t.ok(files.length > 5)
  for (const file of files.filter((name) => dirname(name) !== SHARED)) {
    for (const one of styledBy(readFileSync(join(SOURCE, file), 'utf8'))) {
      rooms.set(one, (rooms.get(one) ?? new Set()).add(dirname(file)))
    }
  }
  t.strictSame(
    [...rooms]
      .filter(([, within]) => within.size > 1)
      .map(([name, within]) => `${name}: ${[...within].join(', ')}`),
    [],
  )
})

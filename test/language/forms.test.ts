/** Word forms written from grammars, pair by pair: which must meet in one term, and which must not. */
import t from 'tap'
import { termOf } from '../../language/analyzer.ts'
import { ENGLISH_APART } from './forms/english-apart.ts'
import { ENGLISH_MEET } from './forms/english-meet.ts'
import { ITALIAN_APART } from './forms/italian-apart.ts'
import { ITALIAN_MEET } from './forms/italian-meet.ts'

const BEST = 0.99

/** The base–form pairs of a table, each once; words of one entry part at spaces, entries at commas and line ends. */
function pairsOf(table: Record<string, string>): [string, string][] {
  const pairs = new Map<string, [string, string]>()
  for (const entry of Object.values(table).flatMap((section) => section.split(/[,\n]/))) {
    const [base = '', forms = ''] = entry.split(':').map((side) => side.trim())
    for (const form of forms.split(' ').filter((form) => form && form !== base)) {
      pairs.set([base, form].sort().join(' '), [base, form])
    }
  }
  return [...pairs.values()]
}

const tables = [
  { says: 'Italian forms meet their base', lang: 'it', table: ITALIAN_MEET, meet: true, atLeast: 3000 },
  {
    says: 'Italian words of other meanings stay apart',
    lang: 'it',
    table: ITALIAN_APART,
    meet: false,
    atLeast: 500,
  },
  { says: 'English forms meet their base', lang: 'en', table: ENGLISH_MEET, meet: true, atLeast: 1500 },
  {
    says: 'English words of other meanings stay apart',
    lang: 'en',
    table: ENGLISH_APART,
    meet: false,
    atLeast: 500,
  },
]

for (const { says, lang, table, meet, atLeast } of tables) {
  t.test(says, async (t) => {
    const pairs = pairsOf(table)
    const failing = pairs.filter(([base, form]) => (termOf(base, lang) === termOf(form, lang)) !== meet)
    const share = 1 - failing.length / pairs.length

    t.ok(pairs.length >= atLeast, `${pairs.length} pairs, at least ${atLeast}`)
    t.ok(
      share >= BEST,
      `${(share * 100).toFixed(2)} % of ${pairs.length} pairs; wrong: ${failing
        .map(([base, form]) => `${base}–${form} (${termOf(base, lang)} / ${termOf(form, lang)})`)
        .join(', ')}`,
    )
  })
}

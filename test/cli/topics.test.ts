/** Topics of one's own, end to end: documents are sorted by a file or a thesaurus, and searched by what these say. */
import { join } from 'node:path'
import t from 'tap'
import type { SearchResponse } from '../../server/schemas/search.ts'
import { makeProgram } from './program.ts'

const program = await makeProgram(t)
const { skip } = program

const FILES = {
  'malga.txt':
    'La malga riapre\n\nLa malga di Pian dei Fiacconi riapre a giugno, con venti mucche e la stalla rifatta dopo la valanga.\n',
  'ovile.md':
    '# Il nuovo ovile\n\nGli ovili della valle accolgono le pecore per l’inverno, come una volta.\n',
  'museo.md':
    '# The museum of clocks\n\nThe museum shows forty clocks, and one of them has never stopped since 1890.\n',
}

const OWN = [
  {
    id: 'alpeggio',
    labels: { it: 'Alpeggio e pastorizia', en: 'Alpine farming' },
    wordings: { it: ['malga', 'ovile'], en: ['mountain hut'] },
  },
  {
    id: 'orologi',
    labels: { it: 'Orologeria', en: 'Watchmaking' },
    wordings: { it: ['orologio'], en: ['clock'] },
  },
]

const SKOS = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://example.org/thesaurus/c_77> a skos:Concept ;
  skos:prefLabel "allevamento"@it , "livestock farming"@en ; skos:altLabel "malga"@it , "ovile"@it ;
  skos:prefLabel "Viehzucht"@de .
<http://example.org/thesaurus/musei> a skos:Concept ; skos:prefLabel "museo"@it , "museum"@en .
`

t.test(
  'a file of topics, then a thesaurus: the index is sorted anew from its own records',
  { skip },
  async (t) => {
    const folder = t.testdir({
      docs: FILES,
      'topics.json': JSON.stringify(OWN),
      'thesaurus.ttl': SKOS,
      'broken.json': '[{"id": "Not A Slug"}]',
    })
    const dataDir = program.makeDir('data')
    const run = (topics: string | undefined, ...args: string[]) =>
      program.run(args, {
        env: { DATA_DIR: dataDir, ...(topics === undefined ? {} : { TOPICS: join(folder, topics) }) },
      })
    const titles = async (topics: string, topic: string): Promise<string[]> => {
      const { stdout } = await run(topics, 'search', '', '--topic', topic, '--json')
      return (JSON.parse(stdout) as SearchResponse).results.map(({ title }) => title).sort()
    }
    t.match(await run('topics.json', 'index', join(folder, 'docs')), { code: 0, stdout: /3 new/ })
    t.strictSame(
      await titles('topics.json', 'alpeggio'),
      ['Il nuovo ovile', 'La malga riapre'],
      'any inflection',
    )
    t.strictSame(await titles('topics.json', 'orologi'), ['The museum of clocks'], 'in either language')
    const byLabel = await run('topics.json', 'search', 'pastorizia', '--json')
    t.match(JSON.parse(byLabel.stdout), { total: { value: 2 } }, 'found by what the topic is called')
    t.match(JSON.parse(byLabel.stdout).results[0], {
      topics: [{ id: 'alpeggio', label: /^Al/ }],
    })
    t.match(await run('topics.json', 'search', 'x', '--topic', 'semiconductors'), {
      code: 2,
      stderr: /"semiconductors" is not among the values of topic/,
    })

    const explained = await run('thesaurus.ttl', 'explain', join(folder, 'docs', 'malga.txt'), '--json')
    t.match(JSON.parse(explained.stdout), { topics: [{ id: 'c_77', evidence: ['malga'] }] })
    t.match(await run('thesaurus.ttl', 'index', join(folder, 'docs')), {
      code: 0,
      stdout: /^The index was rebuilt for this version of Bifora\.\n.*nothing has changed/,
    })
    t.strictSame(await titles('thesaurus.ttl', 'c_77'), ['Il nuovo ovile', 'La malga riapre'])
    t.strictSame(await titles('thesaurus.ttl', 'musei'), ['The museum of clocks'])

    const wrong: [topics: string, said: RegExp][] = [
      ['broken.json', /TOPICS is ".*broken\.json", which cannot be used: number 1 is no topic/],
      ['missing.ttl', /TOPICS is ".*missing\.ttl", which cannot be used: there is no such file/],
    ]
    for (const [topics, said] of wrong) {
      t.match(await run(topics, 'index', join(folder, 'docs')), { code: 2, stderr: said }, topics)
    }
  },
)

/** A SKOS thesaurus as topics. */
import t from 'tap'
import { createThesaurus, MAX_CONCEPTS } from '../../indexer/describe/thesaurus.ts'
import { createTopicMatcher } from '../../indexer/describe/topics.ts'
import { analyzeParts } from '../../language/analyzer.ts'

const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const label = (subject: string, kind: string, object: string, language: string) => ({
  subject,
  predicate: SKOS + kind,
  object,
  language,
})

t.test('concepts become topics, named in both languages and found in any form', (t) => {
  const thesaurus = createThesaurus()
  for (const statement of [
    label('http://e.eu/c/3876', 'prefLabel', 'cavo sottomarino', 'it'),
    label('http://e.eu/c/3876', 'prefLabel', 'submarine cable', 'en'),
    label('http://e.eu/c/3876', 'altLabel', 'dorsale digitale', 'it'),
    label('http://e.eu/c/3876', 'prefLabel', 'câble sous-marin', 'fr'),
    label('http://e.eu/c/biblioteca', 'prefLabel', 'biblioteca (edificio)', 'it-IT'),
    label('http://e.eu/c/biblioteca', 'notation', 'L 12', ''),
    label('http://e.eu/c/nur-deutsch', 'prefLabel', 'Bücherei', 'de'),
  ]) {
    thesaurus.add(statement)
  }
  const topics = thesaurus.topics()
  t.strictSame(topics, [
    {
      id: '3876',
      labels: { it: 'cavo sottomarino', en: 'submarine cable' },
      wordings: { it: ['cavo sottomarino', 'dorsale digitale'], en: ['submarine cable'] },
    },
    {
      id: 'l-12',
      labels: { it: 'biblioteca (edificio)', en: 'biblioteca (edificio)' },
      wordings: { it: ['biblioteca'], en: [] },
    },
  ])
  const { match } = createTopicMatcher(topics, analyzeParts)
  const found = match({
    lang: 'it',
    title: '',
    titleInBlocks: true,
    given: [],
    blocks: [{ kind: 'paragraph', level: 0, text: 'I cavi sottomarini arrivano qui.', start: 0 }],
  })
  t.match(found, [{ id: '3876', evidence: ['cavi sottomarini'] }])
  t.end()
})

t.test('a thesaurus has a bound', (t) => {
  const thesaurus = createThesaurus()
  t.throws(() => {
    for (let at = 0; at <= MAX_CONCEPTS; at += 1)
      thesaurus.add(label(`http://e.eu/${at}`, 'prefLabel', 'a', 'it'))
  }, /more than 20000 concepts/)
  t.end()
})

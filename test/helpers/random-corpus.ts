/**
 * A corpus of many small documents, put together from the words of the sample corpus: with everything that counts and
 * filters could stumble over.
 */
import type { Random } from '../../bench/random.ts'
import type { Sentences } from '../../bench/recombine.ts'
import type { Files } from './engine.ts'

/** A phrase whose words stand in so many passages that not all of them can be read. */
export const FREQUENT_PHRASE = 'Nova Aurora'

/** A language without an analyzer; some of its words are written as in the other two. */
export const FRENCH: readonly string[] = [
  'Le ministère de la recherche a publié une feuille de route pour le calcul quantique et les semi-conducteurs.',
  'La transition vers une énergie propre demande des réseaux plus souples et un stockage moins coûteux.',
  'Les entreprises doivent signaler chaque incident de sécurité dans les vingt-quatre heures.',
  'Un cloud souverain protège les données des citoyens et des administrations.',
  'Le satellite transmet des images de la forêt tous les cinq jours.',
  'Des robots mobiles travaillent dans le port avec les dockers, sans barrière.',
  'La formation aux métiers du digital reste le premier problème des régions.',
  'Cette innovation est un radar pour la mobilité et le transport maritime.',
]

const TOPICS = ['semiconductors', 'energy', 'cybersecurity', 'ai']
const SOURCES = ['Governo', 'Camera dei deputati', 'European Commission', 'Ministry, "of" all']
const TAGS = ['bandi', 'Ricerca, sviluppo', 'PMI', 'funding']
const NAMES = ['XR-77', 'K9', 'Zeta', 'Wi-Fi', 'R&D', 'ENEA', 'CERN', '6G']

/** One document in how many is in French, is of names only, has a passage in another language, is long. */
const ONE_IN = { french: 15, names: 40, foreign: 5, long: 100 }

/** How many documents to make, out of which sentences by language. */
export type RandomCorpus = { documents: number; sentences: Sentences; random: Random }

/** Makes the corpus: the path of each document → its text. */
export function randomCorpus({ documents, sentences, random }: RandomCorpus): Files {
  const oneIn = (count: number): boolean => random.below(count) === 0
  const all = new Map<string, readonly string[]>([...sentences, ['fr', FRENCH]])
  const analyzed = [...sentences.keys()]

  /** Sentences cut short here and there, so that words part and meet others. */
  const textIn = (lang: string): string => {
    const drawn = random.sample(all.get(lang) ?? [], 2 + random.below(2))
    return drawn
      .map((sentence) => {
        const words = sentence.split(/\s+/)
        const start = random.below(Math.max(1, words.length - 8))
        return oneIn(3) ? sentence : `${words.slice(start, start + 6 + random.below(8)).join(' ')}.`
      })
      .join(' ')
  }
  const sectionsOf = (lang: string): string[] => {
    const count = oneIn(ONE_IN.long) ? 35 : 2 + random.below(4)
    const foreign = oneIn(ONE_IN.foreign) ? random.below(count) : -1
    return Array.from({ length: count }, (_, index) => {
      const others = [...all.keys()].filter((code) => code !== lang)
      // Long enough for its language to be told.
      const text = index === foreign ? [0, 1, 2].map(() => textIn(random.pick(others))) : [textIn(lang)]
      return `## ${index + 1}\n\n${text.join(' ')}${oneIn(4) ? ` ${random.pick(NAMES)}.` : ''}`
    })
  }
  return Object.fromEntries(
    Array.from({ length: documents }, (_, index) => {
      const isNames = oneIn(ONE_IN.names)
      const lang = oneIn(ONE_IN.french) ? 'fr' : random.pick(analyzed)
      const title = oneIn(2) ? `${FREQUENT_PHRASE} ${index}` : `Aurora ${index} Nova`
      const body = isNames ? [random.sample(NAMES, 4).join(' ')] : sectionsOf(lang)
      return [
        `${isNames ? 'und' : lang}/${index}.md`,
        `---\n${frontMatterOf(isNames ? undefined : lang, random)}---\n# ${title}\n\n${body.join('\n\n')}\n`,
      ]
    }),
  )
}

function frontMatterOf(lang: string | undefined, random: Random): string {
  const { below, pick } = random
  const topics = random.sample(TOPICS, below(3))
  const month = `${2022 + below(3)}-0${1 + below(4)}`
  const date = pick([undefined, month.slice(0, 4), month, `${month}-0${1 + below(3)}`, `${month}-28`])
  const source = pick([undefined, ...SOURCES])
  const tags = random.sample(TAGS, below(3))
  return [
    ...(lang === undefined ? [] : [`lang: ${lang}\n`]),
    ...(date === undefined ? [] : [`date: ${date}\n`]),
    ...(topics.length === 0 ? [] : [`topics: [${topics.join(', ')}]\n`]),
    ...(tags.length === 0 ? [] : [`tags: ${JSON.stringify(tags)}\n`]),
    ...(source === undefined ? [] : [`source: ${JSON.stringify(source)}\n`]),
  ].join('')
}

/** Where documents are is evidence for translations: mirrored paths, slugs, and the addresses that pages name. */
import { readFileSync } from 'node:fs'
import t from 'tap'
import { packagedLexicon } from '../../cli/lexicon/files.ts'
import { liveIndexes } from '../../engine/generation.ts'
import { allDocuments } from '../../engine/stored-documents.ts'
import { createWriting } from '../../engine/writing.ts'
import { mirrorKeys, type Whereabouts, withoutLanguage } from '../../indexer/translations/mirror.ts'
import { followNearby } from '../../indexer/translations/nearby.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { parseLexicon } from '../../language/bridge/lexicon.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'

const bridge = createBridge([parseLexicon(readFileSync(packagedLexicon.path, 'utf8'), 'it', 'en', 'it-en')])
const signal = new AbortController().signal

t.test('a path without its language', async (t) => {
  const cases: [path: string, lang: string, want: string][] = [
    ['it/guida.html', 'it', 'guida'],
    ['docs/en-US/guide.md', 'en', 'docs/guide'],
    ['ita/a/b_ita.pdf', 'it', 'a/b'],
    ['a/guide.en.md', 'en', 'a/guide'],
    ['a/index.html.it', 'it', 'a/index'],
    ['a/it_modulo.docx', 'it', 'a/modulo'],
    ['english/it/x.txt', 'en', 'it/x'],
    ['it-security/x.txt', 'it', 'it-security/x'],
    ['it/guide.md', 'en', 'it/guide'],
    ['en.html', 'en', ''],
  ]
  for (const [path, lang, want] of cases) t.equal(withoutLanguage(path, lang), want, `${path} in ${lang}`)
})

t.test('keys that two documents have in common', async (t) => {
  const at = (lang: string, path: string, more: Partial<Whereabouts> = {}): string[] =>
    mirrorKeys({ lang, paths: [{ path }], url: '', ...more })
  const names = (url: string) => ({ alternates: [{ lang: 'en', url }] })
  const cases: [why: string, a: string[], b: string[], want: RegExp][] = [
    ['folders', at('it', 'it/a.md'), at('en', 'en/a.md'), /^m$/],
    ['the usual language without a folder', at('it', 'a/b.html'), at('en', 'en/a/b.html'), /^m$/],
    ['a slug', at('it', 'notizie/nuovo-data-center.html'), at('en', 'news/nuovo-data-center.html'), /^s$/],
    ['nothing', at('it', 'it/a.md'), at('en', 'en/b.md'), /^$/],
    ['a relative address', at('it', 'it/a.html', names('../en/b.html')), at('en', 'en/b.html'), /^a$/],
    [
      'an absolute one',
      at('it', 'a.html', names('https://www.porto.example/en/b/')),
      at('en', 'x', { url: 'https://porto.example/en/b' }),
      /^a$/,
    ],
    [
      'of a site that was saved',
      at('it', 'a.html', names('https://porto.example/en/b')),
      at('en', 'porto.example/en/b.html'),
      /^a$/,
    ],
    ['one that is no address', at('it', 'a.html', names('https://[')), at('en', 'b.html'), /^$/],
    ['a language that is not known', at('und', 'it/a.md'), at('en', 'en/a.md'), /^$/],
  ]
  for (const [why, a, b, want] of cases) {
    t.match(
      a
        .filter((key) => b.includes(key))
        .map((key) => key.charAt(0))
        .join(''),
      want,
      why,
    )
  }
})

/** Too short and too free for what texts have in common to prove anything. */
const files = {
  'it/orari.md':
    '---\nlang: it\n---\n# Orari\n\nIl museo apre alle nove e chiude al tramonto, tranne il lunedì.\n',
  'en/orari.md':
    '---\nlang: en\n---\n# Hours\n\nThe museum opens at nine and closes at sunset, except on Mondays.\n',
  'it/chi-siamo.md':
    '---\nlang: it\n---\n# Chi siamo\n\nSiamo quattro restauratori di barche e lavoriamo a Chioggia.\n',
  'en/chi-siamo.md': `---\nlang: en\n---\n# Archive\n\n${Array.from({ length: 40 }, (_, index) => `In ${1900 + index} the Swedish inspector Nilsson counted ${index * 37 + 11} birds near Uppsala.`).join(' ')}\n`,
}

t.test('mirrored paths are translations, unless their texts have nothing in common', async (t) => {
  const engine = await openTestEngine(t)
  const { translations } = await indexDocuments(engine, files, { bridge })
  t.strictSame(translations, { named: 0, recognized: 1 })
  const found = async () => {
    const indexes = await liveIndexes(engine)
    if (indexes === undefined) return []
    const pairs: [string, number][] = []
    for await (const { path, translations } of allDocuments({ engine, indexes, signal })) {
      pairs.push([path, translations.length])
    }
    return pairs.sort(([a], [b]) => (a < b ? -1 : 1))
  }
  const want = [
    ['en/chi-siamo.md', 0],
    ['en/orari.md', 1],
    ['it/chi-siamo.md', 0],
    ['it/orari.md', 1],
  ]
  t.strictSame(await found(), want)

  const writing = createWriting(engine, { what: 'a test', topics: '' })
  t.teardown(() => writing.close())
  await writing.write(async (writer) => {
    const indexes = await liveIndexes(engine)
    if (indexes === undefined) throw new Error('nothing is indexed')
    const ids: string[] = []
    for await (const { id } of allDocuments({ engine, indexes, signal })) ids.push(id)
    await writer.link(ids.map((id) => ({ id, translations: [] })))
    await followNearby({ put: ids, removed: [] }, { engine, writer, bridge, signal })
  })
  t.strictSame(await found(), want, 'and so they are one by one')
})

/** The view of a document in a browser: reading, matches, outline, translation, citation. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { before, type Test, test } from 'tap'
import { search } from '../helpers/app.ts'
import { inBrowser, openPage, type PageOptions } from '../helpers/browser.ts'
import { overflow, recordShifts, violations } from '../helpers/looks.ts'
import { type Service, startService } from '../helpers/service.ts'

const FILLER = 'La nebbia scende dai colli e copre i campi, le strade e le case fino al mattino.'
/** Paragraphs higher than two windows, none like another. */
const numbered = (name: string, text: string): string =>
  Array.from({ length: 40 }, (_, index) => `${name} ${index + 1}. ${text}`).join('\n\n')
/** More passages than are read at once; one of each chapter has the word that is looked for. */
const chapters = Array.from({ length: 30 }, (_, chapter) => {
  const paragraphs = Array.from({ length: 12 }, (_, paragraph) => {
    const days = Array.from({ length: 10 }, (_, day) => `Giorno ${chapter}.${paragraph}.${day}: ${FILLER}`)
    return paragraph === 3 ? `Il battello si ferma. ${days.join(' ')}` : days.join(' ')
  })
  return `## Capitolo ${chapter + 1}\n\n${paragraphs.join('\n\n')}`
})
const DOCUMENTS = {
  'it/porti.md': `---\nlang: it\ndate: 2024-05-06\nsource: Autorità dei porti\nurl: https://porti.example/stato\ntags: [mare]\ntranslations: [../en/ports.md]\n---\n# Lo stato dei porti\n\nLe navi arrivano ogni giorno. Ogni nave porta merci e semiconduttori.\n\n## Le merci\n\nLe merci restano due giorni. La nave riparte di notte, ai sensi del regolamento (UE) 2016/679.\n\n## I passeggeri\n\n${numbered('Notte', FILLER)}\n\n## Le navi nuove\n\nUna nave nuova costa molto.`,
  'en/ports.md': `---\nlang: en\ndate: 2024-05-06\nsource: Ports authority\ntranslations: [../it/porti.md]\n---\n# The state of the ports\n\nShips arrive every day. Every ship carries goods and semiconductors.\n\n## The goods\n\nThe goods stay for two days. The ship leaves at night, under Regulation (EU) 2016/679.\n\n## The passengers\n\n${numbered('Night', 'The fog comes down from the hills and covers the fields, the roads and the houses until morning.')}\n\n## The new ships\n\nA new ship costs a lot.`,
  'it/lungo.md': `---\nlang: it\n---\n# Diario del fiume\n\n${chapters.join('\n\n')}`,
  'it/vuoto.txt': 'Solo una riga senza altro.',
}

let service: Service
const ids: Record<string, string> = {}
// Not where the tests are skipped.
if (inBrowser.skip === false) {
  before(async () => {
    const { t } = await import('tap')
    service = await startService(t, { documents: DOCUMENTS })
    for (const { id, path } of (await search(service.app, { size: 50 })).results) ids[path] = id
  })
}

/** Opens a document, as a link from the results of a search does. */
async function open(t: Test, path: string, query = '', options: PageOptions = {}): Promise<Page> {
  const address = `/?document=${ids[path]}${query === '' ? '' : `&${query}`}`
  const { page } = await openPage(t, { service, path: address, ...options })
  return page
}

/** The text of the current match, once there is one. */
async function currentMatch(page: Page): Promise<string> {
  return page.locator('mark[aria-current]').innerText()
}

/** Whether an element can be seen in the window, once scrolling has come to its end. */
async function isInWindow(page: Page, selector: string): Promise<boolean> {
  await page.waitForFunction((selector) => {
    const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? {
      top: -1,
      bottom: -1,
    }
    const state = globalThis as unknown as { lastTop?: number; still?: number }
    state.still = state.lastTop === top ? (state.still ?? 0) + 1 : 0
    state.lastTop = top
    return state.still > 5 && top >= 0 && bottom <= innerHeight
  }, selector)
  return true
}

test(
  'all matches of the query are marked and counted, those through another word told apart',
  inBrowser,
  async (t) => {
    const page = await open(t, 'it/porti.md', 'q=nave')
    await page.getByText('4 matches', { exact: true }).waitFor()
    t.strictSame(await page.locator('.reading mark').allInnerTexts(), ['navi', 'nave', 'nave', 'nave'])
    await page.getByRole('link', { name: 'The state of the ports', exact: true }).click()
    await page.getByText('4 matches', { exact: true }).waitFor()
    t.equal(await page.locator('.reading mark.through').count(), 4, 'in English all are translations')
    t.match(
      await page.locator('.reading mark').first().getAttribute('title'),
      /“ship” was looked for beside “nave”/,
    )
  },
)

test('buttons and keys go from match to match, and say where one is', inBrowser, async (t) => {
  const page = await open(t, 'en/ports.md', 'q=nave')
  await page.getByText('4 matches', { exact: true }).waitFor()
  await page.keyboard.press('n')
  await page.getByText('1 of 4', { exact: true }).waitFor()
  t.equal(await currentMatch(page), 'Ships')
  await page.keyboard.press('n')
  await page.getByRole('button', { name: 'Next match' }).click()
  await page.getByText('3 of 4', { exact: true }).waitFor()
  await page
    .getByRole('status')
    .getByText(/^Match 3 of 4: .*The ship leaves at night.*beside “nave”/)
    .waitFor()
  await page.keyboard.press('p')
  await page.getByText('2 of 4', { exact: true }).waitFor()
  t.equal(await currentMatch(page), 'ship')
  for (const key of ['p', 'p']) await page.keyboard.press(key)
  await page.getByText('4 of 4', { exact: true }).waitFor()
  t.ok(await isInWindow(page, 'mark[aria-current]'), 'the last one was below the window')
  t.equal(await page.locator('mark[aria-current]').count(), 1, 'one is outlined')
})

test('a query that the text does not have is said to have no match', inBrowser, async (t) => {
  const page = await open(t, 'it/porti.md', 'q=zafferano', { language: 'it' })
  await page.getByText('Nessuna occorrenza di «zafferano» in questo testo').waitFor()
  t.equal(await page.locator('mark').count(), 0)
  const plain = await open(t, 'it/porti.md')
  await plain.getByRole('heading', { name: 'Le merci' }).waitFor()
  t.equal(
    await plain.getByRole('navigation', { name: 'Matches' }).count(),
    0,
    'without a query nothing is counted',
  )
})

test('the outline leads to the headings', inBrowser, async (t) => {
  const page = await open(t, 'it/porti.md')
  const outline = page.getByRole('navigation', { name: 'Contents' })
  await outline.waitFor()
  t.strictSame(await outline.getByRole('link').allInnerTexts(), ['Le merci', 'I passeggeri', 'Le navi nuove'])
  await outline.getByRole('link', { name: 'Le navi nuove' }).click()
  const heading = page.getByRole('heading', { name: 'Le navi nuove' })
  t.ok(await isInWindow(page, `[id="${await heading.getAttribute('id')}"]`))
  t.ok(await heading.evaluate((element) => element === document.activeElement), 'reading goes on from there')
  await outline.locator('a[aria-current]', { hasText: 'Le navi nuove' }).waitFor()
  await page.evaluate(() => scrollTo({ top: 0 }))
  await outline.locator('a[aria-current]', { hasText: 'Le navi nuove' }).waitFor({ state: 'detached' })
  const address = (await outline.getByRole('link', { name: 'I passeggeri' }).getAttribute('href')) ?? ''
  const { page: linked } = await openPage(t, { service, path: `/${address}` })
  const passengers = linked.getByRole('heading', { name: 'I passeggeri' })
  await passengers.waitFor()
  t.ok(await isInWindow(linked, `[id="${await passengers.getAttribute('id')}"]`), 'a link leads there, too')
  const narrow = await open(t, 'it/porti.md', '', { viewport: { width: 360, height: 700 } })
  await narrow.getByText('Contents').waitFor()
  t.notOk(await narrow.getByRole('link', { name: 'Le merci' }).isVisible(), 'on a phone it is folded')
  await narrow.getByText('Contents').click()
  t.ok(await narrow.getByRole('link', { name: 'Le merci' }).isVisible())
})

test('a long document comes bit by bit, and its last match is found all the same', inBrowser, async (t) => {
  const page = await open(t, 'it/lungo.md', 'q=battello')
  await page.getByText('30 matches', { exact: true }).waitFor()
  await page.keyboard.press('p')
  await page.getByText('30 of 30', { exact: true }).waitFor()
  t.ok(await isInWindow(page, 'mark[aria-current]'))
  const { passages } = (await service.app.inject(`/v1/documents/${ids['it/lungo.md']}?size=1000`)).json()
  t.ok(passages.length > 200, `${passages.length} passages are more than one page`)
  t.equal(await page.locator('.passage-text').count(), passages.length)
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Capitolo 17' }).click()
  const heading = page.getByRole('heading', { name: 'Capitolo 17' })
  t.ok(await isInWindow(page, `[id="${await heading.getAttribute('id')}"]`))
})

test('the translation stands beside, passage by passage, and the address says so', inBrowser, async (t) => {
  const page = await open(t, 'it/porti.md', 'q=nave')
  await page.getByRole('link', { name: 'Side by side' }).click()
  t.equal(new URL(page.url()).searchParams.get('beside'), ids['en/ports.md'])
  const row = page.getByRole('listitem').filter({ hasText: 'La nave riparte di notte' })
  await row.getByText('The ship leaves at night').waitFor()
  t.strictSame(
    await row.locator('.side').evaluateAll((sides) => sides.map((side) => (side as HTMLElement).lang)),
    ['it', 'en'],
  )
  await page.getByText('8 matches', { exact: true }).waitFor()
  for (const key of ['n', 'n', 'n']) await page.keyboard.press(key)
  t.equal(await currentMatch(page), 'Ships', 'row by row, both sides')
  const [left, right] = await row
    .locator('.side')
    .evaluateAll((sides) =>
      sides.map((side) => side.getBoundingClientRect()).map(({ top, left }) => ({ top, left })),
    )
  t.ok(left && right && left.top === right.top && left.left < right.left)
  await page.setViewportSize({ width: 360, height: 700 })
  const [upper, lower] = await row
    .locator('.side')
    .evaluateAll((sides) =>
      sides.map((side) => side.getBoundingClientRect()).map(({ top, left }) => ({ top, left })),
    )
  t.ok(upper && lower && upper.top < lower.top && upper.left === lower.left, 'one under the other')
  await page.getByRole('link', { name: 'This text alone' }).click()
  t.notOk(new URL(page.url()).searchParams.has('beside'))
  await page.goBack()
  await row.waitFor()
})

/** Opens the citation, and copies what a button copies. */
async function copied(page: Page, open: string, copy: string): Promise<string> {
  await page.getByText(open, { exact: true }).click()
  await page.getByRole('button', { name: copy }).click()
  await page.getByText(/^(Copied|Copiato)\.$/).waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

test('the citation is copied in the language of the interface', inBrowser, async (t) => {
  t.match(
    await copied(await open(t, 'it/porti.md'), 'Cite', 'Copy citation'),
    /^Autorità dei porti\. “Lo stato dei porti”\. 6 May 2024\. https:\/\/porti\.example\/stato \(accessed \d+ \w+ \d{4}\)\.$/,
  )
  const italian = await open(t, 'en/ports.md', 'q=nave', { language: 'it' })
  const citation = await copied(italian, 'Cita', 'Copia la citazione')
  t.equal(
    citation.replace(/ \(consultato.*/, ''),
    `Ports authority, «The state of the ports», 6 maggio 2024, ${service.url}/?document=${ids['en/ports.md']}`,
    'what was not published elsewhere has the address of the page, without the search',
  )
})

test('a document is cited for reference managers, too: copied or saved', inBrowser, async (t) => {
  for (const [language, cite, copy, save] of [
    ['en', 'Cite', 'Copy', 'Save'],
    ['it', 'Cita', 'Copia', 'Salva'],
  ] as const) {
    for (const [format, ending, entry] of [
      [
        'RIS',
        'ris',
        /^TY {2}- ELEC\r\nID {2}- [0-9a-f]+\r\nTI {2}- Lo stato dei porti\r\n.*Y2 {2}- \d{4}\/\d\d\/\d\d\//s,
      ],
      [
        'BibTeX',
        'bib',
        /^@misc\{bifora-[0-9a-f]+,\n {2}title = \{\{Lo stato dei porti\}\},.*urldate = \{\d{4}-/s,
      ],
    ] as const) {
      const page = await open(t, 'it/porti.md', '', { language })
      t.match(await copied(page, cite, `${copy} ${format}`), entry)
      const saving = page.waitForEvent('download')
      await page.getByRole('button', { name: `${save} ${format}` }).click()
      const file = await saving
      t.equal(file.suggestedFilename(), `${ids['it/porti.md']}.${ending}`)
      t.match(await readFile(await file.path(), 'utf8'), entry)
      t.strictSame(await violations(page), [])
    }
  }
})

test('an outline that does not have all headings yet says so, and loads on', inBrowser, async (t) => {
  const whole = await service.app.inject(`/v1/documents/${ids['it/lungo.md']}?size=1000`)
  const passages: { heading: string[] }[] = whole.json().passages
  const all = new Set(passages.flatMap(({ heading }) => heading)).size
  for (const [language, outline, loading, more] of [
    ['en', 'Contents', 'The headings of the rest are on their way …', 'Load more of the text'],
    ['it', 'Indice', 'I titoli del resto stanno arrivando …', 'Carica il seguito del testo'],
  ] as const) {
    const { page, context } = await openPage(t, { service, language, path: '/?view=add', expected: /403/ })
    let goOn = (): void => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    // Pages of few passages: more of them than come by themselves.
    await context.route('**/v1/documents/*?*', async (route) => {
      const url = new URL(route.request().url())
      if (url.searchParams.get('page') === '7') await held
      url.searchParams.set('size', '6')
      await route.continue({ url: url.href })
    })
    await page.goto(`${service.url}/?document=${ids['it/lungo.md']}`)
    const list = page.getByRole('navigation', { name: outline })
    await list.getByText(loading).waitFor()
    t.strictSame(await violations(page), [])
    goOn()
    const button = list.getByRole('button', { name: more })
    await button.waitFor()
    const headings = list.getByRole('link')
    const some = await headings.count()
    t.ok(some >= 2 && some < all, `${some} of ${all}`)
    t.strictSame(await violations(page), [])
    while (await button.isVisible()) {
      await button.click()
      await page.waitForFunction((text) => !document.body.innerText.includes(text), loading)
    }
    t.equal(await headings.count(), all, 'those of all chapters')
    t.equal(await list.getByText(loading).count(), 0)
  }
})

test('what is known of a document leads to others like it, and says how', inBrowser, async (t) => {
  const page = await open(t, 'it/porti.md', 'q=nave&from=2024')
  await page.getByText('How the date is known').click()
  t.ok(await page.getByText('The document says itself when it was published.').isVisible())
  const targets = await page
    .locator('.document-filters')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).search))
  t.ok(targets.includes('?tag=mare'), String(targets))
  t.ok(targets.includes('?reference=eu%3A2016%2F679'), String(targets))
  t.equal(
    await page.getByRole('link', { name: 'porti.example/stato' }).getAttribute('href'),
    'https://porti.example/stato',
  )
  await page.getByRole('heading', { name: 'About the same' }).waitFor()
})

test('Escape and the link at the top go back to the results', inBrowser, async (t) => {
  const page = await open(t, 'it/porti.md', 'q=nave&from=2024')
  t.equal(
    await page.getByRole('link', { name: 'Back to the results' }).getAttribute('href'),
    '?q=nave&from=2024',
  )
  await page.getByRole('heading', { name: 'Lo stato dei porti' }).waitFor()
  await page.keyboard.press('Escape')
  t.equal(new URL(page.url()).search, '?q=nave&from=2024')
  t.equal(await page.getByRole('heading', { name: 'Le merci' }).count(), 0)
  const { page: searching } = await openPage(t, { service, path: '/?q=nave' })
  await searching.getByRole('link', { name: 'Lo stato dei porti', exact: true }).first().click()
  await searching.getByRole('heading', { name: 'Le merci' }).waitFor()
  const steps = await searching.evaluate(() => history.length)
  await searching.keyboard.press('Escape')
  await searching.waitForURL(/\?q=nave$/)
  await searching.getByRole('link', { name: 'The state of the ports', exact: true }).first().waitFor()
  t.equal(await searching.evaluate(() => history.length), steps, 'to the results as they were left')
})

test('a document that is not there, and a service that is not, are told of', inBrowser, async (t) => {
  const { page } = await openPage(t, {
    service,
    path: '/?document=nessuno&q=nave',
    language: 'it',
    expected: /404|ERR_INTERNET_DISCONNECTED|Failed to load/,
  })
  await page.getByRole('heading', { name: 'Questo documento non c’è' }).waitFor()
  t.ok(await page.getByRole('link', { name: 'Torna ai risultati' }).isVisible())
  await page.context().setOffline(true)
  await page.evaluate((id) => {
    history.pushState(null, '', `?document=${id}`)
    dispatchEvent(new PopStateEvent('popstate'))
  }, ids['it/porti.md'])
  await page.getByText('Il servizio non risponde').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Riprova' }).click()
  await page.getByRole('heading', { name: 'Lo stato dei porti' }).waitFor()
})

test('the original file is saved, or it is said that there is none', inBrowser, async (t) => {
  const sample = await startService(t)
  const [hit] = (await search(sample.app, { q: 'semiconduttori', size: 1 })).results
  const { page } = await openPage(t, { service: sample, path: `/?document=${hit?.id}` })
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Original file' }).click()
  const file = await saving
  t.equal(file.suggestedFilename(), hit?.path.split('/').at(-1))
  t.match(readFileSync(await file.path(), 'utf8'), hit?.title ?? '')
  const gone = await open(t, 'it/porti.md', '', { expected: /410/ })
  await gone.getByRole('link', { name: 'Original file' }).click()
  await gone.getByText('The original file is no longer in its folder.').waitFor()
})

test('nothing moves while a document comes', inBrowser, async (t) => {
  const page = await open(t, 'it/porti.md', 'q=nave')
  const shifts = await recordShifts(page)
  await page.reload()
  await page.getByRole('heading', { name: 'About the same' }).waitFor()
  await page.keyboard.press('n')
  await page.getByText('1 of 4', { exact: true }).waitFor()
  t.strictSame(await shifts(), [])
})

const WINDOWS = [
  { width: 1280, height: 900 },
  { width: 320, height: 700 },
]
for (const language of ['it', 'en'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of WINDOWS) {
      test(
        `nothing stands in anybody’s way: ${language}, ${colorScheme}, ${viewport.width}`,
        inBrowser,
        async (t) => {
          const options = { language, colorScheme, viewport, expected: /404/ }
          const whole = async (page: Page, what: string): Promise<void> => {
            t.strictSame(await violations(page), [], what)
            t.strictSame(await overflow(page), [], `${what}, sideways`)
          }
          const page = await open(t, 'en/ports.md', 'q=nave', options)
          await page.locator('.related-list, .related .soft').first().waitFor()
          await page.locator('.date-evidence summary').click()
          await page.locator('.citation summary').click()
          await page.keyboard.press('n')
          await page.locator('mark[aria-current]').waitFor()
          await whole(page, 'a document')
          const beside = await open(t, 'en/ports.md', `q=nave&beside=${ids['it/porti.md']}`, options)
          await beside.locator('.sides-row mark').first().waitFor()
          await whole(beside, 'two texts')
          const none = await open(t, 'nessuno', '', options)
          await none.getByRole('alert').waitFor()
          await whole(none, 'no document')
        },
      )
    }
  }
}

test('on paper there is the text with its citation, and nothing to press', inBrowser, async (t) => {
  const page = await open(t, 'it/porti.md', 'q=nave')
  await page.getByText('4 matches', { exact: true }).waitFor()
  await page.emulateMedia({ media: 'print' })
  t.ok(await page.locator('.printed-citation').isVisible())
  t.ok(await page.getByText('Una nave nuova costa molto.').isVisible())
  for (const name of ['Next match', 'Copy citation'])
    t.notOk(await page.getByRole('button', { name }).isVisible())
  t.notOk(await page.getByRole('navigation', { name: 'Contents' }).isVisible())
})

/** What can be done with a search beside reading its results: keep, share, follow, export it, take it into a program. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { test } from 'tap'
import { inBrowser, openPage, serviceOfFile } from '../../helpers/browser.ts'
import { told } from './searching.ts'

const service = serviceOfFile()
const QUERY = '?q=semiconduttori&lang=it'

const LABELS = {
  en: {
    menu: 'Share, export',
    keep: 'Keep this search',
    forget: 'Forget this search',
    kept: 'Kept searches',
    copy: 'Copy the address of this search',
    copied: 'Copied.',
  },
  it: {
    menu: 'Condividi, esporta',
    keep: 'Conserva questa ricerca',
    forget: 'Non conservare più questa ricerca',
    kept: 'Ricerche conservate',
    copy: 'Copia l’indirizzo di questa ricerca',
    copied: 'Copiato.',
  },
} as const

const openMenu = (page: Page) => page.locator('.share > summary').click()
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

for (const language of ['en', 'it'] as const) {
  const labels = LABELS[language]

  test(`A search is kept in the browser, found again and forgotten (${language})`, inBrowser, async (t) => {
    const { page } = await openPage(t, { service, language, path: `/${QUERY}` })
    await told(page, /document/)
    await page.getByText(labels.menu).click()
    await page.getByRole('button', { name: labels.keep, exact: true }).click()
    await page.getByRole('heading', { name: labels.kept }).waitFor()
    await page.goto(page.url().replace(QUERY, '?q=idrogeno'))
    await told(page, /document/)
    await page.getByRole('link', { name: 'semiconduttori · it' }).click()
    await told(page, /document/)
    t.equal(new URL(page.url()).search, QUERY, 'after the page was loaded anew, too')
    await page
      .getByRole('button', { name: new RegExp(labels.forget) })
      .first()
      .click()
    await page.getByRole('heading', { name: labels.kept }).waitFor({ state: 'detached' })
  })

  test(`The address of a search is copied, and leads to it (${language})`, inBrowser, async (t) => {
    const { page, url } = await openPage(t, { service, language, path: `/${QUERY}&page=1` })
    await told(page, /document/)
    const total = await page.locator('.total').innerText()
    await openMenu(page)
    await page.getByRole('button', { name: labels.copy }).click()
    await page.getByText(labels.copied).waitFor()
    t.equal(await clipboard(page), `${url}/${QUERY}`)
    await page.goto(await clipboard(page))
    await told(page, /document/)
    t.equal(await page.locator('.total').innerText(), total)
  })
}

test('A search is the request that makes it: address, curl, TypeScript', inBrowser, async (t) => {
  const { page, url } = await openPage(t, { service, path: `/${QUERY}` })
  await told(page, /document/)
  await openMenu(page)
  const texts = await page.locator('.request pre').allInnerTexts()
  t.equal(texts.length, 3)
  const [address = '', curl = '', typescript = ''] = texts.map((text) => text.trim())
  const answer = await fetch(address)
  const { total } = (await answer.json()) as { total: { value: number } }
  t.equal(
    `${total.value} documents`,
    await page.locator('.total').innerText(),
    'it finds what the page shows',
  )
  t.equal(curl, `curl '${address}'`)
  t.match(typescript, `createClient({ url: '${url}' })`)
  t.match(typescript, /q: 'semiconduttori',\n {2}lang: \['it'\],/)
  await page.locator('.request').nth(1).getByRole('button').click()
  await page.getByText('Copied.').waitFor()
  t.equal(await clipboard(page), curl)
})

test('All matches are exported as a file, and followed as a feed', inBrowser, async (t) => {
  const { page } = await openPage(t, { service, path: `/${QUERY}` })
  await told(page, /document/)
  const total = Number.parseInt(await page.locator('.total').innerText(), 10)
  await openMenu(page)
  for (const [label, ending, records] of [
    ['CSV', 'csv', (text: string) => text.trim().split('\n').length - 1],
    ['RIS', 'ris', (text: string) => text.match(/^TY {2}- /gm)?.length],
    ['BibTeX', 'bib', (text: string) => text.match(/^@/gm)?.length],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: label, exact: true }).click(),
    ])
    t.match(download.suggestedFilename(), new RegExp(`\\.${ending}$`))
    t.equal(records(await readFile(await download.path(), 'utf8')), total, label)
  }
  for (const [label, type] of [
    ['Atom', 'application/atom+xml'],
    ['JSON Feed', 'application/feed+json'],
  ] as const) {
    const href = await page.getByRole('link', { name: label, exact: true }).getAttribute('href')
    const feed = await fetch(href ?? '')
    t.match(feed.headers.get('content-type'), type)
    t.match(await feed.text(), /semiconduttori/i)
  }
})

test('With a key the file is fetched with it, since a link carries none', inBrowser, async (t) => {
  const { page, context } = await openPage(t, { service, path: `/${QUERY}` })
  await told(page, /document/)
  const keys: (string | undefined)[] = []
  // The service of the tests has no keys.
  await context.route('**/v1/**', async (route) => {
    const { authorization, ...headers } = route.request().headers()
    if (route.request().url().includes('/v1/export')) keys.push(authorization)
    await route.continue({ headers })
  })
  await page.evaluate(() => sessionStorage.setItem('bifora.key', 'a-key'))
  await page.reload()
  await told(page, /document/)
  await openMenu(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV', exact: true }).click(),
  ])
  t.equal(download.suggestedFilename(), 'bifora.csv')
  t.match(await readFile(await download.path(), 'utf8'), /semiconductors/)
  t.strictSame(keys, ['Bearer a-key'])
})

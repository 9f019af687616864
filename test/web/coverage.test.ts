/** Coverage in the browser: what exists in one language only, in both languages of the interface. */
import type { Page } from 'playwright-core'
import { test } from 'tap'
import { inBrowser, openPage } from '../helpers/browser.ts'
import { LOOKS, overflow, violations } from '../helpers/looks.ts'
import { startService } from '../helpers/service.ts'

const document = (title: string, date: string, lang: string, text: string, more = ''): string =>
  `---\ntitle: ${title}\ndate: ${date}\nlang: ${lang}\ntopics: [hpc]\n${more}---\n\n${text}\n`

const documents = {
  'it/nuvola.md': document(
    'Il cloud del Comune',
    '2024-03-05',
    'it',
    'Il Comune porta i suoi archivi nel cloud.',
  ),
  'it/ospedali.md': document(
    'Ospedali nel cloud',
    '2024-09-12',
    'it',
    'Gli ospedali scelgono il cloud nazionale.',
  ),
  'it/vecchio.md': document(
    'Il primo cloud',
    '2022-01-20',
    'it',
    'La Regione prova il cloud per la prima volta.',
  ),
  'it/gemello.md': document(
    'Il supercalcolatore',
    '2024-05-02',
    'it',
    'Il supercalcolatore apre agli studiosi.',
    'translations: [en/twin.md]\n',
  ),
  'en/twin.md': document('The supercomputer', '2024-05-02', 'en', 'The supercomputer opens to scholars.'),
  'en/grid.md': document(
    'Cloud for schools',
    '2023-11-08',
    'en',
    'Schools move their registers to the cloud.',
  ),
}

const paramsOf = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams)

test('Coverage', inBrowser, async (t) => {
  const service = await startService(t, { documents })
  const open = (path: string, options: Omit<Parameters<typeof openPage>[1], 'service' | 'path'> = {}) =>
    openPage(t, { service, path, ...options })

  await t.test(
    'what Italian public bodies published in 2024 about cloud without an English counterpart',
    async (t) => {
      const { page } = await openPage(t, { service, path: '/?q=cloud' })
      await page.getByRole('link', { name: 'Coverage' }).click()
      await page.getByRole('list', { name: 'Year' }).getByRole('link', { name: '2024' }).click()
      await page.getByText('2 without an English counterpart').waitFor()
      await page.getByLabel('Show what exists').selectOption('it')
      const section = page.getByRole('region', { name: 'Without a counterpart' })
      t.strictSame(await section.getByRole('link').allTextContents(), [
        'Ospedali nel cloud',
        'Il cloud del Comune',
      ])
      t.equal(await section.getByRole('heading', { level: 3 }).count(), 1, 'one side alone')
      t.strictSame(paramsOf(page), { view: 'coverage', q: 'cloud', lang: 'it', from: '2024', to: '2024' })
      await section.getByRole('link', { name: 'Ospedali nel cloud' }).click()
      t.match(page.url(), /document=/)
      await page.goBack()
      await section.getByRole('link', { name: 'Ospedali nel cloud' }).waitFor()
    },
  )

  await t.test('each light counts what a search for it finds', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=coverage&from=2024&to=2024' })
    const light = page.getByRole('link', { name: /, March 2024, Italian: 1 document$/ })
    await light.click()
    const params = new URL(page.url()).searchParams
    t.strictSame(
      [params.get('topic'), params.getAll('lang'), params.get('from'), params.get('to')],
      ['hpc', ['it'], '2024-03', '2024-03'],
    )
    const found = await service.app.inject(`/v1/search${new URL(page.url()).search}`)
    t.equal(found.json().total.value, 1)
  })

  await t.test('years where there are many months, and months of a year that is chosen', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=coverage' })
    const table = page.getByRole('table', { name: 'Documents by topic and month or year' })
    await table.waitFor()
    t.strictSame(await table.getByRole('columnheader').allTextContents(), ['Topic', '2022', '2023', '2024'])
    await table.getByRole('link', { name: '2024', exact: true }).click()
    await table.getByText('Sept').waitFor()
    t.equal(await table.locator('thead tr').last().getByRole('columnheader').count(), 13)
  })

  await t.test('who reported first, and the months of one language alone', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=coverage' })
    const table = page.getByRole('table', { name: /which reported first/ })
    const row = table.getByRole('row', { name: /cloud/ })
    t.match(await row.textContent(), /Italian \(657 days earlier\), 20 January 2022/)
    await row.getByText('3 months only in Italian').click()
    t.strictSame(await row.getByRole('listitem').filter({ visible: true }).allTextContents(), [
      'Il primo cloud',
      'January 2022 (1)',
      'March 2024 (1)',
      'September 2024 (1)',
    ])
  })

  await t.test('words, topics and dates narrow it down, and each can be taken off', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=coverage' })
    await page.getByLabel('Words').fill('cloud')
    await page.getByLabel('Words').press('Enter')
    await page.getByRole('combobox', { name: 'Topic' }).selectOption('hpc')
    await page.getByLabel('From').fill('1/2024')
    await page.getByLabel('From').press('Tab')
    await page.getByRole('button', { name: 'Take off: Period from January 2024' }).waitFor()
    t.strictSame(paramsOf(page), { view: 'coverage', q: 'cloud', topic: 'hpc', from: '2024-01' })
    await page.getByText('2 without an English counterpart').waitFor()
    await page.getByRole('button', { name: 'Take off: Words cloud' }).click()
    t.notMatch(page.url(), 'q=cloud')
    await page.getByRole('textbox', { name: 'To', exact: true }).fill('presto')
    await page.getByRole('textbox', { name: 'To', exact: true }).press('Tab')
    await page.getByText('Write a year, a month or a day').waitFor()
    await page.getByRole('button', { name: 'Take all off' }).click()
    t.equal(new URL(page.url()).search, '?view=coverage')
  })

  await t.test('an answer that comes while somebody types leaves what was typed', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=coverage' })
    let letGo = (): void => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.getByText('3 without an English counterpart').waitFor()
    await page.route('**/v1/coverage*', async (route) => {
      await held
      await route.continue()
    })
    await page.getByRole('combobox', { name: 'Topic' }).selectOption('hpc')
    await page.getByLabel('Words').fill('clou')
    letGo()
    await page.locator('.coverage[aria-busy=false]').waitFor()
    t.equal(await page.getByLabel('Words').inputValue(), 'clou')
  })

  await t.test('nothing found, one language only, no documents: each says so', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=coverage&q=zabaione' })
    await page.getByText('No document matches.').and(page.locator('strong')).waitFor()
    await page.goto(`${service.url}/?view=coverage&q=ospedali`)
    await page.getByText('All of these documents are in Italian').waitFor()
    t.strictSame(await violations(page), [])
  })

  await t.test('a service that does not answer says so, and is asked again', async (t) => {
    const { page } = await openPage(t, { service, path: '/?view=add', expected: /403|Failed to load/ })
    await page.route('**/v1/coverage*', (route) => route.abort())
    await page.getByRole('link', { name: 'Coverage' }).click()
    await page.getByRole('alert').getByText('The service does not answer').waitFor()
    await page.unroute('**/v1/coverage*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('3 without an English counterpart').waitFor()
  })

  for (const [language, colorScheme, width] of LOOKS) {
    await t.test(`looks right: ${language}, ${colorScheme}, ${width} pixels`, async (t) => {
      const options = { service, language, colorScheme, viewport: { width, height: 800 } }
      for (const query of ['', '&from=2024&to=2024&topic=hpc&q=cloud']) {
        const { page } = await openPage(t, { ...options, path: `/?view=coverage${query}` })
        await page.locator('.topics-table').waitFor()
        t.strictSame(await violations(page), [])
        t.strictSame(await overflow(page), [])
      }
    })
  }

  await t.test('in Italian', async (t) => {
    const { page } = await open('/?view=coverage', { language: 'it' })
    await page.getByText('3 senza corrispondente inglese').waitFor()
    await page.getByRole('link', { name: /, 2024, Inglese: 1 documento$/ }).waitFor()
    t.match(await page.getByRole('table', { name: /per prima/ }).textContent(), '3 mesi solo in italiano')
  })
})

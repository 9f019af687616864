/** What stands where results were to stand: nothing yet, none, a problem. */
import { test } from 'tap'
import { inBrowser, openPage, serviceOfFile } from '../../helpers/browser.ts'
import { told } from './searching.ts'

const service = serviceOfFile()
const empty = serviceOfFile({ documents: {} })
/** What a browser says by itself of an answer that is a problem, or of none. */
const REFUSED = /Failed to load resource/

test(
  'Before there is an answer its room is there; after a while it says that it searches',
  inBrowser,
  async (t) => {
    for (const [language, slow] of [
      ['en', 'Still searching …'],
      ['it', 'Ricerca in corso …'],
    ] as const) {
      const { page, context, url } = await openPage(t, {
        service,
        language,
        path: '/health/live',
        // It has no icon.
        expected: REFUSED,
      })
      let answer = (): void => {}
      const held = new Promise<void>((resolve) => {
        answer = resolve
      })
      await context.route('**/v1/search?*', async (route) => {
        await held
        await route.continue()
      })
      await page.goto(`${url}/?q=semiconduttori`)
      await page.locator('.skeleton-result').first().waitFor()
      t.equal(await page.locator('.search-results').getAttribute('aria-busy'), 'true')
      await page.getByText(slow).first().waitFor()
      answer()
      await told(page, /8 document/)
      t.equal(await page.getByText(slow).count(), 0)
      t.match(
        await page.getByRole('status').allInnerTexts(),
        [/8 document/],
        'and readers of screens are told',
      )
    }
  },
)

test('What was found stays while the next answer is on its way', inBrowser, async (t) => {
  const { page, context } = await openPage(t, { service, path: '/?q=semiconduttori' })
  await told(page, '8 documents')
  let answer = (): void => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await context.route('**/v1/search?*', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('combobox').first().fill('chip')
  await page.locator('.search-results[aria-busy=true]').waitFor()
  t.ok((await page.getByRole('article').count()) > 0)
  await page.locator('.total').getByText('Still searching …').waitFor()
  answer()
  await told(page, /document/)
})

test('Where nothing is found, what to give up is a link', inBrowser, async (t) => {
  for (const [language, nothing, link] of [
    ['en', 'Nothing was found.', '2 documents without “-macchine”'],
    ['it', 'Nessun risultato.', '2 documenti senza «-macchine»'],
  ] as const) {
    const { page } = await openPage(t, { service, language, path: '/?q=robot+-macchine' })
    await page.getByText(nothing).waitFor()
    await page.getByRole('link', { name: link }).click()
    await told(page, /2 document/)
  }
  const { page } = await openPage(t, { service, path: '/?q=zzzzqqqq' })
  await page.getByText('Try other words, fewer of them, or fewer filters.').waitFor()
})

test('A filter that leaves nothing is named', inBrowser, async (t) => {
  const { page } = await openPage(t, { service, path: '/?q=semiconduttori&from=1990&to=1991' })
  await page.getByText('Nothing was found.').waitFor()
  await page.getByRole('link', { name: '8 documents without the filter “Published”' }).click()
  await told(page, '8 documents')
})

test('An index without documents says how to fill it', inBrowser, async (t) => {
  for (const [language, text] of [
    ['en', 'There are no documents yet.'],
    ['it', 'Non ci sono ancora documenti.'],
  ] as const) {
    const { page } = await openPage(t, { service: empty, language })
    await page.getByText(text).waitFor()
  }
})

test('A fault of the service is told in its words, and can be tried again', inBrowser, async (t) => {
  const { page, context } = await openPage(t, { service, expected: REFUSED })
  await told(page, '40 documents')
  await context.route('**/v1/search?*', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: '/problems/engine-unavailable',
        title: 'The search engine is not available',
        status: 503,
        detail: 'The search engine does not answer at the moment.',
        requestId: 'abc',
      }),
    }),
  )
  await page.getByRole('combobox').first().fill('chip')
  const alert = page.getByRole('alert')
  await alert.getByText('The search engine is not available').waitFor()
  t.ok((await page.getByRole('article').count()) > 0, 'what was found before stays')
  await context.unroute('**/v1/search?*')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await alert.waitFor({ state: 'hidden' })
  await page.locator('mark').first().waitFor()
})

test('Without a network the page says so, and goes on when it is back', inBrowser, async (t) => {
  for (const [language, offline, again] of [
    ['en', 'The service does not answer', 'Try again'],
    ['it', 'Il servizio non risponde', 'Riprova'],
  ] as const) {
    const { page, context } = await openPage(t, { service, language, expected: REFUSED })
    await told(page, /40 document/)
    await context.setOffline(true)
    await page.getByRole('combobox').first().fill('semiconduttori')
    await page.getByText(offline).waitFor()
    await context.setOffline(false)
    await page.getByRole('button', { name: again }).click()
    await told(page, /8 document/)
    t.equal(await page.getByText(offline).count(), 0)
  }
})

test('A parameter that cannot be is told of, not dropped in silence', inBrowser, async (t) => {
  const { page } = await openPage(t, { service, path: '/?q=chip&topic=nonsense', expected: REFUSED })
  await page
    .getByRole('alert')
    .getByText(/nonsense/)
    .first()
    .waitFor()
  t.equal(await page.getByRole('combobox').first().inputValue(), 'chip')
})

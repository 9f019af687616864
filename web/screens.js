/**
 * Makes the pictures in docs/screens: the main states of the page, over a service with the sample corpus. BIFORA_URL says
 * where it listens; default http://127.0.0.1:3000. CHROMIUM names the browser.
 *
 * Those of many results want another service, with the notes that `npm run bench -- notes <folder>` writes, named by
 * BIFORA_MANY_URL; without one they stay as they are.
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const SERVICE = process.env.BIFORA_URL ?? 'http://127.0.0.1:3000'
const MANY = process.env.BIFORA_MANY_URL
const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }

const refuse = (route) =>
  route.fulfill({
    status: 503,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      type: '/problems/engine-unavailable',
      title: 'The search engine is not available',
      status: 503,
      detail: 'The search engine does not answer at the moment. Try again shortly; nothing is lost.',
    }),
  })

const openFilters = (page) => page.locator('.controls > button').click()
const openCitation = (page) => page.locator('.citation > summary').click()
const toTheEnd = (page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight))

/** A document of the sample corpus and its translation. */
const CABLES = 'a756ab95832d8425'
const CAVI = '44702c873354bb32'

const SCREENS = [
  ['everything', '/', 'en', 'light', WIDE],
  ['results', '/?q=semiconduttori', 'en', 'light', WIDE],
  ['results-italian', '/?q=semiconduttori', 'it', 'light', WIDE],
  ['results-dark', '/?q=semiconduttori', 'it', 'dark', WIDE],
  ['results-phone', '/?q=semiconduttori', 'it', 'light', PHONE],
  ['results-phone-dark', '/?q=semiconduttori', 'en', 'dark', { width: 320, height: 640 }],
  [
    'filters-phone',
    '/?q=rete&lang=it&topic=connectivity&from=2023',
    'it',
    'light',
    PHONE,
    { act: openFilters },
  ],
  ['filters', '/?q=rete&lang=it&from=2023&to=2025', 'en', 'dark', WIDE],
  ['no-result', '/?q=robot+-macchine', 'it', 'light', WIDE],
  ['long-word', '/?q=Donaudampfschifffahrtsgesellschaft', 'en', 'light', PHONE],
  ['document', `/?document=${CABLES}&q=rotta+artica`, 'it', 'light', WIDE],
  ['side-by-side', `/?document=${CABLES}&beside=${CAVI}&q=rotta+artica`, 'en', 'dark', WIDE],
  ['document-phone', `/?document=${CABLES}&q=rotta+artica`, 'en', 'light', PHONE],
  ['citation', `/?document=${CABLES}`, 'it', 'light', WIDE, { act: openCitation }],
  ['coverage', '/?view=coverage', 'en', 'light', WIDE],
  ['lexicon', '/?view=lexicon&word=rotta', 'it', 'light', WIDE],
  ['add', '/?view=add', 'en', 'light', WIDE],
  ['error', '/?q=rete', 'en', 'light', WIDE, { answer: refuse }],
]

const SCREENS_OF_MANY = [
  ['many', '/?q=nota', 'it', 'light', WIDE],
  ['many-pages', '/?q=nota&page=260', 'en', 'dark', WIDE, { act: toTheEnd }],
  ['many-phone', '/?q=nota', 'it', 'light', PHONE],
]

const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url))
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const wanted = [
  ...SCREENS.map((screen) => [SERVICE, ...screen]),
  ...(MANY === undefined ? [] : SCREENS_OF_MANY.map((screen) => [MANY, ...screen])),
]
for (const [service, name, path, language, colorScheme, viewport, { answer, act } = {}] of wanted) {
  const locale = language === 'it' ? 'it-IT' : 'en-GB'
  const context = await browser.newContext({ locale, colorScheme, viewport })
  if (answer !== undefined) await context.route('**/v1/search?*', answer)
  const page = await context.newPage()
  await page.goto(`${service}${path}`)
  await page.waitForLoadState('networkidle')
  await act?.(page)
  await page.screenshot({ path: `${folder}${name}.png` })
  await context.close()
}
await browser.close()

/**
 * The whole way of somebody who looks for something: a document in the other language, narrowed by time, its translation,
 * its citation. Once by keys alone, once through what a screen reader is told.
 */
import { test } from 'tap'
import { inBrowser, openPage, serviceOfFile } from '../helpers/browser.ts'

const service = serviceOfFile()

test('By keys alone', inBrowser, async (t) => {
  const { page } = await openPage(t, { service, language: 'it' })
  const focused = page.locator(':focus')
  /** Goes on with Tab until something is reached that matches. */
  const tabTo = async (selector: string, most = 60): Promise<void> => {
    for (let steps = 0; steps < most; steps += 1) {
      await page.keyboard.press('Tab')
      if ((await page.locator(`${selector}:focus`).count()) > 0) return
    }
    throw new Error(`${selector} is not reached within ${most} steps`)
  }
  await page.getByRole('article').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('semiconduttori', { delay: 20 })
  await page.keyboard.press('Enter')
  await page.locator('.total', { hasText: '8 documenti' }).waitFor()

  await tabTo('input[name=from]')
  await page.keyboard.type('2023-09')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2023-12')
  await page.keyboard.press('Enter')
  await page.waitForURL(/from=2023-09&to=2023-12/)
  await page.getByRole('link', { name: 'European Chips Act: the regulation is in force' }).first().waitFor()
  await page.locator('.search-results[aria-busy=false]').waitFor()

  await page.keyboard.press('/')
  for (
    let steps = 0;
    steps < 5 && !/^European Chips/.test(await focused.innerText().catch(() => ''));
    steps += 1
  ) {
    await page.keyboard.press('ArrowDown')
  }
  t.match(await focused.innerText(), 'European Chips Act', 'arrows go through the results')
  await page.keyboard.press('Enter')
  await page.waitForURL(/document=/)
  await page
    .getByRole('heading', { level: 1, name: 'European Chips Act: the regulation is in force' })
    .waitFor()

  const italian = page.getByRole('link', { name: /Normativa europea sui chip/ }).first()
  await italian.waitFor()
  await italian.evaluate((link) => link.setAttribute('data-translation', ''))
  await tabTo('[data-translation]')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Normativa europea sui chip/ }).waitFor()

  await tabTo('.citation > summary')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  t.equal(await focused.innerText(), 'Copia la citazione')
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: /\S/ }).first().waitFor()
  t.match(
    await page.evaluate(() => navigator.clipboard.readText()),
    /Normativa europea sui chip.*consultato/s,
  )
})

test('Through the tree of accessibility', inBrowser, async (t) => {
  const { page, context } = await openPage(t, { service, language: 'en' })
  await page
    .getByRole('search')
    .getByRole('combobox', { name: 'Search Italian and English documents' })
    .fill('chips')
  await page
    .getByRole('status')
    .filter({ hasText: /documents/ })
    .first()
    .waitFor()
  const filters = page.getByRole('group', { name: 'Published', exact: true })
  await filters.getByRole('textbox', { name: 'from' }).fill('2023')
  await filters.getByRole('textbox', { name: 'to' }).fill('2023')
  await filters.getByRole('button', { name: 'Apply' }).click()
  await page
    .getByRole('list', { name: 'Chosen filters' })
    .getByRole('link', { name: 'Remove Published: 2023' })
    .waitFor()
  const region = page.getByRole('region', { name: 'Results' })
  await region
    .getByRole('heading', { level: 3, name: /Normativa europea sui chip/ })
    .getByRole('link')
    .click()
  await page.getByRole('heading', { level: 1, name: /Normativa europea sui chip/ }).waitFor()
  await page
    .getByRole('link', { name: /European Chips Act: the regulation is in force/ })
    .first()
    .click()
  await page
    .getByRole('heading', { level: 1, name: 'European Chips Act: the regulation is in force' })
    .waitFor()

  const session = await context.newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
    nodes: { ignored: boolean; role?: { value: string }; name?: { value?: string } }[]
  }
  const nameless = nodes.filter(
    ({ ignored, role, name }) =>
      !ignored &&
      ['button', 'link', 'textbox', 'combobox', 'checkbox', 'radio', 'heading'].includes(role?.value ?? '') &&
      !name?.value?.trim(),
  )
  t.strictSame(nameless, [], 'whatever can be used has a name')

  await page.getByText('Cite', { exact: true }).click()
  await page.getByRole('button', { name: 'Copy citation' }).click()
  await page.getByRole('status').filter({ hasText: /cop/i }).first().waitFor()
  t.match(await page.evaluate(() => navigator.clipboard.readText()), /European Chips Act.*accessed/s)
})

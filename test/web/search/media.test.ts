/** The same page on paper, and for those who do not want things to move. */
import { test } from 'tap'
import { inBrowser, openPage, serviceOfFile } from '../../helpers/browser.ts'
import { overflow } from '../../helpers/looks.ts'
import { told } from './searching.ts'

const service = serviceOfFile()

test('On paper there are results, and nothing that wants to be clicked', inBrowser, async (t) => {
  for (const [language, found] of [
    ['en', /documents/],
    ['it', /documenti/],
  ] as const) {
    const { page } = await openPage(t, { service, language, path: '/?q=semiconduttori', colorScheme: 'dark' })
    await told(page, found)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    t.ok(await page.locator('.result').first().isVisible())
    for (const name of ['.header', '.filters', '.timeline', '.controls', '.pages', '.why']) {
      for (const part of await page.locator(name).all()) t.notOk(await part.isVisible(), name)
    }
    const [paper, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body)
      return [backgroundColor, color]
    })
    t.equal(paper, 'rgb(251, 250, 247)', 'light, whatever the screen is')
    t.equal(ink, 'rgb(29, 35, 48)')
    await page.setViewportSize({ width: 640, height: 900 })
    t.strictSame(await overflow(page), [], 'nothing is cut off')
  }
})

test('Nothing moves for those who want it so', inBrowser, async (t) => {
  for (const [reducedMotion, moves] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    const { page, context, url } = await openPage(t, { service, reducedMotion })
    await told(page, /documents/)
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
    t.equal(await page.evaluate(() => document.getAnimations().length > 0), moves, reducedMotion)
    answer()
    await told(page, /documents/)
  }
})

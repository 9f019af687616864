/** What is wrong with a page as it stands in the browser: for people with other needs, on small screens, when it moves. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** Looks that a view is tried in: both languages and color schemes, and widths in pixels from a desk to a small phone. */
export const LOOKS = [
  ['en', 'light', 1280],
  ['it', 'dark', 768],
  ['it', 'light', 320],
  ['en', 'dark', 320],
] as const

/** What axe-core has against the page as it stands, a line per element: rule, element, what to do. */
export async function violations(page: Page): Promise<string[]> {
  // By evaluating, which the policy of the page does not forbid, unlike a script in the page.
  await page.evaluate(axe)
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(OPTIONS)})`)) as AxeResults
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary = '' }) => {
      const what = failureSummary
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
        .join('; ')
      return `${id} (${help}) at ${target.join(' ')}: ${html.slice(0, 160)}: ${what}`
    }),
  )
}

/**
 * What sticks out of the window sideways, a line per element; none where nothing has to be scrolled sideways to be read.
 * What scrolls in a box of its own, or is hidden from sight, does not count.
 */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const isClipped = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      element !== document.documentElement &&
      (getComputedStyle(element).overflowX !== 'visible' || isClipped(element.parentElement))
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 0 && (right > clientWidth + 0.5 || left < -0.5) && !isClipped(element.parentElement)
    })
    const told = out.map((element) => {
      const { left, right } = element.getBoundingClientRect()
      return `${element.tagName.toLowerCase()}.${element.className} from ${left} to ${right} of ${clientWidth}: ${element.textContent?.slice(0, 60)}`
    })
    return told.length > 0 ? told : [`the page is ${scrollWidth} wide, its window ${clientWidth}`]
  })
}

/**
 * Begins to record what moves by itself; call it before the page is loaded anew.
 *
 * @returns asks for what has moved so far without somebody having just pressed a key or a button, a line per shift
 */
export async function recordShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = []
    Object.assign(globalThis, { shifts })
    type Shift = PerformanceEntry & {
      value: number
      hadRecentInput: boolean
      sources: { node?: Node; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
    }
    const name = (node: Node | undefined): string =>
      node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : String(node?.nodeName)
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue
        const moved = sources.map(
          ({ node, previousRect, currentRect }) =>
            `${name(node)} from ${previousRect.x},${previousRect.y} to ${currentRect.x},${currentRect.y}`,
        )
        shifts.push(`${value.toFixed(4)}: ${moved.join('; ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)
}

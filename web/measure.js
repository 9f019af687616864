/**
 * How fast the page is in a browser, over any service: words are typed letter by letter, and each time it is measured how
 * long the API took, how long from its answer to drawn results, and how long from the key to them. All in milliseconds.
 *
 *   BIFORA_URL=http://127.0.0.1:3000 node web/measure.js semiconduttori railway …
 *
 * CHROMIUM names the browser. Not a test: nothing fails when it is slow.
 */
import { chromium } from 'playwright-core'

const SERVICE = process.env.BIFORA_URL ?? 'http://127.0.0.1:3000'
const words = process.argv.length > 2 ? process.argv.slice(2) : ['semiconduttori', 'cybersecurity', 'rete']
/** A search for fewer letters is not what people wait for. */
const FIRST = 3
const WAIT_MS = 5_000

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
await page.addInitScript(recordShifts)
await page.goto(SERVICE)
await page.locator('.result').first().waitFor()

const measured = []
for (const word of words) {
  for (let length = FIRST; length <= word.length; length += 1) {
    const one = await page.evaluate(typed, { text: word.slice(0, length), waitMs: WAIT_MS })
    if (one !== undefined) measured.push(one)
  }
}
console.log(`${measured.length} keys`)
for (const name of ['api', 'drawn', 'total', 'beyond']) {
  const times = measured.map((one) => one[name]).sort((a, b) => a - b)
  console.log(`${name.padEnd(8)} p50 ${at(times, 0.5)}  p95 ${at(times, 0.95)}`)
}
await page.evaluate(() => {
  window.shift = 0
})
await page.getByRole('combobox').first().pressSequentially(` ${words[0]}`, { delay: 120 })
await page.locator('.search-results[aria-busy=false]').waitFor()
console.log(`layout shift by nothing that somebody did: ${await page.evaluate(() => window.shift)}`)
await browser.close()

function at(sorted, share) {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

/** In the page: adds up what moves without a key or a click, as browsers count it. */
function recordShifts() {
  window.shift = 0
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** In the page: puts a text into the field as a key does, and waits until its results are drawn. */
function typed({ text, waitMs }) {
  const input = document.querySelector('#query')
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  performance.clearResourceTimings()
  const began = performance.now()
  set.call(input, text)
  input.focus()
  input.dispatchEvent(new Event('input', { bubbles: true }))
  return new Promise((resolve) => {
    const look = () => {
      const answer = performance.getEntriesByType('resource').find(({ name, responseEnd }) => {
        const { pathname, searchParams } = new URL(name)
        return responseEnd > 0 && pathname.endsWith('/v1/search') && searchParams.get('q') === text
      })
      const isDrawn = document.querySelector('.search-results').getAttribute('aria-busy') === 'false'
      if (answer !== undefined && isDrawn) {
        requestAnimationFrame((now) => {
          const api = answer.responseEnd - answer.startTime
          resolve({ api, drawn: now - answer.responseEnd, total: now - began, beyond: now - began - api })
        })
      } else if (performance.now() - began > waitMs) resolve(undefined)
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** The search page in a real browser (Chromium, without its own download), over a real service. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type Test, t as whole } from 'tap'
import { type Service, type ServiceOptions, startService } from './service.ts'

/** Where Chromium is: `CHROMIUM`, or Debian's; undefined where there is none. */
const chromiumPath =
  process.env.CHROMIUM ??
  ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
    .map((folder) => join(folder, 'chromium'))
    .find(isProgram)

/**
 * For the tests of a browser, as `test(name, inBrowser, …)`: they are skipped where there is none, but not in continuous
 * integration, where they fail.
 */
export const inBrowser: { skip: string | false } = {
  skip:
    chromiumPath === undefined &&
    process.env.CI !== 'true' &&
    'no Chromium: install it (apt-get install chromium), or name it in CHROMIUM',
}

/** How the page is opened. */
export type PageOptions = ServiceOptions & {
  /** A service that listens already, or that of the file. Default: one of its own, made as the other options say. */
  service?: Service | (() => Promise<Service>)
  /** What is opened, from the address of the service. Default: `/`. */
  path?: string
  /** Language of the browser, and so of the interface. Default: English. */
  language?: 'it' | 'en'
  /** Default: light. */
  colorScheme?: 'light' | 'dark'
  /** Size of the window in pixels. Default: 1280 × 800. */
  viewport?: { width: number; height: number }
  /** Default: true. */
  javaScript?: boolean
  reducedMotion?: 'reduce' | 'no-preference'
  /** What the console may say, because the test provokes it: a refusal of the service, say. */
  expected?: RegExp
}

/** A page that is open. */
export type OpenedPage = Service & { page: Page; context: BrowserContext }

/**
 * Opens the page in a window of its own, with nothing kept from before, and closes it when `t` ends. The file fails if the
 * console has told of an error by then (broken rules of the content security policy are told there, too), if an error was
 * caught by nobody, or if another host was asked for anything.
 */
export async function openPage(t: Test, options: PageOptions = {}): Promise<OpenedPage> {
  const { service: given = () => startService(t, options) } = options
  const service = typeof given === 'function' ? await given() : given
  const { language = 'en', colorScheme = 'light', viewport = { width: 1280, height: 800 } } = options
  const browser = await openBrowser()
  const context = await browser.newContext({
    locale: language === 'it' ? 'it-IT' : 'en-GB',
    colorScheme,
    viewport,
    javaScriptEnabled: options.javaScript ?? true,
    reducedMotion: options.reducedMotion ?? 'no-preference',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const faults = listen(context, new URL(service.url).host, options.expected)
  t.teardown(async () => {
    await context.close()
    // `t` has ended by now, and takes no more assertions; the file has not.
    if (faults.length > 0) whole.fail(`${t.name}: the page has faults`, { faults })
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${service.url}${options.path ?? '/'}`)
  return { ...service, page, context }
}

/** A service for all tests of a file: started when the first of them opens a page, closed when the file ends. */
export function serviceOfFile(options: ServiceOptions = {}): () => Promise<Service> {
  let starting: Promise<Service> | undefined
  return () => {
    starting ??= startService(whole, options)
    return starting
  }
}

/** One for a test file: it is closed when the file ends. */
let browserOfFile: Promise<Browser> | undefined

function openBrowser(): Promise<Browser> {
  if (browserOfFile === undefined) {
    if (chromiumPath === undefined) throw new Error('No Chromium: install it, or name it in CHROMIUM.')
    const opening = chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
    whole.teardown(async () => (await opening).close())
    browserOfFile = opening
  }
  return browserOfFile
}

/** Collects what no page may do. */
function listen(context: BrowserContext, host: string, expected: RegExp | undefined): string[] {
  const faults: string[] = []
  const add = (fault: string): void => {
    if (expected?.test(fault) !== true) faults.push(fault)
  }
  context.on('console', (message) => {
    if (message.type() === 'error') add(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => add(`uncaught: ${String(error.error().stack)}`))
  context.on('request', (request) => {
    const { protocol, host: asked } = new URL(request.url())
    if (protocol.startsWith('http') && asked !== host) add(`another host was asked: ${request.url()}`)
  })
  return faults
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

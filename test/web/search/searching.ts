/** What tests of the search view have in common. */
import type { Page } from 'playwright-core'
import type { SearchResponse } from '../../../server/schemas/search.ts'

/** Waits until so many documents are said to be found, as "8 documents" or by a pattern. */
export async function told(page: Page, total: string | RegExp): Promise<void> {
  const pattern = typeof total === 'string' ? new RegExp(`^\\s*${total}$`) : total
  await page.locator('.total').filter({ hasText: pattern }).waitFor()
  await page.locator('.search-results[aria-busy=false]').waitFor()
}

/** The titles of the results, in their order. */
export function titles(page: Page): Promise<string[]> {
  return page.locator('.result-title').allInnerTexts()
}

/** The parameters of the address, without those that are not of the search. */
export function parameters(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams)
}

/** What the service answers to a search, without the page. */
export async function ask(url: string, query: string): Promise<SearchResponse> {
  const answer = await fetch(`${url}/v1/search?${query}`)
  if (!answer.ok) throw new Error(`${query} gave ${answer.status}`)
  return (await answer.json()) as SearchResponse
}

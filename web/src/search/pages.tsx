/** Going through the pages of results. */
import type { Search } from '../address.ts'
import { Link } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { pageNumbers } from './page-numbers.ts'
import { searchWords } from './words.ts'

/** The way to the pages before and after, to some further on and to the last; nothing where there is one page. */
export function Pages({ search, pages }: { search: Search; pages: number }) {
  const words = useWords(searchWords)
  const { language } = useSettings()
  const page = search.page ?? 1
  if (pages < 2) return null
  const to = (number: number) => ({
    view: { name: 'search' as const },
    search: { ...search, page: number === 1 ? undefined : number },
  })
  return (
    <nav class="pages no-print" aria-label={words.pages}>
      {page > 1 ? (
        <Link key="previous" class="button" rel="prev" to={to(page - 1)} onClick={toTheTop}>
          {words.previous}
        </Link>
      ) : (
        <span key="first" />
      )}
      <span key="of" class="soft pages-of unseen-but-on-phones">
        {words.ofPages(writtenNumber(page, language), writtenNumber(pages, language))}
      </span>
      <ol key="numbers" class="pages-numbers">
        {pageNumbers(page, pages).map((number, index) =>
          number === undefined ? (
            <li key={`gap ${index}`} class="soft" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={number}>
              <Link
                to={to(number)}
                onClick={toTheTop}
                aria-label={words.pageOf(writtenNumber(number, language))}
                aria-current={number === page ? 'page' : undefined}
              >
                {writtenNumber(number, language)}
              </Link>
            </li>
          ),
        )}
      </ol>
      {page < pages ? (
        <Link key="next" class="button" rel="next" to={to(page + 1)} onClick={toTheTop}>
          {words.next}
        </Link>
      ) : (
        <span key="last" />
      )}
    </nav>
  )
}

/** Reading goes on at the first result, for those too who do not see that the page has gone to its top. */
function toTheTop(): void {
  document.getElementById('results-title')?.focus({ preventScroll: true })
}

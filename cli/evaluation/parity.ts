/** How well each language finds what the other holds, compared with how well it finds its own. Pure. */
import type { Report } from './report.ts'

/** Of one language of queries. */
export type Parity = {
  lang: string
  /** Share of the own language's MRR that is left in the other: 1 is as good, 0 finds nothing. */
  share: number
}

/** The parity of each language that queries are in, over all their wordings. */
export function parityOf({ means }: Pick<Report, 'means'>): Parity[] {
  const langs = [...new Set(means.map(({ lang }) => lang))].sort()
  return langs.flatMap((lang) => {
    const sumOf = (mode: string): number =>
      means
        .filter((row) => row.lang === lang && row.mode === mode)
        .reduce((sum, { mrr, queries }) => sum + mrr * queries, 0)
    const [own, other] = [sumOf('own'), sumOf('other')]
    return own === 0 ? [] : [{ lang, share: Math.min(1, other / own) }]
  })
}

/** The parity in a line for people: each language, and the score, which is that of the weaker one. */
export function parityLine(parities: readonly Parity[]): string {
  if (parities.length === 0) return 'Parity: nothing was found, so there is nothing to compare.'
  const each = parities.map(({ lang, share }) => `${lang} ${share.toFixed(3)}`).join(', ')
  const score = Math.min(...parities.map(({ share }) => share))
  return `Parity (MRR in the other language, as a share of that in the own): ${each}. Score: ${score.toFixed(3)}. Words that were learned from these translations take part; LEARN=off indexes without.`
}

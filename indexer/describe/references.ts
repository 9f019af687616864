/** The acts and standards that a document refers to, each counted once whatever its spelling. */

import type { ReferenceMention } from '../../language/references/reference.ts'
import { findReferences, surely } from '../../language/references/references.ts'
import type { Block, DocumentReference } from '../document.ts'

/** What is kept of a document; the rest is still found by its words. */
const MAX_REFERENCES = 50
const MAX_ARTICLES = 50

/** The references of a document, those named most often first. */
export function describeReferences(title: string, blocks: readonly Block[]): DocumentReference[] {
  const mentions: ReferenceMention[] = []
  for (const text of [title, ...blocks.map(({ text }) => text)]) {
    for (const mention of findReferences(text)) mentions.push(mention)
  }
  const known = new Set(mentions.flatMap(({ id, isAmbiguous }) => (isAmbiguous === true ? [] : [id])))
  const byId = new Map<string, { count: number; articles: Set<string> }>()
  for (const { id, article } of surely(mentions, (id) => known.has(id))) {
    const entry = byId.get(id) ?? { count: 0, articles: new Set() }
    byId.set(id, entry)
    entry.count += 1
    if (article !== undefined) entry.articles.add(id + article)
  }
  let articlesLeft = MAX_ARTICLES
  return [...byId]
    .sort(([a, { count: countA }], [b, { count: countB }]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MAX_REFERENCES)
    .map(([id, { count, articles }]) => {
      const kept = [...articles].slice(0, articlesLeft)
      articlesLeft -= kept.length
      return { id, articles: kept, count }
    })
}

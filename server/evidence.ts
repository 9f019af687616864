/** What speaks for a translation, in the language of whoever asks. Pure. */
import { readSeen } from '../language/bridge/seen.ts'
import type { LabelLanguage } from './topics.ts'

/** The evidence in a language. What people or thesauri have written stays as it is. */
export function evidenceIn(evidence: string, lang: LabelLanguage): string {
  const seen = lang === 'it' ? readSeen(evidence) : undefined
  if (seen === undefined) return evidence
  const { times, pairs, areFirst } = seen
  if (times === 1) return `vista una volta, nella coppia ${pairs}`
  return `vista ${times} volte, ${areFirst ? 'per prime nelle' : 'nelle'} coppie ${pairs}`
}

/** Things with their evidence in a language; those without any stay as they are. */
export function withEvidenceIn<T extends { evidence?: string }>(all: readonly T[], lang: LabelLanguage): T[] {
  return all.map((one) =>
    one.evidence === undefined ? one : { ...one, evidence: evidenceIn(one.evidence, lang) },
  )
}

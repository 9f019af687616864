/** What a refusal is called in plain words. Pure. */
import type { Refusal } from './uploads.ts'

type Words = {
  problems: Record<string, readonly string[]>
  unread: readonly string[]
  empty: readonly string[]
  noAnswer: readonly string[]
}

/** A problem in plain words: what happened, what to do, and what the service itself said where that says more. */
export type Told = { title: string; hint: string; said: string | undefined }

/** Files of formats that are not read; like the next, they are not sent at all. */
export const UNREAD: Refusal = { type: '#unread', title: '', detail: '' }
/** Files without content. */
export const EMPTY: Refusal = { type: '#empty', title: '', detail: '' }

/** Says a refusal in the words of the interface; one of a kind that is not known, in the service's. */
export function toldOf({ type, title, detail }: Refusal, words: Words): Told {
  const own: Record<string, readonly string[]> = {
    '#unread': words.unread,
    '#empty': words.empty,
    '#no-answer': words.noAnswer,
    '#timeout': words.noAnswer,
  }
  const known = own[type]
  if (known !== undefined) return { title: known[0] ?? '', hint: known[1] ?? '', said: undefined }
  const [plain, hint] = words.problems[type.replace('/problems/', '')] ?? []
  if (plain === undefined) return { title, hint: '', said: detail }
  return { title: plain, hint: hint ?? '', said: detail }
}

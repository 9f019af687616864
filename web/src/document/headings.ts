/** Headings of a text, as its passages carry them: where each begins, and the outline that they make. Pure. */

/** What is read of a passage: its id, its language and the headings above it, outermost first. */
type Headed = { id: string; lang: string; heading: readonly string[] }

/** A heading where it begins. */
export type Heading = {
  /** Of its element on the page. */
  id: string
  text: string
  lang: string
  /** 0 for the outermost. */
  depth: number
}

/** The headings that begin with a passage: those above it that are not above the passage before, outermost first. */
export function headingsAt(passage: Headed, before: Pick<Headed, 'heading'> | undefined): Heading[] {
  const { id, lang, heading } = passage
  const known = before?.heading ?? []
  const differs = heading.findIndex((text, depth) => text !== known[depth])
  if (differs === -1) return []
  return heading
    .slice(differs)
    .map((text, index) => ({ id: `heading-${id}-${differs + index}`, text, lang, depth: differs + index }))
}

/** All headings of a text, in its order. */
export function outlineOf(passages: readonly Headed[]): Heading[] {
  return passages.flatMap((passage, index) => headingsAt(passage, passages[index - 1]))
}

/** Breaks of the published API that are meant: named with their reason, so that nothing breaks unseen. Pure. */

/** A break that is meant: the sentence of the check, and why it has to be. */
export type IntendedBreak = { change: string; why: string }

/** What is wrong: breaks that nobody meant, and those that were meant and are none, or have no reason. */
export function objections(found: readonly string[], intended: readonly IntendedBreak[]): string[] {
  const meant = new Set(intended.map(({ change }) => change))
  const broken = new Set(found)
  return [
    ...[...broken]
      .filter((change) => !meant.has(change))
      .map(
        (change) =>
          `Breaks the published API: ${change}. CONTRIBUTING.md says what to do where it has to be.`,
      ),
    ...intended
      .filter(({ change }) => !broken.has(change))
      .map(({ change }) => `openapi/intended-breaks.json names what is no break: ${change}. Take it out.`),
    ...intended
      .filter(({ why }) => why.trim() === '')
      .map(({ change }) => `openapi/intended-breaks.json does not say why: ${change}.`),
  ]
}

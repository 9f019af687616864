/** What a key may do. Each scope allows what those before it allow. */

/** All scopes, least first: `search` reads, `index` writes documents, too, `admin` may do everything. */
export const SCOPES = ['search', 'index', 'admin'] as const

/** What a key may be made for, or a route may ask for. */
export type Scope = (typeof SCOPES)[number]

/** Whether a key with the scopes `held` may do what `needed` stands for. */
export function allows(held: readonly Scope[], needed: Scope): boolean {
  return held.some((scope) => SCOPES.indexOf(scope) >= SCOPES.indexOf(needed))
}

/** The scopes that a key may have to do what `needed` stands for, in words: `index or admin`. */
export function scopesFor(needed: Scope): string {
  return SCOPES.slice(SCOPES.indexOf(needed)).join(' or ')
}

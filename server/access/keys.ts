/**
 * Keys: what is stored of one, how it is made and how a given one is held against those stored. A secret is 256 random
 * bits, so its SHA-256 needs neither salt nor stretching. Pure but for the random bits; key-file.ts keeps them.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Static, Type } from 'typebox'
import { KeyError } from './errors.ts'
import { SCOPES, type Scope } from './scopes.ts'

const Time = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' })

/** A key as it is stored. Times are ISO 8601, UTC; null means never. */
export const StoredKey = Type.Object({
  id: Type.String({ pattern: '^[0-9a-f]{8}$' }),
  label: Type.String({ minLength: 1, maxLength: 64 }),
  /** Of the whole secret, in hexadecimal figures. */
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  scopes: Type.Array(Type.Enum(SCOPES), { minItems: 1 }),
  createdAt: Time,
  expiresAt: Type.Union([Time, Type.Null()]),
  lastUsedAt: Type.Union([Time, Type.Null()]),
})
export type StoredKey = Static<typeof StoredKey>

/** What is to be made. */
export type KeyWish = {
  label: string
  scopes: readonly Scope[]
  /** Null: never. */
  expiresAt: Date | null
}

/** Most keys that one service has. Each request with a key is held against all of them. */
const MAX_KEYS = 1000
const SECRET_BYTES = 32

/**
 * Makes a key beside those that exist, with its secret, which is nowhere else.
 *
 * @throws {KeyError} `KEY_REFUSED` if the label is taken or cannot be one, or there are too many keys
 */
export function createKey(
  { label, scopes, expiresAt }: KeyWish,
  existing: readonly StoredKey[],
  now: Date,
): { key: StoredKey; secret: string } {
  if (!/^[^\p{C}]{1,64}$/u.test(label) || label.trim() !== label) {
    throw new KeyError(
      'KEY_REFUSED',
      'A label has 1 to 64 characters that can be seen, with no space around them.',
    )
  }
  if (/^[0-9a-f]{8}$/.test(label)) {
    throw new KeyError('KEY_REFUSED', `The label "${label}" looks like the id of a key. Use a name.`)
  }
  if (existing.some((key) => key.label === label)) {
    throw new KeyError(
      'KEY_REFUSED',
      `There is a key with the label "${label}" already. Use another label, or remove it first: bifora keys remove "${label}"`,
    )
  }
  if (existing.length >= MAX_KEYS) {
    throw new KeyError('KEY_REFUSED', `There are ${MAX_KEYS} keys, which is the most. Remove some first.`)
  }
  const secret = `bif_${randomBytes(SECRET_BYTES).toString('base64url')}`
  const key = {
    id: freeId(existing),
    label,
    sha256: hashOf(secret).toString('hex'),
    scopes: SCOPES.filter((scope) => scopes.includes(scope)),
    createdAt: now.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: null,
  }
  return { key, secret }
}

/**
 * The key that an id or a label names.
 *
 * @throws {KeyError} `KEY_UNKNOWN` with those that there are
 */
export function findKey(keys: readonly StoredKey[], idOrLabel: string): StoredKey {
  const found = keys.find(({ id, label }) => id === idOrLabel || label === idOrLabel)
  if (found !== undefined) return found
  const labels = keys.map(({ label }) => `"${label}"`).join(', ')
  throw new KeyError(
    'KEY_UNKNOWN',
    `There is no key with the id or label "${idOrLabel}". ${labels === '' ? 'There are none.' : `There are: ${labels}.`}`,
  )
}

/** The keys with the times of their last use, in milliseconds by id; the later time stays. */
export function withLastUse(
  keys: readonly StoredKey[],
  usedMs: ReadonlyMap<string, number>,
): readonly StoredKey[] {
  return keys.map((key) => {
    const lastMs = usedMs.get(key.id) ?? 0
    const isLater = lastMs > Date.parse(key.lastUsedAt ?? '1970-01-01')
    return isLater ? { ...key, lastUsedAt: new Date(lastMs).toISOString() } : key
  })
}

/** What a given secret turned out to be. */
export type Verdict =
  | { is: 'absent' }
  | { is: 'valid'; key: StoredKey }
  | { is: 'expired'; key: StoredKey }
  | { is: 'unknown' }

/** Holds a secret against the stored keys; takes as long whichever of them it is, or none. */
export function verify(secret: string | undefined, keys: readonly StoredKey[], nowMs: number): Verdict {
  if (secret === undefined) return { is: 'absent' }
  const hash = hashOf(secret)
  let found: StoredKey | undefined
  for (const key of keys) {
    if (timingSafeEqual(hash, Buffer.from(key.sha256, 'hex'))) found = key
  }
  if (found === undefined) return { is: 'unknown' }
  const isExpired = found.expiresAt !== null && Date.parse(found.expiresAt) <= nowMs
  return { is: isExpired ? 'expired' : 'valid', key: found }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

function freeId(existing: readonly StoredKey[]): string {
  for (;;) {
    const id = randomBytes(4).toString('hex')
    if (!existing.some((key) => key.id === id)) return id
  }
}

/** Ways in which files come to harm, each with random choices that a seed repeats. */
import type { Random } from '../../bench/random.ts'

/** A file as people have it. */
export type SomeFile = { path: string; bytes: Buffer }

type Way = (file: SomeFile, others: readonly SomeFile[], random: Random) => SomeFile

const WAYS: Readonly<Record<string, Way>> = {
  truncated: ({ path, bytes }, _, random) => ({
    path,
    bytes: bytes.subarray(0, random.below(bytes.length + 1)),
  }),
  'with bits flipped': ({ path, bytes }, _, random) => {
    const flipped = Buffer.from(bytes)
    for (let times = random.below(30); times >= 0 && flipped.length > 0; times--) {
      const at = random.below(flipped.length)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8))
    }
    return { path, bytes: flipped }
  },
  'renamed to another format': ({ path, bytes }, others, random) => {
    const [extension = ''] = /\.[^./]+$/.exec(random.pick(others).path) ?? []
    return { path: path.replace(/\.[^./]+$/, extension), bytes }
  },
  'with another one behind it': ({ path, bytes }, others, random) => {
    return { path, bytes: Buffer.concat([bytes, random.pick(others).bytes]) }
  },
  'with another one in the middle': ({ path, bytes }, others, random) => {
    const at = random.below(bytes.length + 1)
    return {
      path,
      bytes: Buffer.concat([bytes.subarray(0, at), random.pick(others).bytes, bytes.subarray(at)]),
    }
  },
  'with zeros in the middle': ({ path, bytes }, _, random) => {
    const start = random.below(bytes.length + 1)
    return {
      path,
      bytes: Buffer.from(bytes).fill(0, start, Math.min(bytes.length, start + 1 + random.below(600))),
    }
  },
  'with a part missing': ({ path, bytes }, _, random) => {
    const start = random.below(bytes.length + 1)
    return {
      path,
      bytes: Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + 1 + random.below(300))]),
    }
  },
  'twice in one file': ({ path, bytes }) => ({ path, bytes: Buffer.concat([bytes, bytes]) }),
  'with noise instead of its end': ({ path, bytes }, _, random) => {
    const start = random.below(bytes.length + 1)
    const noise = Buffer.from(Array.from({ length: bytes.length - start }, () => random.below(256)))
    return { path, bytes: Buffer.concat([bytes.subarray(0, start), noise]) }
  },
}

/** A broken one of some files, and what happened to it. */
export function breakOne(files: readonly SomeFile[], random: Random): SomeFile & { how: string } {
  const file = random.pick(files)
  const [how, break_] = random.pick(Object.entries(WAYS))
  return { ...break_(file, files, random), how: `${file.path} ${how}` }
}

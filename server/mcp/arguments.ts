/** What an assistant gives to a tool → arguments of it, or what is wrong with them in words that it can go by. Pure. */
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { nearest } from '../nearest.ts'

/** Arguments as a tool takes them, or a sentence for each fault. */
export type ReadArguments = { valid: Record<string, unknown> } | { faults: string }

type Fault = ReturnType<typeof Value.Errors>[number]

/**
 * Reads arguments by the schema of a tool. Meant well: one value is a list of one, figures in quotation marks are a
 * number, and null, which some clients send for what is not given, is left out.
 */
export function readArguments(input: TSchema & { properties?: object }, given: unknown): ReadArguments {
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given)
  if (!isObject) return { faults: 'Arguments are a JSON object.' }
  const present = Object.entries(given).filter(([, value]) => value !== null)
  const value = Value.Convert(input, structuredClone(Object.fromEntries(present)))
  const found = Value.Errors(input, value)
  if (found.length === 0) return { valid: value as Record<string, unknown> }
  const known = Object.keys(input.properties ?? {})
  return { faults: [...new Set(found.flatMap((fault) => sentencesOf(fault, known)))].join(' ') }
}

function sentencesOf({ keyword, instancePath, params, message }: Fault, known: string[]): string[] {
  // Of a name that means nothing the list of all of them says more.
  if (keyword === 'boolean') return []
  const { requiredProperties, additionalProperties } = params as Record<string, string[] | undefined>
  if (requiredProperties) return requiredProperties.map((name) => `${name} is missing.`)
  if (additionalProperties) return additionalProperties.map((name) => unknown(name, known))
  return [`${instancePath.split('/')[1] ?? 'The object'} ${message}.`]
}

function unknown(name: string, known: string[]): string {
  const meant = nearest(name, known)
  const names = known.length === 0 ? 'There is none.' : `There are: ${known.join(', ')}.`
  return `There is no argument "${name.slice(0, 64)}".${meant === undefined ? '' : ` Did you mean "${meant}"?`} ${names}`
}

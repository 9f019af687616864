/** A schema in parts (`allOf`) → the same in one piece, so that it can be compared with one that never had parts. */
import type { Schema } from './breaking-schemas.ts'

/**
 * Puts objects together that `allOf` names. What else the parts say is left to the last that says it; a schema without
 * `allOf` stays as it is.
 *
 * @param resolve gives what a reference is to
 */
export function inOnePiece(schema: Schema, resolve: (schema: Schema) => Schema): Schema {
  const { allOf, ...own } = schema
  if (allOf === undefined) return schema
  const parts = [...allOf.map((part) => inOnePiece(resolve(part), resolve)), own]
  return {
    ...Object.assign({}, ...parts),
    ...(parts.some(({ properties }) => properties) && {
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
      required: [...new Set(parts.flatMap(({ required = [] }) => required))],
    }),
  }
}

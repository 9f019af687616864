/** Whether an answer is what the OpenAPI document of the service promises. */
import { Compile } from 'typebox/schema'
import type { App } from '../../server/app.ts'

type Responses = Record<string, { content?: Record<string, { schema: { contentSchema?: object } }> }>
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Document = { paths: Record<string, Partial<Record<Method, { responses: Responses }>>> }
type Errors = (body: unknown) => [isValid: boolean, errors: { instancePath: string; message: string }[]]

const compiled = new WeakMap<App, Map<string, Errors>>()

/**
 * What is wrong with the answer to a request, by its published schema; undefined if nothing is, or none is published. The
 * body of an answer of lines is the list of them.
 */
export function mismatch(
  app: App,
  url: string,
  answer: { status: number; type: string; body: unknown },
  method: Method = 'get',
): string | undefined {
  const document = app.swagger() as Document
  const path = Object.keys(document.paths).find((template) => isAt(template, url.split('?')[0] ?? ''))
  const responses = document.paths[path ?? '']?.[method]?.responses
  if (responses === undefined) return undefined
  const { status, type, body } = answer
  const content = responses[status]?.content
  const published = content?.[type]?.schema
  if (published === undefined) return `${status} as ${type} is not published for ${path}`
  const schema = published.contentSchema ?? published
  const ofApp = compiled.get(app) ?? new Map<string, Errors>()
  compiled.set(app, ofApp)
  const key = `${method} ${path} ${status} ${type}`
  const errorsOf = ofApp.get(key) ?? compile(document, schema)
  ofApp.set(key, errorsOf)
  const [isValid, errors] = errorsOf(body)
  return isValid
    ? undefined
    : errors.map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ')
}

/** References lead into the document, so the schema is checked as a part of it. */
function compile(document: Document, schema: object): Errors {
  const validator = Compile({ ...document, ...schema })
  return (body) => validator.Errors(body)
}

/** Whether an address is one of a template's, as `/v1/documents/{id}`. */
function isAt(template: string, path: string): boolean {
  const parts = path.split('/')
  const wanted = template.split('/')
  return (
    wanted.length === parts.length &&
    wanted.every((part, index) => part === parts[index] || part.startsWith('{'))
  )
}

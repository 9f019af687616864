/** A body of JSON lines, as values, one by one. */

/**
 * The lines of a body, each parsed. Ends the request when the caller stops reading.
 *
 * @throws {SyntaxError} if a line is no JSON; whatever the connection fails with
 */
export async function* jsonLines<T>(body: ReadableStream<Uint8Array>): AsyncGenerator<T, void, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      rest += decoder.decode(value, { stream: !done })
      const lines = rest.split('\n')
      rest = done ? '' : (lines.pop() ?? '')
      for (const line of lines) if (line !== '') yield JSON.parse(line)
      if (done) return
    }
  } finally {
    // The rest is not wanted: nothing is lost if it cannot be called off any more.
    await reader.cancel().catch(() => {})
  }
}

/** Headers for a collector as OpenTelemetry writes them in a variable: `name=value,name=value`, percent-encoded. Pure. */

/** The headers by name; undefined where the text is not as it should be, or a header could not be sent. */
export function tracingHeaders(text: string): Record<string, string> | undefined {
  const given = text.split(',').map((one) => one.trim())
  const pairs = given.map((one) => /^([^=]+)=(.*)$/.exec(one)?.slice(1) ?? [])
  try {
    return Object.fromEntries(
      new Headers(
        pairs.map(([name = '', value = '']): [string, string] => [
          name.trim(),
          decodeURIComponent(value.trim()),
        ]),
      ),
    )
  } catch {
    // Neither encoding nor name: whoever asked says what is allowed.
    return undefined
  }
}

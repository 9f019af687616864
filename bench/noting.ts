/** An engine that can be listened to: what is loaded through it is told on the way, and arrives as ever. */
import type { Engine } from '../engine/engine.ts'

/**
 * An engine like `engine` that tells every batch of records before it passes it on.
 *
 * @param note given the name of the index and the records, a JSON object a line
 */
export function noteBatches(engine: Engine, note: (index: string, body: string) => Promise<void>): Engine {
  const client = (): ReturnType<Engine['client']> => {
    const real = engine.client()
    return withMethods(real, {
      index: (uid) => {
        const index = real.index(uid)
        return withMethods(index, {
          addDocumentsFromString: (async (body, ...others) => {
            await note(uid, body)
            return index.addDocumentsFromString(body, ...others)
          }) as typeof index.addDocumentsFromString,
        })
      },
    } as Partial<typeof real>)
  }
  return { ...engine, client }
}

/** The same object with some methods replaced; the others run on the object itself, private fields and all. */
function withMethods<T extends object>(target: T, methods: Partial<T>): T {
  return new Proxy(target, {
    get: (_, name) => {
      const own: unknown = Reflect.get(methods, name)
      if (own !== undefined) return own
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

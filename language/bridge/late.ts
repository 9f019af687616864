/** A bridge that is built when it is first asked for something. */
import type { Bridge } from './bridge.ts'

/** The same as `build` gives, which is called at most once, and not at all where nothing is asked. */
export function lateBridge(build: () => Bridge): Bridge {
  let built: Bridge | undefined
  const bridge = (): Bridge => {
    built ??= build()
    return built
  }
  return {
    unitsAt: (...asked) => bridge().unitsAt(...asked),
    knows: (...asked) => bridge().knows(...asked),
    words: (lang) => bridge().words(lang),
    get rejections() {
      return bridge().rejections
    },
    get size() {
      return bridge().size
    },
  }
}

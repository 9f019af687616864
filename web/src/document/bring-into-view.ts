/** Going to a place in a long text. */

/** Frames in which a place that was far away is gone to anew. */
const FRAMES = 6
/** Windows from here within which a place is near: what lies between has been laid out. */
const NEAR = 1.5

/**
 * Scrolls to an element. What lies between gets its real height only as it comes near the window, so that what is far away
 * is gone to at once, and again until it stays where it is.
 */
export function bringIntoView(element: Element, block: 'start' | 'center'): void {
  const { top } = element.getBoundingClientRect()
  if (Math.abs(top) < NEAR * innerHeight) {
    element.scrollIntoView({ block })
    return
  }
  let left = FRAMES
  const go = () => {
    element.scrollIntoView({ block, behavior: 'instant' })
    left -= 1
    if (left > 0) requestAnimationFrame(go)
  }
  go()
}

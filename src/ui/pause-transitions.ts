/**
 * For the moment in which the theme changes: all colours change in the same frame, where those with a
 * transition would lag behind. What the device's own change has set off by now is brought to its end.
 */
export function pauseTransitions() {
  const { dataset } = document.documentElement
  dataset.themeChanges = ''
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish()
  }
  requestAnimationFrame(() => requestAnimationFrame(() => delete dataset.themeChanges))
}

/** How far up the box that scrolls may be. */
const farthest = 12;
/** Pages stop a little short of the end. */
const nearly = 4;

/** The box that scrolls this element up and down, whether or not it has anything to scroll yet. */
function scrollerOf(element: Element): Element | undefined {
  let box = element.parentElement;
  for (let i = 0; box && i < farthest; i += 1, box = box.parentElement) {
    const { overflowY } = getComputedStyle(box);
    if (overflowY === 'auto' || overflowY === 'scroll' || overflowY === 'overlay') return box;
  }
  return undefined;
}

/**
 * Draws marks in a list that shows its end, and leaves it showing its end: a chip under the newest message would
 * otherwise stand below the edge. A list the agent has scrolled up is left where it is.
 * @param host an element of the list; undefined where nothing new is drawn
 */
export function stayAtBottom(host: Element | undefined, draw: () => void): void {
  const box = host && scrollerOf(host);
  const wasAtEnd = box && box.scrollHeight - box.scrollTop - box.clientHeight <= nearly;
  draw();
  // A list that runs upwards (column-reverse) counts from its end and stays there by itself.
  if (box && wasAtEnd && box.scrollTop >= 0) box.scrollTop = box.scrollHeight;
}

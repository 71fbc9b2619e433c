import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const NEAR_END_PX = 160;

/**
 * Keep a list at its end while it grows, while pictures load and while the space for it changes, unless somebody scrolled
 * up. @returns what the list calls when it is scrolled
 */
export function useStickToEnd(box: RefObject<HTMLElement | null>, newestOwn: number | undefined): () => void {
  const isAtEnd = useRef(true);
  const lastTop = useRef(0);
  useLayoutEffect(() => {
    // One's own word is always shown, wherever one was reading.
    if (newestOwn !== undefined) isAtEnd.current = true;
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [box, newestOwn]);
  useEffect(() => {
    const element = box.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const stick = new ResizeObserver(() => isAtEnd.current && element.scrollTo({ top: element.scrollHeight }));
    stick.observe(element);
    stick.observe(content);
    return () => stick.disconnect();
  }, [box]);
  return () => {
    const { scrollTop, scrollHeight, clientHeight } = box.current!;
    // Growth moves the end away without moving the reader: only a scroll upwards is a wish to stay.
    if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) isAtEnd.current = true;
    else if (scrollTop < lastTop.current) isAtEnd.current = false;
    lastTop.current = scrollTop;
  };
}

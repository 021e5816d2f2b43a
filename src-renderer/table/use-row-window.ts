import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

const ROW_PX = 32;
const HEAD_PX = 32;
/** Rows beyond each edge, so that scrolling finds them there. */
const OVERSCAN = 8;

interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** Rows that are drawn: from `first` up to, not including, `last`. */
  readonly first: number;
  readonly last: number;
  /** Pixels of the rows left out above and below. */
  readonly before: number;
  readonly after: number;
}

/** Draws the rows in sight; the active one is brought there. */
export function useRowWindow(count: number, active: number): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ top: 0, height: 800 });
  const read = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    setAt((was) => {
      const top = Math.floor(box.scrollTop / ROW_PX) * ROW_PX; // one render a row, not a pixel
      return was.top === top && was.height === box.clientHeight ? was : { top, height: box.clientHeight };
    });
  }, []);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(read);
    observer.observe(box);
    return () => observer.disconnect();
  }, [read]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that comes or goes may move the active one out of sight
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const top = active * ROW_PX;
    const room = box.clientHeight - HEAD_PX;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW_PX > box.scrollTop + room) box.scrollTop = top + ROW_PX - room;
    else return;
    read();
  }, [active, count, read]);
  const first = Math.max(0, Math.min(Math.floor(at.top / ROW_PX) - OVERSCAN, count - 1));
  const last = Math.min(count, Math.ceil((at.top + at.height) / ROW_PX) + OVERSCAN);
  return { scroller, onScroll: read, first, last, before: first * ROW_PX, after: (count - last) * ROW_PX };
}

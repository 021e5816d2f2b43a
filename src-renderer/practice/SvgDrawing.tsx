import { useLayoutEffect, useRef } from 'react';
import type { Drawing } from '#engine';

/** A drawing of the engine's as elements of the page. It is read as XML: nothing in it can become anything else. */
export function SvgDrawing({ drawing }: { readonly drawing: Drawing }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { documentElement } = new DOMParser().parseFromString(drawing.svg, 'image/svg+xml');
    host.current?.replaceChildren(document.importNode(documentElement, true));
  }, [drawing]);
  return <div className="sheet-drawing" ref={host} />;
}

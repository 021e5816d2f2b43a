import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { useStudio } from '../../stores/studio.ts';
import { type CanvasView, detailAt, textScaleAt, type ViewStore } from '../view-store.ts';
import type { Scene } from './scene.ts';
import { isCrowded } from './use-drawn.ts';

const SETTLE_MS = 120;
const FADE_MS = 120;

/**
 * Keeps the level of detail once the camera rests, and, of a graph too large for elements everywhere, the part around the
 * view that has them.
 */
export function useDetail(root: RefObject<HTMLDivElement | null>, view: ViewStore, scene: () => Scene): void {
  const { platform, document } = useStudio();
  const store = useStoreApi();
  useEffect(() => {
    const { clock } = platform;
    let timer: number | null = null;
    let frame: number | null = null;
    let fading: number | null = null;
    let opened = true; // the first zoom of a document counts at once

    const fade = () => {
      const element = root.current;
      if (!element) return;
      element.dataset['fading'] = '';
      if (fading !== null) clock.clearTimeout(fading);
      fading = clock.setTimeout(() => {
        fading = null;
        delete element.dataset['fading'];
      }, FADE_MS);
    };
    const apply = (change: Partial<CanvasView>) => {
      const before = view.getState();
      if (change.detail !== undefined && change.detail !== before.detail) fade();
      view.setState(change);
      const { detail, textScale } = view.getState();
      root.current?.setAttribute('data-detail', detail);
      root.current?.style.setProperty('--text-scale', `${textScale}`);
    };
    const settle = () => {
      if (timer !== null) clock.clearTimeout(timer);
      timer = null;
      const zoom = store.getState().transform[2];
      const before = view.getState();
      const detail = detailAt(zoom, before.detail);
      const textScale = textScaleAt(zoom, detail);
      if (detail !== before.detail || textScale !== before.textScale) apply({ detail, textScale });
      look();
    };
    /** Half a view more on each side; anew when the view comes near its edge. */
    const look = () => {
      frame = null;
      const { detail, window } = view.getState();
      if (!isCrowded(scene()) || detail !== 'full') {
        if (window) view.setState({ window: null });
        return;
      }
      const {
        transform: [x, y, zoom],
        width,
        height,
      } = store.getState();
      const seen = { left: -x / zoom, top: -y / zoom, right: (width - x) / zoom, bottom: (height - y) / zoom };
      const [spareX, spareY] = [width / zoom / 8, height / zoom / 8];
      if (
        window &&
        window.left <= seen.left - spareX &&
        window.right >= seen.right + spareX &&
        window.top <= seen.top - spareY &&
        window.bottom >= seen.bottom + spareY &&
        window.right - window.left < (3 * width) / zoom
      )
        return;
      const [overX, overY] = [width / zoom / 2, height / zoom / 2];
      view.setState({
        window: {
          left: seen.left - overX,
          right: seen.right + overX,
          top: seen.top - overY,
          bottom: seen.bottom + overY,
        },
      });
    };
    apply({});
    const ends = [
      document.subscribe((state, before) => {
        if (state.opened !== before.opened) opened = true;
        if (state.document !== before.document) frame ??= clock.requestFrame(look);
      }),
      store.subscribe(({ transform, width, height }, before) => {
        if (transform === before.transform && width === before.width && height === before.height) return;
        frame ??= clock.requestFrame(look);
        if (transform[2] === before.transform[2]) return;
        if (timer !== null) clock.clearTimeout(timer);
        timer = clock.setTimeout(settle, opened ? 0 : SETTLE_MS);
        opened = false;
      }),
    ];
    return () => {
      if (timer !== null) clock.clearTimeout(timer);
      if (fading !== null) clock.clearTimeout(fading);
      if (frame !== null) clock.cancelFrame(frame);
      for (const end of ends) end();
    };
  }, [root, view, scene, platform, document, store]);
}

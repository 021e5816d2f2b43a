import { useReactFlow, useStoreApi } from '@xyflow/react';
import { Flame } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../stores/studio.ts';
import { useCanvas } from './canvas-context.ts';
import { watchColours } from './scene/colours.ts';
import { createFaces } from './scene/faces.ts';
import { fitMap, MAP, paintMap, viewOnMap } from './scene/paint-map.ts';
import type { Scene } from './scene/scene.ts';

const STEP = 0.25;

/** The whole graph in a corner, on a canvas: kinds of gates, or the size of their gradients. Dragging in it moves the view. */
export function CanvasMinimap({ scene }: { readonly scene: Scene }) {
  const { t } = useTranslation('canvas');
  const { platform } = useStudio();
  const { numbers } = useCanvas();
  const store = useStoreApi();
  const flow = useReactFlow();
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const [faces] = useState(createFaces);
  const [heat, setHeat] = useState(false);
  const latest = useRef({ scene, heat });
  const paintSoon = useRef<() => void>(() => undefined);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    let frame: number | null = null;
    const paint = () => {
      frame = null;
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      if (element.width !== MAP.width * ratio) {
        element.width = MAP.width * ratio;
        element.height = MAP.height * ratio;
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const shown = latest.current;
      const { shown: values } = numbers.getState();
      paintMap(context, palette.colours(), shown.scene, faces(shown.scene, values), values, shown.heat);
      follow();
    };
    const follow = () => {
      const { width, height, transform } = store.getState();
      const camera = { x: transform[0], y: transform[1], zoom: transform[2], width, height };
      const box = viewOnMap(latest.current.scene, camera);
      if (!view.current || !box) return;
      view.current.style.transform = `translate(${box.x}px, ${box.y}px)`;
      view.current.style.width = `${box.width}px`;
      view.current.style.height = `${box.height}px`;
    };
    const request = () => {
      frame ??= platform.clock.requestFrame(paint);
    };
    const palette = watchColours(element, request);
    paintSoon.current = request;
    const ends = [
      store.subscribe(({ transform, width, height }, before) => {
        if (transform !== before.transform || width !== before.width || height !== before.height) follow();
      }),
      numbers.subscribe(request),
    ];
    request();
    return () => {
      if (frame !== null) platform.clock.cancelFrame(frame);
      palette.stop();
      for (const end of ends) end();
    };
  }, [platform, numbers, store, faces]);
  useEffect(() => {
    latest.current = { scene, heat };
    paintSoon.current();
  }, [scene, heat]);

  const goTo = (event: PointerEvent<HTMLCanvasElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const map = fitMap(scene);
    if (!map) return;
    const at = { x: (event.clientX - left - map.x) / map.scale, y: (event.clientY - top - map.y) / map.scale };
    void flow.setCenter(at.x, at.y, { zoom: flow.getZoom() });
  };
  return (
    <section className="minimap" aria-label={t('minimap.label')}>
      <canvas
        ref={canvas}
        style={{ width: MAP.width, height: MAP.height }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
        }}
        onWheel={(event) => void flow.zoomTo(flow.getZoom() * (event.deltaY < 0 ? 1 + STEP : 1 / (1 + STEP)))}
      />
      <div ref={view} className="minimap-view" />
      <button
        type="button"
        className="minimap-heat"
        aria-pressed={heat}
        aria-label={t('minimap.heat')}
        title={t('minimap.heat')}
        onClick={() => setHeat(!heat)}
      >
        <Flame size={14} strokeWidth={1.5} aria-hidden="true" />
      </button>
    </section>
  );
}

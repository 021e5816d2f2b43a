import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { CanvasParts } from '../canvas-context.ts';
import type { FlowModel } from '../flow-types.ts';
import { publishCounters } from './counters.ts';
import type { Picture } from './painter.ts';
import { createSceneKeeper } from './scene.ts';
import { useDetail } from './use-detail.ts';
import { useDrawn } from './use-drawn.ts';
import { usePointing } from './use-pointing.ts';

/** Divides the model into what is painted and what stands as elements. */
export function useScene(root: RefObject<HTMLDivElement | null>, model: FlowModel, parts: CanvasParts): Picture {
  const [keep] = useState(createSceneKeeper);
  const scene = useMemo(() => keep(model), [keep, model]);
  const latest = useRef(scene);
  latest.current = scene;
  const [current] = useState(() => () => latest.current);
  useDetail(root, parts.view, current);
  usePointing(root, parts, current);
  useEffect(() => publishCounters(parts.counters), [parts]);
  const drawn = useDrawn(model, scene, parts);
  return useMemo(() => ({ scene, drawn }), [scene, drawn]);
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box of something drawn, in canvas coordinates. */
export function boxOf(drawn: {
  readonly position: { readonly x: number; readonly y: number };
  readonly width?: number;
  readonly height?: number;
}): Box {
  return { x: drawn.position.x, y: drawn.position.y, width: drawn.width ?? 0, height: drawn.height ?? 0 };
}

/** Points of a polyline in the unit square, y downwards. */
export type Stroke = readonly (readonly [number, number])[];

/** n points of an ellipse's arc from `from` to `to`, in eighths of a turn; 0 points right, 2 down. */
type Arc = readonly [cx: number, cy: number, rx: number, ry: number, from: number, to: number];

/** Strokes that draw each digit: polylines and arcs. */
export const DIGITS: readonly (readonly (Stroke | { readonly arc: Arc })[])[] = [
  [{ arc: [0.5, 0.5, 0.24, 0.36, 0, 8] }],
  [
    [
      [0.36, 0.26],
      [0.54, 0.14],
      [0.54, 0.86],
    ],
  ],
  [
    { arc: [0.5, 0.34, 0.22, 0.2, 4.4, 9] },
    [
      [0.65, 0.49],
      [0.28, 0.86],
      [0.74, 0.86],
    ],
  ],
  [{ arc: [0.48, 0.32, 0.21, 0.18, 4.6, 10] }, { arc: [0.48, 0.67, 0.24, 0.19, 6, 11.4] }],
  [
    [
      [0.62, 0.86],
      [0.62, 0.14],
      [0.26, 0.62],
      [0.78, 0.62],
    ],
  ],
  [
    [
      [0.72, 0.14],
      [0.34, 0.14],
      [0.32, 0.46],
    ],
    { arc: [0.49, 0.63, 0.24, 0.23, 5.4, 11.2] },
  ],
  [
    [
      [0.64, 0.14],
      [0.42, 0.34],
      [0.28, 0.64],
    ],
    { arc: [0.5, 0.65, 0.22, 0.21, 0, 8] },
  ],
  [
    [
      [0.26, 0.14],
      [0.74, 0.14],
      [0.44, 0.86],
    ],
  ],
  [{ arc: [0.5, 0.32, 0.19, 0.18, 0, 8] }, { arc: [0.5, 0.68, 0.23, 0.19, 0, 8] }],
  [
    { arc: [0.5, 0.35, 0.22, 0.21, 0, 8] },
    [
      [0.72, 0.36],
      [0.66, 0.64],
      [0.5, 0.86],
    ],
  ],
];

/** Words of the palette. */
export const palette = {
  placeholder: '',
} as const;

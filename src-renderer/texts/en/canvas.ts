/** Words of the canvas. */
export const canvas = {
  placeholder: '',
} as const;

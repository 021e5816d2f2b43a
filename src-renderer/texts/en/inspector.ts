/** Words of the inspector. */
export const inspector = {
  placeholder: '',
} as const;

import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds; renders again when that changes. */
function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Windows too narrow, at the size of their text, for three columns: palette as a rail, short title bar, one-line caption. */
export function useCompact(textSizePx = 12): boolean {
  return useMedia(`(max-width: ${Math.round((1199 * textSizePx) / 12)}px)`);
}

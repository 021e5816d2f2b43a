import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type RichValues, richText } from '../math/rich-text.ts';
import type { PlayerText, Say } from './say.ts';

export function useSay(): Say {
  const { t } = useTranslation('player');
  return useCallback(
    (key: PlayerText, values?: RichValues) =>
      richText((words) => t(key as 'caption.start', words as Record<string, unknown>), values),
    [t],
  );
}

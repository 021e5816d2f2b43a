import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type RichValues, richText } from '../math/rich-text.ts';
import { opNameByName } from '../texts/engine-texts.ts';
import type { PlayerText, Say } from './say.ts';

export function useSay(): Say {
  const { t } = useTranslation('player');
  return useCallback(
    (key: PlayerText, values?: RichValues) => {
      const op = values?.['op']; // captions name ops as the engine does, in English
      const told = typeof op === 'string' ? { ...values, op: opNameByName(t, op) } : values;
      return richText((words) => t(key as 'caption.start', words as Record<string, unknown>), told);
    },
    [t],
  );
}

import { useMemo } from 'react';
import { type Numbers, numbersOf } from '../lesson-format/numbers.ts';
import { useDocument } from '../stores/hooks.ts';

/** The numbers of the document as it stands, whatever the player shows of them. */
export function useNumbers(): Numbers {
  const document = useDocument((state) => state.document);
  return useMemo(() => numbersOf(document), [document]);
}

import { useMemo } from 'react';
import { type NodesById, nodesById } from './current-step.ts';
import { useDocument } from './hooks.ts';

/** The document's nodes by id. */
export function useNodesById(): NodesById {
  const document = useDocument((state) => state.document);
  return useMemo(() => nodesById(document), [document]);
}

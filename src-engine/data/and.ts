import { logicGate } from './logic-gate.ts';

export const and = logicGate(
  { id: 'and', name: 'AND', description: '1 where both inputs are 1; one straight line separates it.' },
  (a, b) => a & b,
);

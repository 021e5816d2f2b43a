import { logicGate } from './logic-gate.ts';

export const or = logicGate(
  { id: 'or', name: 'OR', description: '1 where an input is 1; one straight line separates it.' },
  (a, b) => a | b,
);

import { logicGate } from './logic-gate.ts';

export const xor = logicGate(
  { id: 'xor', name: 'XOR', description: '1 where the inputs differ; no straight line separates it.' },
  (a, b) => a ^ b,
);

import { fail } from '../errors/fail.ts';
import type { Graph } from '../graph/graph.ts';
import type { Adjustable } from './adjustable.ts';
import type { BatchProgram } from './batch-program.ts';
import type { Batches } from './batches.ts';
import { allFinite } from './forensics.ts';
import { addPenalty, boundIncoming, clipGradients, decayWeights, incomingWeights } from './penalties.ts';
import { copyOf, slotsByNode } from './reach.ts';
import type { TrainingSettings } from './settings.ts';
import type { Weights } from './snapshot.ts';

/** What a step moves: parameters, the optimizer's arrays, running statistics. */
export interface Updater {
  /** Live memory. */
  readonly parameters: Float64Array;
  /** Backward and one step after a training forward; says what, if anything, was not finite. */
  update(program: BatchProgram, controls: Adjustable, rate: number): 'gradients' | 'parameters' | null;
  /** Takes the last update back, once. */
  undo(): void;
  weights(): Weights;
  /** Throws `training.snapshot` where the sizes are others. */
  setWeights(from: Weights): void;
}

export function createUpdater(graph: Graph, settings: TrainingSettings, { flat, tracked }: Batches): Updater {
  const { definition: optimizer } = settings.optimizer;
  const units = incomingWeights(flat, slotsByNode(graph));
  const parameters = flat.start.slice();
  const gradients = new Float64Array(flat.size);
  const slots = optimizer.state.map(() => new Float64Array(flat.size));
  // What they were before the last update: numbers that are not finite are seen one forward later.
  const before = parameters.slice();
  const slotsBefore = slots.map((slot) => slot.slice());
  const call = { options: settings.optimizer.options, rate: 0, step: 0, decay: true };
  let updates = 0;
  let canUndo = false;

  return {
    parameters,
    update(program, controls, rate) {
      program.backward(gradients);
      addPenalty(controls, parameters, gradients, flat.decayEnd);
      if (!allFinite(gradients)) return 'gradients';
      if (controls.clipNorm !== null) clipGradients(gradients, controls.clipNorm);
      before.set(parameters);
      for (let index = 0; index < slots.length; index++) slotsBefore[index]!.set(slots[index]!);
      canUndo = true;
      call.options = controls.optimizer;
      call.rate = rate;
      call.step = ++updates;
      call.decay = true;
      if (flat.decayEnd > 0) optimizer.update(call, parameters, gradients, slots, 0, flat.decayEnd);
      call.decay = false;
      if (flat.decayEnd < flat.size) optimizer.update(call, parameters, gradients, slots, flat.decayEnd, flat.size);
      decayWeights(parameters, controls.weightDecay, flat.decayEnd);
      if (controls.maxNorm !== null) boundIncoming(parameters, units, controls.maxNorm);
      if (!allFinite(parameters)) return 'parameters';
      program.track();
      return null;
    },
    undo() {
      if (!canUndo) return;
      parameters.set(before);
      for (let index = 0; index < slots.length; index++) slots[index]!.set(slotsBefore[index]!);
      updates--;
      canUndo = false;
    },
    weights: () => ({
      parameters: parameters.slice(),
      optimizer: slots.map((slot) => slot.slice()),
      updates,
      tracked: copyOf(tracked),
    }),
    setWeights(from) {
      const sizes = [from.parameters, ...from.optimizer].map(({ length }) => length);
      if (sizes.some((size) => size !== flat.size) || from.optimizer.length !== slots.length)
        fail('training.snapshot', { detail: `it holds ${sizes[0]} numbers, the graph has ${flat.size}` });
      parameters.set(from.parameters);
      for (let index = 0; index < slots.length; index++) slots[index]!.set(from.optimizer[index]!);
      updates = from.updates;
      canUndo = false;
      for (const [node, lists] of tracked)
        for (const [name, list] of Object.entries(lists)) {
          const source = from.tracked[node]?.[name];
          for (let index = 0; index < list.length; index++) list[index] = source?.[index] ?? list[index]!;
        }
    },
  };
}

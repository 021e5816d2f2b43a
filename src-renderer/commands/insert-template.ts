import {
  type Attributes,
  type ChainruleDocument,
  graphProblems,
  groupPorts,
  type Inserted,
  insertTemplate,
  type Point,
  type TemplateDefinition,
} from '#engine';
import type { Studio } from '../stores/studio.ts';
import { opName } from '../texts/engine-texts.ts';
import { freePlace } from './free-place.ts';

/** A column of the grid: a gate and the room for its wires. */
const COLUMN = 248;
const HALF = { x: 60, y: 44 };
const GRID = 8;
/** A gate grows by this for each slot above two. */
const SLOT = 56;
/** Between the graph and what comes below it. */
const ROOM = 96;

export interface TemplateInsertion {
  readonly options?: Attributes;
  /** Middle of what comes first; behind the selected gate, or below the graph, when left out. */
  readonly at?: Point;
}

/**
 * Adds a template, closed, as one entry of the history and selects it. Without a place it goes behind the selected gate
 * and reads its output, where nobody does yet and the shapes fit; else below the graph, with leaves of its own.
 */
export function addTemplate(
  studio: Studio,
  template: TemplateDefinition,
  { options = {}, at }: TemplateInsertion = {},
) {
  const { document, session, canvas, translate } = studio;
  const before = document.getState().document;
  const { selectedNodes } = session.getState();
  const [selected = null] = selectedNodes.size === 1 ? selectedNodes : [];
  const source = at || selected === null ? null : sourceOf(before, selected);
  const centre = canvas.getState().port?.centre() ?? { x: 0, y: 0 };
  const beside =
    source === null ? null : behind(before, template, options, source, cornerOf(freePlace(before, selected, centre)));
  const added =
    beside ??
    insertTemplate(before, template, options, { at: at ? cornerOf(at) : (below(before) ?? cornerOf(centre)) });
  document.edit(translate('canvas:step.add', { name: opName(translate, template) }), () => added.graph);
  session.select([added.group]);
  if (!at) session.revealNode(added.group);
  return added;
}

/** Reading from the source; `null` where that brings problems which the graph did not have. */
function behind(
  before: ChainruleDocument,
  template: TemplateDefinition,
  options: Attributes,
  source: string,
  place: Point,
): Inserted<ChainruleDocument> | null {
  try {
    // The template's first column is the leaf it brings along otherwise.
    const at = { x: place.x - COLUMN, y: place.y };
    const added = insertTemplate(before, template, options, { at, inputs: [source] });
    const own = new Set(added.added);
    return graphProblems(added.graph).some(({ node }) => own.has(node ?? '')) ? null : added;
  } catch {
    return null; // the options do not go with what it would read
  }
}

/** The node whose value a gate gives, if nobody reads it and it is not what is differentiated. */
function sourceOf(document: ChainruleDocument, gate: string): string | null {
  const { nodes, groups, objective } = document;
  const own = groups.some(({ id }) => id === gate) ? (groupPorts(document, gate)?.output ?? null) : gate;
  if (own === null || own === objective || nodes.some(({ inputs }) => inputs.includes(own))) return null;
  return nodes.some(({ id }) => id === own) ? own : null;
}

/** Left edge of the graph, with room below it for the outline of an open group; `null` for a graph without places. */
function below({ nodes, groups }: ChainruleDocument): Point | null {
  const boxes = [...nodes, ...groups].flatMap(({ position, ...each }) => {
    const slots = 'inputs' in each ? each.inputs.length : 0;
    return position ? [{ x: position.x, bottom: position.y + 2 * HALF.y + SLOT * Math.max(0, slots - 2) }] : [];
  });
  if (boxes.length === 0) return null;
  const x = boxes.reduce((least, box) => Math.min(least, box.x), Number.POSITIVE_INFINITY);
  const bottom = boxes.reduce((most, box) => Math.max(most, box.bottom), Number.NEGATIVE_INFINITY);
  return { x: onGrid(x), y: onGrid(bottom + ROOM) };
}

/** Upper left corner of a gate with its middle there. */
const cornerOf = ({ x, y }: Point): Point => ({ x: onGrid(x - HALF.x), y: onGrid(y - HALF.y) });
const onGrid = (value: number) => Math.round(value / GRID) * GRID;

import type { Graph } from '../graph/graph.ts';
import type { GraphRequest, GraphResponse, Request, Sweep } from './messages.ts';
import type { TrainingRequest } from './training-messages.ts';

/** Points of one sweep, at most. */
const MAX_POINTS = 100_000;

type Fields = Readonly<Record<string, unknown>>;

/** A message that has the form of a request, or `null`. Numbers and texts inside a graph are checked when it is planned. */
export function readRequest(message: unknown): Exclude<Request, TrainingRequest> | null {
  if (!isRecord(message)) return null;
  const { type } = message;
  if (type === 'ping')
    return isCount(message['id']) ? (message as unknown as Extract<Request, { type: 'ping' }>) : null;
  if (!isCount(message['version'])) return null;
  const fits =
    (type === 'run' && isGraph(message['graph'])) ||
    (type === 'set-values' && isCount(message['base']) && isListOf(message['values'], isLeafValue)) ||
    type === 'check' ||
    (type === 'sweep' && isCount(message['id']) && isSweep(message['sweep']));
  return fits ? (message as unknown as GraphRequest) : null;
}

/** A message that has the form of a response, or `null`. */
export function readResponse(message: unknown): GraphResponse | null {
  if (!isRecord(message)) return null;
  const { type } = message;
  if (type === 'pong') return isCount(message['id']) ? (message as unknown as GraphResponse) : null;
  if (!isCount(message['version'])) return null;
  const fits =
    (type === 'ran' &&
      (message['layout'] === undefined || isLayout(message['layout'])) &&
      message['memory'] instanceof Float64Array &&
      isListOf(message['problems'], isProblem) &&
      isListOf(message['kinks'], isRecord) &&
      typeof message['durationMs'] === 'number') ||
    (type === 'checked' && isRecord(message['report']) && Array.isArray(message['report']['comparisons'])) ||
    (type === 'swept' && isCount(message['id']) && isListOf(message['values'], isNumber)) ||
    (type === 'failed' && isProblem(message['problem']));
  return fits ? (message as unknown as GraphResponse) : null;
}

/** The version a message names, whatever else is wrong with it. */
export function versionOf(message: unknown): number | null {
  const version = isRecord(message) ? message['version'] : undefined;
  return isCount(version) ? version : null;
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';
const isMissingOr = (value: unknown, test: (value: unknown) => boolean) => value === undefined || test(value);

function isListOf(value: unknown, test: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

function isGraph(value: unknown): value is Graph {
  return (
    isRecord(value) &&
    isListOf(value['nodes'], isNode) &&
    isListOf(value['groups'], isGroup) &&
    isMissingOr(value['objective'], isText)
  );
}

const isNode = (value: unknown) =>
  isRecord(value) &&
  isText(value['id']) &&
  isText(value['op']) &&
  isRecord(value['attrs']) &&
  isListOf(value['inputs'], (input) => input === null || isText(input)) &&
  isMissingOr(value['group'], isText);

const isGroup = (value: unknown) => isRecord(value) && isText(value['id']) && isMissingOr(value['group'], isText);

const isLeafValue = (value: unknown) => isRecord(value) && isText(value['node']) && value['value'] !== undefined;

const isSweep = (value: unknown): value is Sweep =>
  isRecord(value) &&
  isText(value['vary']) &&
  isText(value['observe']) &&
  isCount(value['index']) &&
  isListOf(value['at'], isNumber) &&
  (value['at'] as readonly number[]).length <= MAX_POINTS;

const isProblem = (value: unknown) => isRecord(value) && isText(value['code']) && isText(value['message']);

const isLayout = (value: unknown) =>
  isRecord(value) &&
  isNumber(value['objective']) &&
  isNumber(value['size']) &&
  isListOf(value['nodes'], isRecord) &&
  isListOf(value['edges'], isRecord) &&
  isListOf(value['groups'], isRecord) &&
  isListOf(value['backward'], isNumber);

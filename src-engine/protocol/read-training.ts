import type { TrainingRequest, TrainingResponse } from './training-messages.ts';

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isListOf = (value: unknown, test: (entry: unknown) => boolean) => Array.isArray(value) && value.every(test);
const isText = (value: unknown): value is string => typeof value === 'string';
const isMissingOr = (value: unknown, test: (value: unknown) => boolean) => value === undefined || test(value);
const isOneOf =
  (...words: readonly string[]) =>
  (value: unknown) =>
    words.includes(value as string);

const isAction = isOneOf('pause', 'resume', 'step', 'epoch', 'stop');
const isPart = isOneOf('train', 'validation', 'test');
const isStatus = isOneOf('running', 'paused', 'done', 'stopped', 'failed');

/** Whether a message speaks of training at all, well or badly. */
export function isTrainingMessage(message: unknown): message is Fields & { readonly type: string } {
  return (
    isRecord(message) &&
    isText(message['type']) &&
    (message['type'] === 'train' || message['type'].startsWith('train-'))
  );
}

/** A message that has the form of a request, or `null`. What the document says is checked when training is opened. */
export function readTrainingRequest(message: unknown): TrainingRequest | null {
  if (!isTrainingMessage(message) || !isCount(message['id'])) return null;
  const { type } = message;
  const fits =
    (type === 'train' && isStart(message['start'])) ||
    (type === 'train-control' && isAction(message['action'])) ||
    (type === 'train-adjust' && isAdjustment(message['adjustment']) && isMissingOr(message['epochs'], isCount)) ||
    type === 'train-credit' ||
    (type === 'train-probe' && isCount(message['query']) && isProbe(message['probe']));
  return fits ? (message as unknown as TrainingRequest) : null;
}

/** A message that has the form of a response, or `null`. */
export function readTrainingResponse(message: unknown): TrainingResponse | null {
  if (!isTrainingMessage(message) || !isCount(message['id'])) return null;
  const { type } = message;
  const fits =
    (type === 'train-started' && isListOf(message['parameters'], isRecord) && isRecord(message['rows'])) ||
    (type === 'train-progress' && isProgress(message['progress']) && isMissingOr(message['problem'], isProblem)) ||
    (type === 'train-probed' &&
      isCount(message['query']) &&
      (message['answer'] === null || isRecord(message['answer']))) ||
    (type === 'train-refused' && isProblem(message['problem']));
  return fits ? (message as unknown as TrainingResponse) : null;
}

const isStart = (value: unknown) =>
  isRecord(value) &&
  isRecord(value['document']) &&
  isListOf(value['document']['nodes'], isNode) &&
  isListOf(value['document']['groups'], isRecord) &&
  isMissingOr(value['document']['training'], isRecord) &&
  isMissingOr(value['document']['trained'], isRecord) &&
  isMissingOr(value['seed'], isCount) &&
  isMissingOr(value['epochs'], isCount) &&
  isMissingOr(value['files'], (files) =>
    isListOf(files, (file) => Array.isArray(file) && isText(file[0]) && file[1] instanceof Uint8Array),
  ) &&
  isMissingOr(value['snapshot'], isSnapshot);

const isNode = (value: unknown) =>
  isRecord(value) &&
  isText(value['id']) &&
  isText(value['op']) &&
  isRecord(value['attrs']) &&
  isListOf(value['inputs'], (input) => input === null || isText(input));

const isSnapshot = (value: unknown) =>
  isRecord(value) &&
  value['parameters'] instanceof Float64Array &&
  isListOf(value['optimizer'], (each) => each instanceof Float64Array) &&
  isListOf(value['history'], isRecord) &&
  isListOf(value['marks'], isRecord) &&
  Array.isArray(value['measured']) &&
  isRecord(value['tracked']) &&
  isRecord(value['adjusted']) &&
  [value['epoch'], value['step'], value['cursor'], value['updates']].every(isCount);

const isAdjustment = (value: unknown) =>
  isRecord(value) && Object.values(value).every((each) => each === null || typeof each === 'number');

const isProbe = (value: unknown) =>
  isRecord(value) &&
  ((value['kind'] === 'values' && value['features'] instanceof Float64Array && isListOf(value['observe'], isText)) ||
    (value['kind'] === 'classes' && isPart(value['part'])) ||
    value['kind'] === 'health');

const isProgress = (value: unknown) =>
  isRecord(value) &&
  isStatus(value['status']) &&
  isCount(value['epoch']) &&
  isListOf(value['history'], isRecord) &&
  value['parameters'] instanceof Float64Array;

const isProblem = (value: unknown) => isRecord(value) && isText(value['code']) && isText(value['message']);

import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAXIMUM_DOCUMENT_BYTES } from '../files/document-file.ts';
import type { DocumentFiles } from '../files/document-files.ts';
import { UserError } from '../files/file-error.ts';
import type { DocumentWindow } from '../windows/document-window.ts';
import { answerBridgeRequests } from './bridge-requests.ts';
import { type Answer, REQUESTS } from './channels.ts';
import { createRequests } from './requests.ts';
import { boolean, documentState, documentText, fileHandle, shortText } from './validators.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<Answer>;

const OWN_PAGE = { url: 'app://chainrule/index.html' };
const HANDLE = '01234567-89ab-4cde-8f01-23456789abcd';

function createGate() {
  const handlers = new Map<string, Handler>();
  const reports: string[] = [];
  const requests = createRequests<string>(
    { handle: (channel, handler) => void handlers.set(channel, handler as Handler) } as IpcMain,
    {
      ownOrigins: ['app://chainrule'],
      senderOf: (id) => (id === 1 ? 'window' : null),
      report: (problem) => void reports.push(problem),
    },
  );
  const send = (
    channel: string,
    args: readonly unknown[],
    event: object = { sender: { id: 1, mainFrame: OWN_PAGE }, senderFrame: OWN_PAGE },
  ) => {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`no handler for ${channel}`);
    return handler(event as IpcMainInvokeEvent, ...args);
  };
  return { requests, send, reports, handlers };
}

describe('a request', () => {
  test('reaches its handler with the window it came from and its checked arguments', async () => {
    const { requests, send } = createGate();
    requests.on('greet', [shortText, boolean], (sender, name, loud) => `${sender} ${name} ${loud}`);
    expect(await send('greet', ['Ada', true])).toEqual({ ok: true, value: 'window Ada true' });
  });

  const frame = (url: string) => ({ url });
  test.each([
    ['another page', { sender: { id: 1, mainFrame: frame('https://evil.example/') }, same: true }],
    [
      'a page whose address merely begins like ours',
      { sender: { id: 1, mainFrame: frame('app://chainrule.evil/index.html') }, same: true },
    ],
    ['a frame inside our page', { sender: { id: 1, mainFrame: OWN_PAGE }, senderFrame: frame(OWN_PAGE.url) }],
    ['a frame that is gone', { sender: { id: 1, mainFrame: OWN_PAGE }, senderFrame: null }],
    ['a window that is not ours', { sender: { id: 2, mainFrame: OWN_PAGE }, same: true }],
  ])(
    'from %s is refused unread',
    async (_name, {
      sender,
      same,
      senderFrame,
    }: { sender: { id: number; mainFrame: object }; same?: boolean; senderFrame?: object | null }) => {
      const { requests, send, reports } = createGate();
      let ran = false;
      requests.on('greet', [], () => {
        ran = true;
      });
      const answer = await send('greet', [], { sender, senderFrame: same ? sender.mainFrame : senderFrame });
      expect({ ran, ok: answer.ok, reports: reports.length }).toEqual({ ran: false, ok: false, reports: 1 });
    },
  );

  test('with too few, too many or wrong arguments is refused', async () => {
    const { requests, send } = createGate();
    requests.on('greet', [shortText], () => 'ran');
    for (const args of [[], ['a', 'b'], [1], [undefined], ['a', undefined]])
      expect(await send('greet', args)).toEqual({
        ok: false,
        message: 'The request was refused because it was malformed.',
      });
  });

  test('tells the window what the user can understand and keeps the rest to itself', async () => {
    const { requests, send, reports } = createGate();
    requests.on('full', [], () => {
      throw new UserError('The disk is full.');
    });
    requests.on('broken', [], () => {
      throw new TypeError('x is undefined at /home/ada/secret.ts');
    });
    expect(await send('full', [])).toEqual({ ok: false, message: 'The disk is full.' });
    expect(await send('broken', [])).toEqual({
      ok: false,
      message: 'Something went wrong inside Chainrule. Your document is still open.',
    });
    expect(reports).toEqual(['broken: x is undefined at /home/ada/secret.ts']);
  });
});

describe('validators', () => {
  test('a text is at most 64 MiB of UTF-8', () => {
    expect(documentText('∂')).toBe('∂');
    const third = 'x'.repeat(MAXIMUM_DOCUMENT_BYTES / 2);
    expect(documentText(third)).toBe(third);
    expect(() => documentText('∂'.repeat(MAXIMUM_DOCUMENT_BYTES / 3 + 1))).toThrow('longer than 64 MiB');
  });

  test('a handle is exactly what main issues', () => {
    expect(fileHandle(HANDLE)).toBe(HANDLE);
    for (const value of [
      `${HANDLE} `,
      HANDLE.toUpperCase(),
      '/etc/passwd',
      '',
      1,
      null,
      [HANDLE],
      { toString: () => HANDLE },
    ])
      expect(() => fileHandle(value)).toThrow('not a file handle');
  });

  test('a document state has its three keys and no other, and is copied', () => {
    const state = { title: 'a', edited: true, handle: null };
    expect(documentState(state)).toEqual(state);
    expect(documentState(state)).not.toBe(state);
    for (const value of [
      null,
      [],
      'x',
      {},
      { ...state, more: 1 },
      { ...state, title: 1 },
      { ...state, handle: 'x' },
      { ...state, title: 'x'.repeat(1001) },
      JSON.parse('{"__proto__": {"title": "a"}, "title": "a", "edited": true, "handle": null}'),
    ])
      expect(() => documentState(value)).toThrow();
  });
});

test('no payload on any channel makes main fail, touch a file without a handle, or change Object.prototype', async () => {
  const handlers = new Map<string, Handler>();
  const touched: unknown[][] = [];
  const files = new Proxy({} as DocumentFiles, {
    get:
      (_target, method) =>
      async (_window: unknown, ...args: unknown[]) =>
        void touched.push([method, ...args]),
  });
  const window = new Proxy({} as DocumentWindow, { get: () => async () => undefined });
  answerBridgeRequests(
    createRequests<DocumentWindow>(
      { handle: (channel, handler) => void handlers.set(channel, handler as Handler) } as IpcMain,
      { ownOrigins: ['app://chainrule'], senderOf: () => window, report: () => undefined },
    ),
    files,
  );
  expect([...handlers.keys()].sort()).toEqual(Object.values(REQUESTS).sort());

  const keysBefore = Object.getOwnPropertyNames(Object.prototype);
  const event = { sender: { id: 1, mainFrame: OWN_PAGE }, senderFrame: OWN_PAGE } as unknown as IpcMainInvokeEvent;
  const hostile = fc.oneof(
    fc.anything({ withNullPrototype: true, withTypedArray: true, withMap: true, withSet: true, withBigInt: true }),
    fc.constantFrom('/etc/passwd', '../x', '__proto__', HANDLE, '\0', JSON.parse('{"__proto__": {"x": 1}}')),
  );
  for (const [channel, handler] of handlers)
    await fc
      .assert(
        fc.asyncProperty(fc.array(hostile, { maxLength: 4 }), async (args: unknown[]) => {
          const answer = await handler(event, ...args);
          expect(typeof answer.ok).toBe('boolean');
        }),
        { numRuns: 1000, examples: [[[]], [[HANDLE]], [[HANDLE, 'text']]] },
      )
      .catch((error: unknown) => {
        throw new Error(`${channel}: ${String(error)}`);
      });
  for (const [method, first] of touched)
    if (method === 'save' || method === 'openRecent') expect(first).toMatch(/^[0-9a-f-]{36}$/);
  expect(touched.length).toBeGreaterThan(0);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(keysBefore);
});

// The built main process, run by Node with the stand-in for Electron; the page side of it is in launch-shell.ts.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Reply {
  readonly kind: 'reply';
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

interface Call {
  readonly kind: 'call';
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

type Message = Reply | Call | { readonly kind: 'boot' } | { readonly kind: 'quit' };

type PageCalls = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

export interface MainProcess {
  ask<T>(method: string, ...args: readonly unknown[]): Promise<T>;
  /** Standard output and error so far. */
  output(): string;
  /** Resolves when the process has ended, however it came about. */
  readonly ended: Promise<void>;
  kill(signal?: NodeJS.Signals): void;
}

export interface StartOptions {
  readonly entry: string;
  readonly args: readonly string[];
  readonly pageCalls: PageCalls;
}

export async function startMainProcess({ entry, args, pageCalls }: StartOptions): Promise<MainProcess> {
  const register = fileURLToPath(new URL('./register.mjs', import.meta.url));
  const child = fork(entry, args, {
    execArgv: ['--import', register],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '', ELECTRON_RENDERER_URL: '' },
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));

  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let askCount = 0;
  const booted = new Promise<void>((resolve, reject) => {
    child.on('message', (message: Message) => {
      if (message.kind === 'boot') resolve();
      else if (message.kind === 'reply') settle(waiting, message);
      else if (message.kind === 'call') void answerCall(child, pageCalls, message);
    });
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`the main process ended with code ${code}:\n${output}`)));
  });
  await booted;
  void ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`the main process has ended:\n${output}`));
    waiting.clear();
  });
  return {
    ask: <T>(method: string, ...askArgs: readonly unknown[]) =>
      new Promise<T>((resolve, reject) => {
        askCount += 1;
        waiting.set(askCount, { resolve: (value) => resolve(value as T), reject });
        child.send({ kind: 'ask', id: askCount, method, args: askArgs }, (error) => error && reject(error));
      }),
    output: () => output,
    ended,
    kill: (signal) => void child.kill(signal),
  };
}

function settle(
  waiting: Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>,
  { id, value, error }: Reply,
) {
  const entry = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) entry?.resolve(value);
  else entry?.reject(new Error(error));
}

async function answerCall(child: ChildProcess, pageCalls: PageCalls, { id, method, args }: Call) {
  const call = pageCalls[method] as ((...args: readonly unknown[]) => Promise<unknown>) | undefined;
  let reply: Reply;
  try {
    if (!call) throw new Error(`the harness knows no ${method}`);
    reply = { kind: 'reply', id, value: await call(...args) };
  } catch (error) {
    reply = { kind: 'reply', id, error: error instanceof Error ? error.message : String(error) };
  }
  if (child.connected) child.send(reply, () => undefined);
}

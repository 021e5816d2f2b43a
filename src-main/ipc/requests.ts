import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { UserError } from '../files/file-error.ts';
import { isOwnAddress } from '../security/origin.ts';
import type { Answer } from './channels.ts';
import { InvalidArgument, type Validator } from './validators.ts';

type Arguments<V extends readonly Validator<unknown>[]> = {
  readonly [I in keyof V]: V[I] extends Validator<infer T> ? T : never;
};

export interface RequestRegistry<Sender> {
  /** Registers the one handler of a channel. It runs only for a trusted sender and arguments that all validate. */
  on<const V extends readonly Validator<unknown>[]>(
    channel: string,
    validators: V,
    handler: (sender: Sender, ...args: Arguments<V>) => unknown,
  ): void;
}

export interface RequestRules<Sender> {
  readonly ownOrigins: readonly string[];
  /** The window that a page belongs to; `null` refuses the request. */
  readonly senderOf: (webContentsId: number) => Sender | null;
  /** Told about what no user can cause: a foreign frame, a malformed argument, an error of the program itself. */
  readonly report: (problem: string) => void;
}

/** The only gate from pages into main: main frame of an own window, own origin, exact number of valid arguments. */
export function createRequests<Sender>(
  ipcMain: Pick<IpcMain, 'handle'>,
  { ownOrigins, senderOf, report }: RequestRules<Sender>,
): RequestRegistry<Sender> {
  const trusted = (event: IpcMainInvokeEvent): Sender | null => {
    const frame = event.senderFrame;
    if (!frame || frame !== event.sender.mainFrame || !isOwnAddress(frame.url, ownOrigins)) return null;
    return senderOf(event.sender.id);
  };
  return {
    on(channel, validators, handler) {
      ipcMain.handle(channel, async (event, ...values: unknown[]): Promise<Answer> => {
        try {
          const sender = trusted(event);
          if (sender === null) throw new InvalidArgument('sent by a page that is not the program’s own');
          if (values.length !== validators.length) throw new InvalidArgument('wrong number of arguments');
          const args = validators.map((validate, index) => validate(values[index])) as Arguments<typeof validators>;
          return { ok: true, value: await handler(sender, ...args) };
        } catch (error) {
          if (error instanceof UserError) return { ok: false, message: error.message };
          report(`${channel}: ${error instanceof Error ? error.message : String(error)}`);
          const message =
            error instanceof InvalidArgument
              ? 'The request was refused because it was malformed.'
              : 'Something went wrong inside Chainrule. Your document is still open.';
          return { ok: false, message };
        }
      });
    },
  };
}

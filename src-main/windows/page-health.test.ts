import { EventEmitter } from 'node:events';
import type { Dialog } from 'electron';
import { describe, expect, test } from 'vitest';
import type { DocumentWindow } from './document-window.ts';
import { watchPageHealth } from './page-health.ts';

function create(answer: number) {
  const did: string[] = [];
  const clock = { nowMs: 0 };
  const webContents = Object.assign(new EventEmitter(), { reload: () => void did.push('reload') });
  const browserWindow = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => false });
  const window = { browserWindow, abandon: () => void did.push('abandon') } as unknown as DocumentWindow;
  const showMessageBox = async (_window: unknown, { message }: { message: string }) => {
    did.push(message);
    return { response: answer, checkboxChecked: false };
  };
  watchPageHealth(window, { showMessageBox } as unknown as Pick<Dialog, 'showMessageBox'>, () => clock.nowMs);
  const crash = async (reason = 'crashed') => {
    webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });
    await Promise.resolve();
    await Promise.resolve();
  };
  const hang = async () => {
    browserWindow.emit('unresponsive');
    await Promise.resolve();
    await Promise.resolve();
  };
  return { did, clock, crash, hang };
}

describe('a crashed page', () => {
  test.each(['crashed', 'oom', 'killed', 'memory-eviction'])('is loaded again (%s)', async (reason) => {
    const { did, crash } = create(0);
    await crash(reason);
    expect(did).toEqual(['reload']);
  });

  test('is asked about when it crashes for the third time within a minute', async () => {
    const { did, crash } = create(1);
    for (let times = 0; times < 3; times += 1) await crash();
    expect(did).toEqual(['reload', 'reload', 'This window keeps crashing.', 'abandon']);
  });

  test('is loaded again without a question when the crashes lie far apart', async () => {
    const { did, crash, clock } = create(1);
    for (let times = 0; times < 5; times += 1) {
      await crash();
      clock.nowMs += 40_000;
    }
    expect(did).toEqual(Array(5).fill('reload'));
  });

  test('that ended on purpose stays ended', async () => {
    const { did, crash } = create(0);
    await crash('clean-exit');
    expect(did).toEqual([]);
  });
});

test('a page that hangs is waited for or given up, as the user says', async () => {
  const patient = create(0);
  await patient.hang();
  expect(patient.did).toEqual(['This window does not respond.']);
  const impatient = create(1);
  await impatient.hang();
  expect(impatient.did).toEqual(['This window does not respond.', 'abandon']);
});

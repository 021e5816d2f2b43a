import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import { findElectron } from '../../src-main/host/electron-binary.ts';
import type { DesktopProgram } from '../shell/launch-shell.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export const ELECTRON_ABSENT =
  'Electron’s binary is not installed on this computer; "npx install-electron" fetches it, then this project runs too.';

export const electronProgramFile = () => findElectron(projectRoot);

export async function launchElectron(programRoot: string, userData: string): Promise<DesktopProgram> {
  const executablePath = electronProgramFile();
  if (executablePath === null) throw new Error(ELECTRON_ABSENT);
  const application = await _electron.launch({
    executablePath,
    args: [
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${userData}`,
      programRoot,
    ],
  });
  let output = '';
  application.process().stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const kill = async () => {
    const child = application.process();
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  return {
    firstWindow: () => application.firstWindow(),
    windows: () => application.windows().filter((page) => page.url() !== 'about:blank'),
    evaluate: (body, argument) =>
      application.evaluate(body as unknown as Parameters<typeof application.evaluate>[0], argument) as never,
    close: kill,
    kill,
    output: () => output,
  };
}

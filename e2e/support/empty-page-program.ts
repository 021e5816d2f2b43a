import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The built program with an empty page in its window, so that a test alone decides what the page asks of main. */
export async function copyWithEmptyPage(projectRoot: string, folder: string): Promise<string> {
  await mkdir(join(folder, 'out', 'renderer'), { recursive: true });
  await cp(join(projectRoot, 'package.json'), join(folder, 'package.json'));
  for (const part of ['main', 'preload'])
    await cp(join(projectRoot, 'out', part), join(folder, 'out', part), { recursive: true });
  const page = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chainrule</title></head></html>';
  await writeFile(join(folder, 'out', 'renderer', 'index.html'), page);
  await writeFile(join(folder, 'out', 'renderer', 'favicon.ico'), '');
  return folder;
}

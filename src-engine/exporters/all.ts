// Written by `npm run gen` from the files of this folder.
import type { Exporter } from './define.ts';
import { dot } from './dot.ts';
import { json } from './json.ts';
import { latex } from './latex.ts';
import { svg } from './svg.ts';

export const entries: readonly Exporter[] = [dot, json, latex, svg];

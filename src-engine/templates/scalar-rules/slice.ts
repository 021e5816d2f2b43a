import { viewRule } from './view.ts';

export const slice = viewRule('slice');

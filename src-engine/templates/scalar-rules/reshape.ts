import { viewRule } from './view.ts';

export const reshape = viewRule('reshape');

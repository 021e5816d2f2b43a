import { viewRule } from './view.ts';

export const transpose = viewRule('transpose');

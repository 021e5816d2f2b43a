import { viewRule } from './view.ts';

export const cat = viewRule('cat');

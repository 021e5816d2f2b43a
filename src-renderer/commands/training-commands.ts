import type { Studio } from '../stores/studio.ts';
import { isLive } from '../stores/training-store.ts';
import { type Command, defineCommand } from './command.ts';

const noTraining = ({ document }: Studio) => (document.getState().document.training ? null : 'why.noTraining');
const show = ({ session }: Studio) => session.setState({ panelTab: 'train' });

export const trainingCommands: readonly Command[] = [
  defineCommand({
    id: 'train.toggle',
    label: 'train.toggle',
    keywords: ['train', 'learn', 'start', 'pause', 'resume', 'fit'],
    unavailable: noTraining,
    run: (studio) => {
      show(studio);
      if (isLive(studio.training.getState())) studio.training.pause();
      else studio.training.start();
    },
  }),
  defineCommand({
    id: 'train.step',
    label: 'train.step',
    keywords: ['update', 'iteration', 'batch'],
    unavailable: noTraining,
    run: (studio) => {
      show(studio);
      studio.training.step();
    },
  }),
  defineCommand({
    id: 'train.epoch',
    label: 'train.epoch',
    keywords: ['pass', 'iteration'],
    unavailable: noTraining,
    run: (studio) => {
      show(studio);
      studio.training.epoch();
    },
  }),
  defineCommand({
    id: 'train.stop',
    label: 'train.stop',
    keywords: ['end', 'cancel', 'abort'],
    unavailable: ({ training }) => {
      const state = training.getState();
      return isLive(state) || state.status === 'paused' ? null : 'why.notTraining';
    },
    run: ({ training }) => training.stop(),
  }),
  defineCommand({
    id: 'train.reset',
    label: 'train.reset',
    keywords: ['weights', 'again', 'undo'],
    unavailable: ({ training }) => (training.canReset() ? null : 'why.notTrained'),
    run: ({ training }) => training.reset(),
  }),
];

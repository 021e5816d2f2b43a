import type { Studio } from '../stores/studio.ts';
import { type Command, defineCommand } from './command.ts';
import { reachOf, sameOp } from './reach.ts';

const noNodeSelected = ({ session }: Studio) =>
  session.getState().selectedNodes.size === 0 ? 'why.nothingSelected' : null;

const reach = (direction: 'upstream' | 'downstream', keys: string): Command =>
  defineCommand({
    id: `edit.select-${direction}`,
    label: `edit.select-${direction}`,
    keywords: direction === 'upstream' ? ['inputs', 'sources', 'ancestors'] : ['outputs', 'readers', 'descendants'],
    keys: [keys],
    unavailable: noNodeSelected,
    run: ({ document, session, translate }) => {
      const reached = reachOf(document.getState().document, session.getState().selectedNodes, direction);
      session.select(reached);
      session.notify(translate('commands:done.selected', { count: reached.size }));
    },
  });

export const selectionCommands: readonly Command[] = [
  reach('upstream', 'Shift+ArrowLeft'),
  reach('downstream', 'Shift+ArrowRight'),
  defineCommand({
    id: 'edit.select-same-op',
    label: 'edit.select-same-op',
    keywords: ['kind', 'similar', 'operation', 'type'],
    keys: ['Shift+Alt+I'],
    unavailable: noNodeSelected,
    run: ({ document, session, translate }) => {
      const same = sameOp(document.getState().document, session.getState().selectedNodes);
      session.select(same);
      session.notify(translate('commands:done.selected', { count: same.size }));
    },
  }),
];

import { defineCommand } from '../commands/command.ts';

/** Opens the popup where the pointer is, or in the middle of what is visible. */
export const quickAddCommand = defineCommand({
  id: 'graph.add-node',
  label: 'graph.add-node',
  keywords: ['insert', 'new', 'gate', 'op', 'expression'],
  keys: ['N', '/'],
  unavailable: ({ canvas }) => (canvas.getState().port ? null : 'why.noCanvas'),
  run: ({ session, canvas }) => {
    const at = session.getState().pointer ?? canvas.getState().port?.centre();
    if (at) session.setState({ quickAdd: { at } });
  },
});

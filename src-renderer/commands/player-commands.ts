import { formatNumber } from '../math/format-number.ts';
import { symbolOf } from '../math/symbols.ts';
import { SPEEDS } from '../stores/player-store.ts';
import { endOfRun } from '../stores/stops.ts';
import type { Studio } from '../stores/studio.ts';
import { firstNotFinite } from '../stores/updates.ts';
import { type Command, defineCommand } from './command.ts';

const noSteps = ({ player }: Studio) => (player.getState().stops.length === 0 ? 'why.noSteps' : null);
const atEnd = (studio: Studio) => {
  const { position, stops } = studio.player.getState();
  return noSteps(studio) ?? (position >= stops.length ? 'why.atEnd' : null);
};
const atStart = (studio: Studio) => noSteps(studio) ?? (studio.player.getState().position === 0 ? 'why.atStart' : null);
const noUpdates = ({ player }: Studio) => {
  const { stops, position } = player.getState();
  const end = endOfRun(stops);
  if (end === stops.length) return 'why.noUpdates';
  return position < end ? 'why.notBackYet' : null;
};
/** The one node selected; merged gates are none. */
const selectedNode = ({ session, document }: Studio) => {
  const [id, ...others] = session.getState().selectedNodes;
  if (others.length > 0) return undefined;
  return document.getState().document.nodes.find((node) => node.id === id);
};
const nextSpeed = ({ player }: Studio, by: 1 | -1) => SPEEDS[SPEEDS.indexOf(player.getState().speed) + by];

export const playerCommands: readonly Command[] = [
  defineCommand({
    id: 'player.toggle',
    label: 'player.toggle',
    keywords: ['run', 'animate', 'stop'],
    keys: ['P'],
    unavailable: noSteps,
    run: ({ player }) => (player.getState().playing ? player.pause() : player.play()),
  }),
  defineCommand({
    id: 'player.next',
    label: 'player.next',
    keywords: ['step', 'forward'],
    keys: ['ArrowRight', '.'],
    repeats: true,
    unavailable: atEnd,
    run: ({ player }) => player.step(1),
  }),
  defineCommand({
    id: 'player.previous',
    label: 'player.previous',
    keywords: ['step', 'back'],
    keys: ['ArrowLeft', ','],
    repeats: true,
    unavailable: atStart,
    run: ({ player }) => player.step(-1),
  }),
  defineCommand({
    id: 'player.next-phase',
    label: 'player.next-phase',
    keywords: ['forward', 'loss', 'backward'],
    keys: ['PageDown'],
    unavailable: atEnd,
    run: ({ player }) => player.stepPhase(1),
  }),
  defineCommand({
    id: 'player.previous-phase',
    label: 'player.previous-phase',
    keywords: ['forward', 'loss', 'backward'],
    keys: ['PageUp'],
    unavailable: atStart,
    run: ({ player }) => player.stepPhase(-1),
  }),
  defineCommand({
    id: 'player.start',
    label: 'player.start',
    keywords: ['begin', 'reset', 'rewind'],
    keys: ['Home'],
    unavailable: noSteps,
    run: ({ player }) => player.seek(0),
  }),
  defineCommand({
    id: 'player.end',
    label: 'player.end',
    keywords: ['finish', 'all'],
    keys: ['End'],
    unavailable: noSteps,
    run: ({ player }) => {
      const { stops, position } = player.getState();
      const end = endOfRun(stops);
      player.seek(position < end ? end : stops.length);
    },
  }),
  defineCommand({
    id: 'player.apply',
    label: 'player.apply',
    keywords: ['update', 'train', 'gradient descent', 'step', 'iteration', 'learning rate'],
    keys: ['Shift+U'],
    unavailable: noUpdates,
    run: ({ player, run, document, session, translate }) => {
      const { rate, stops } = player.getState();
      if (player.applyUpdates(translate('player:apply.edit', { rate: formatNumber(rate) }))) return;
      const { result } = run.getState();
      const parameters = stops.flatMap(({ parameter }) => parameter ?? []);
      const id = result && firstNotFinite(result, parameters, rate);
      const node = document.getState().document.nodes.find((each) => each.id === id);
      const name = node ? symbolOf(node).text : `${id}`;
      session.notify(translate('player:apply.refused', { rate: formatNumber(rate), name }), 'refusal');
    },
  }),
  defineCommand({
    id: 'player.breakpoint',
    label: 'player.breakpoint',
    keywords: ['pause', 'halt', 'stop', 'debug'],
    keys: ['F9'],
    unavailable: (studio) => (selectedNode(studio) ? null : 'why.selectOneNode'),
    run: (studio) => {
      const node = selectedNode(studio);
      if (!node) return;
      const { player, session, translate } = studio;
      player.toggleBreakpoint(node.id);
      const on = player.getState().breakpoints.has(node.id);
      const name = symbolOf(node).text;
      session.notify(translate(on ? 'player:breakpoint.on' : 'player:breakpoint.off', { name }));
    },
  }),
  defineCommand({
    id: 'player.faster',
    label: 'player.faster',
    keywords: ['speed'],
    unavailable: (studio) => (nextSpeed(studio, 1) === undefined ? 'why.fastest' : null),
    run: (studio) => studio.player.setSpeed(nextSpeed(studio, 1) ?? studio.player.getState().speed),
  }),
  defineCommand({
    id: 'player.slower',
    label: 'player.slower',
    keywords: ['speed'],
    unavailable: (studio) => (nextSpeed(studio, -1) === undefined ? 'why.slowest' : null),
    run: (studio) => studio.player.setSpeed(nextSpeed(studio, -1) ?? studio.player.getState().speed),
  }),
  defineCommand({
    id: 'player.granularity',
    label: 'player.granularity',
    keywords: ['steps', 'edges', 'wires'],
    run: ({ player }) => player.setGranularity(player.getState().granularity === 'edge' ? 'node' : 'edge'),
  }),
];

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownNumbers } from '../stores/shown.ts';
import { useCanvas, useNumbers } from './canvas-context.ts';
import { currentWire } from './current.ts';
import { type NumberFace, numberFace, numberKey } from './NumberText.tsx';

/** Branches shown one by one; of more, the first and the last of these are. */
const MOST_SLOTS = 6;
const SLOT_CH = 7;

/** The sum at a fork, filling as contributions arrive; its total stays a dash until the last has. */
export function ForkTray({ node, side }: { readonly node: string; readonly side: 'above' | 'below' }) {
  const { t } = useTranslation('canvas');
  const { actions } = useCanvas();
  const keys = useNumbers((shown) => trayKeys(shown, node));
  if (keys.length < 3) return null;
  const total = numberFace(keys[0]!);
  const slots = keys.slice(1).map((key) => {
    const [branch = '', ...face] = key.split('\t');
    const [target = '', slot = '', current = ''] = branch.split(':');
    return { target, slot: Number(slot), current: current === 'now', face: numberFace(face.join('\t')) };
  });
  const hidden = Math.max(0, slots.length - MOST_SLOTS);
  const drawn = hidden === 0 ? slots : [...slots.slice(0, MOST_SLOTS - 1), slots.at(-1)!];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a sum is no set of fields
    <div className={`fork-tray is-${side}`} role="group" aria-label={t('fork.label', { count: slots.length, node })}>
      <span className="math fork-sign">Σ</span>
      {drawn.map((slot, index) => (
        <Fragment key={`${slot.target}:${slot.slot}`}>
          {index === 0 ? null : <span className="fork-sign">+</span>}
          {hidden > 0 && index === drawn.length - 1 ? (
            <span className="fork-more">{t('fork.more', { count: hidden })} +</span>
          ) : null}
          <button
            type="button"
            tabIndex={-1}
            className={`fork-slot nodrag ${slot.face.tone === 'none' ? 'is-waiting' : ''} ${slot.current ? 'is-current' : ''} tone-${slot.face.tone}`}
            title={slot.face.exact === '' ? undefined : slot.face.exact}
            onPointerEnter={() => actions.hoverWire({ target: slot.target, slot: slot.slot })}
            onPointerLeave={() => actions.hoverWire(null)}
          >
            {slot.face.text}
          </button>
        </Fragment>
      ))}
      <span className="fork-sign">=</span>
      <Total face={total} />
    </div>
  );
}

function Total({ face }: { readonly face: NumberFace }) {
  return (
    <span
      className={`fork-slot fork-total ${face.tone === 'none' ? 'is-waiting' : ''} tone-${face.tone}`}
      title={face.exact === '' ? undefined : face.exact}
    >
      {face.text}
    </span>
  );
}

/** The total, then each branch, as texts that compare by identity. Nothing before the backward pass. */
function trayKeys(shown: ShownNumbers, node: string): string[] {
  const objective = shown.result?.objective ?? null;
  if (objective === null || shown.grad(objective) === null) return [];
  const now = currentWire(shown);
  return [
    numberKey(shown.grad(node), 'gradient', SLOT_CH),
    ...shown.branches(node).map(({ target, slot, contribution }) => {
      const current = now?.target === target && now.slot === slot ? 'now' : '';
      return `${target}:${slot}:${current}\t${numberKey(contribution, 'gradient', SLOT_CH)}`;
    }),
  ];
}

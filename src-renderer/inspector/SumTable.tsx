import { useTranslation } from 'react-i18next';
import type { GraphNode } from '#engine';
import { Quantity } from '../math/Quantity.tsx';
import { RichText } from '../math/RichText.tsx';
import { useShownNumbers } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { useGradient } from './NumberRows.tsx';
import { symbolPart, useOrdinal, useSay } from './words.ts';

interface SumTableProps {
  readonly source: GraphNode;
  /** The branch spoken of. */
  readonly current: { readonly target: string; readonly slot: number };
}

/** The contributions that meet at a node, one row a branch, and their total once all have arrived. */
export function SumTable({ source, current }: SumTableProps) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  const ordinal = useOrdinal();
  const { session } = useStudio();
  const nodes = useNodesById();
  const shown = useShownNumbers();
  const derivative = useGradient(source);
  const branches = shown.branches(source.id);
  if (branches.length < 2) return null;
  const done = branches.filter(({ contribution }) => contribution !== null).length;
  return (
    <section className="panel-section">
      <h3>
        <span>
          <RichText parts={say('sum.title', { x: symbolPart(source) })} />
        </span>
        <span className="grow" />
        <span className="dim regular">{t('sum.branches', { done: `${done}`, total: `${branches.length}` })}</span>
      </h3>
      <ul className="sum" aria-label={t('sum.label')}>
        {branches.map(({ target, slot, contribution }) => {
          const through = nodes.get(target);
          if (!through) return null;
          const repeated = branches.filter((branch) => branch.target === target).length > 1;
          const now = target === current.target && slot === current.slot;
          return (
            <li
              key={`${target}:${slot}`}
              className={now ? 'sum-row sum-now' : 'sum-row'}
              aria-current={now ? 'step' : undefined}
              onPointerEnter={() => session.setState({ hoveredEdge: { target, slot } })}
              onPointerLeave={() => session.setState({ hoveredEdge: null })}
            >
              <span>
                <RichText
                  parts={
                    repeated
                      ? say('sum.throughSlot', { u: symbolPart(through), slot: ordinal(slot) })
                      : say('sum.through', { u: symbolPart(through) })
                  }
                />
              </span>
              <Quantity of={contribution} signed bySign widthCh={14} />
            </li>
          );
        })}
        <li className="sum-row sum-total">
          <span>
            <RichText parts={say('sum.total', { dx: { kind: 'derivative', derivative, node: source.id } })} />
          </span>
          <Quantity of={shown.grad(source.id)} signed bySign widthCh={14} />
        </li>
      </ul>
    </section>
  );
}

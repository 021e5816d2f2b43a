import { useTranslation } from 'react-i18next';
import type { GraphNode, OpDefinition } from '#engine';
import { formatNumber } from '../math/format-number.ts';
import { RichText } from '../math/RichText.tsx';
import { useRun } from '../stores/hooks.ts';
import { intuition } from '../texts/engine-texts.ts';
import { symbolPart, useSay } from './words.ts';

/** What the gate does to a gradient, in a word. */
export function IntuitionNote({ op, repeated }: { readonly op: OpDefinition; readonly repeated?: GraphNode | null }) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  return (
    <section className="panel-section" aria-label={t('intuition.label')}>
      <p className="note">
        <b>{intuition(t, op).lead}</b> {intuition(t, op).more}
        {repeated && (
          <>
            {' '}
            <RichText parts={say('intuition.repeated', { x: symbolPart(repeated) })} />
          </>
        )}
      </p>
    </section>
  );
}

/** At a point without derivative: the slopes from both sides, and the one used. */
export function KinkNote({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  const kinks = useRun(({ result }) => result?.kinks.find((entry) => entry.node === node.id)?.kinks) ?? [];
  const scalar = useRun(({ result }) => result?.value(node.id)?.data.length === 1);
  const [first] = kinks;
  if (!first) return null;
  const used = formatNumber(first.used);
  const parts = scalar
    ? say('kink.scalar', {
        y: symbolPart(node),
        left: formatNumber(first.left),
        right: formatNumber(first.right),
        used,
      })
    : say('kink.entries', { count: new Set(kinks.map(({ index }) => index)).size, used });
  return (
    <section className="panel-section kink" aria-label={t('check.kink')}>
      <p className="note">
        <RichText parts={parts} />
      </p>
    </section>
  );
}

import { Check, CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CheckReport, GradientComparison, GraphNode } from '#engine';
import { formatError, formatLong } from '../math/format-number.ts';
import { useRun } from '../stores/hooks.ts';

/** The node's gradient against a central difference; of the wire into `slot` where the node itself is differentiated. */
export function CheckRows({ node, slot }: { readonly node: GraphNode; readonly slot: number }) {
  const { t } = useTranslation('inspector');
  const check = useRun((state) => state.check);
  const differentiated = useRun(({ result }) => (result?.objective ?? null) !== null);
  if (!differentiated) return null;
  const comparison = check && comparisonOf(check, node.id, slot);
  if (check && !comparison) return null;
  return (
    <div className="rows check-rows">
      <div className="row">
        <span>{t('check.central')}</span>
        <span className="num medium" dir="ltr">
          {formatLong(comparison?.numeric ?? null)}
        </span>
      </div>
      <div className="row">
        <span>{t('check.differs')}</span>
        {comparison ? <Verdict comparison={comparison} /> : <span className="dim">{t('check.waiting')}</span>}
      </div>
    </div>
  );
}

function Verdict({ comparison: { verdict, error } }: { readonly comparison: GradientComparison }) {
  const { t } = useTranslation('inspector');
  if (verdict === 'kink') return <span className="verdict-kink">{t('check.kink')}</span>;
  const good = verdict === 'match';
  const Icon = good ? Check : CircleAlert;
  return (
    <span className={good ? 'verdict-good' : 'verdict-bad'} dir="ltr">
      <Icon className="icon small-icon" aria-hidden />
      {verdict === 'unbounded' ? t('check.unbounded') : formatError(error)}
    </span>
  );
}

function comparisonOf({ comparisons }: CheckReport, id: string, slot: number): GradientComparison | null {
  return (
    comparisons.find(({ of }) => 'node' in of && of.node === id) ??
    comparisons.find(({ of }) => 'target' in of && of.target === id && of.slot === slot) ??
    null
  );
}

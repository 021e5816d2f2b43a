import './truth-light.css';
import { Popover } from '@base-ui/react/popover';
import { Check, CircleAlert, CircleDashed } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckReport, GradientComparison } from '#engine';
import { formatError, formatNumber } from '../math/format-number.ts';
import { symbolOf } from '../math/symbols.ts';
import type { NodesById } from '../stores/current-step.ts';
import { useRun } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { type Truth, truthOf, worstFirst } from './truth.ts';

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
const MOST_LISTED = 12;

/** Whether every gradient on screen agrees with central differences; opens the comparison of each. */
export function TruthLight() {
  const nodes = useNodesById();
  const check = useRun((state) => state.check);
  const hasGradients = useRun((state) => (state.result?.objective ?? null) !== null);
  const truth = useMemo(() => truthOf(check, hasGradients), [check, hasGradients]);
  const { long, short } = useWords(truth, nodes);
  const Icon =
    truth.kind === 'match' ? Check : truth.kind === 'checking' || truth.kind === 'none' ? CircleDashed : CircleAlert;
  return (
    <Popover.Root>
      <Popover.Trigger className={`truth-light light-${truth.kind}`} aria-label={long} title={long}>
        <Icon {...ICON} />
        <span className="light-long">{long}</span>
        <span className="light-short">{short}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" className="light-positioner">
          <Popover.Popup className="light-popup">
            <Comparisons check={check} nodes={nodes} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function useWords(truth: Truth, nodes: NodesById): { readonly long: string; readonly short: string } {
  const { t } = useTranslation('player');
  const nameOf = useComparisonName(nodes);
  switch (truth.kind) {
    case 'none':
      return { long: t('light.none'), short: t('light.noneShort') };
    case 'checking':
      return { long: t('light.checking'), short: t('light.checkingShort') };
    case 'match': {
      const counts = { matched: `${truth.matched}`, total: `${truth.total}`, worst: formatError(truth.worst) };
      return {
        long: truth.kinks > 0 ? t('light.kinks', { ...counts, kinks: `${truth.kinks}` }) : t('light.match', counts),
        short: t('light.matchShort', counts),
      };
    }
    case 'differs':
    case 'unbounded': {
      const values = { wrong: `${truth.wrong}`, total: `${truth.total}`, name: nameOf(truth.first) };
      return { long: t(`light.${truth.kind}`, values), short: t(`light.${truth.kind}Short`, values) };
    }
  }
}

function useComparisonName(nodes: NodesById): (comparison: GradientComparison) => string {
  const { t } = useTranslation('player');
  const nameOf = (id: string) => {
    const node = nodes.get(id);
    return node ? symbolOf(node).text : id;
  };
  return ({ of }) =>
    'node' in of
      ? nameOf(of.node)
      : t('light.wire', {
          source: nameOf(nodes.get(of.target)?.inputs[of.slot] ?? ''),
          target: nameOf(of.target),
        });
}

function Comparisons({ check, nodes }: { readonly check: CheckReport | null; readonly nodes: NodesById }) {
  const { t } = useTranslation('player');
  const { session } = useStudio();
  const nameOf = useComparisonName(nodes);
  return (
    <>
      <Popover.Title className="light-title">{t('light.title')}</Popover.Title>
      <Popover.Description className="light-text">{t('light.explain')}</Popover.Description>
      {check && check.total > 0 && (
        <table className="light-table">
          <thead>
            <tr>
              <th scope="col">{t('light.gradient')}</th>
              <th scope="col">{t('light.analytic')}</th>
              <th scope="col">{t('light.numeric')}</th>
              <th scope="col">{t('light.error')}</th>
            </tr>
          </thead>
          <tbody>
            {worstFirst(check)
              .slice(0, MOST_LISTED)
              .map((comparison) => {
                const node = 'node' in comparison.of ? comparison.of.node : comparison.of.target;
                return (
                  <tr key={JSON.stringify(comparison.of)} className={`verdict-${comparison.verdict}`}>
                    <th scope="row">
                      <button
                        type="button"
                        className="light-go"
                        onClick={() => {
                          session.select([node]);
                          session.revealNode(node);
                        }}
                      >
                        {nameOf(comparison)}
                      </button>
                    </th>
                    <td>{formatNumber(comparison.analytic, { signed: true })}</td>
                    <td>{formatNumber(comparison.numeric, { signed: true })}</td>
                    <td>
                      {comparison.verdict === 'match'
                        ? formatError(comparison.error)
                        : t(`light.verdict.${comparison.verdict}`)}
                    </td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      )}
    </>
  );
}

import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Formula } from '../math/Formula.tsx';
import { signOf } from '../math/format-number.ts';
import { Quantity } from '../math/Quantity.tsx';
import { symbolOf } from '../math/symbols.ts';
import type { ContributionStep, CurrentStep } from '../stores/current-step.ts';
import { useSession } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import type { ExplainRow, Term } from './explain-rows.ts';

interface ExplainRowsProps {
  readonly rows: readonly ExplainRow[];
  readonly step: CurrentStep;
}

/** A derivation with its equals signs below one another. */
export function ExplainRows({ rows, step }: ExplainRowsProps) {
  const { t } = useTranslation('inspector');
  return (
    <ol className="derivation">
      {rows.map((row) => (
        <li key={row.name} className="derivation-row">
          <span className="derivation-name">{t(nameOf(row))}</span>
          <span className="derivation-left">{row.left !== '' && <Formula latex={`\\displaystyle ${row.left}`} />}</span>
          <span className="dim">=</span>
          <span className={isLong(row) ? 'derivation-right derivation-long' : 'derivation-right'}>
            {row.terms.map((term, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the factors of a product have their places
              <Fragment key={index}>
                {index > 0 && <span className="dim operator">{row.operator === '\\cdot' ? '·' : '⊙'}</span>}
                <TermView term={term} step={step} />
              </Fragment>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}

const LONGEST_LATEX = 44;

/** Stands on a line of its own, below the equals sign. */
function isLong({ terms }: ExplainRow): boolean {
  return terms.some(({ latex, number }) => number === undefined && terms.length === 1 && latex.length > LONGEST_LATEX);
}

/** Numbers of tensors stand beside their symbol instead of being put into the product. */
function nameOf({ name, left }: ExplainRow) {
  return left !== '' && (name === 'upstream' || name === 'local')
    ? (`row.${name}Alone` as const)
    : (`row.${name}` as const);
}

function TermView({ term, step }: { readonly term: Term; readonly step: CurrentStep }) {
  const content = <TermContent term={term} />;
  if (step.kind !== 'contribute' || (term.role !== 'local' && term.role !== 'upstream'))
    return <span className={`term term-${term.role}`}>{content}</span>;
  return <TermLink term={term} step={step} content={content} />;
}

function TermContent({ term: { latex, number, role } }: { readonly term: Term }) {
  if (number && number.shape.length > 0)
    return (
      <Quantity
        of={number}
        signed={role === 'result'}
        bySign={role === 'result'}
        widthCh={20}
        className="term-tensor"
      />
    );
  if (number === undefined) return <Formula latex={`\\displaystyle ${latex}`} />;
  const negative = role === 'upstream' && signOf(number) === 'minus' && number.shape.length === 0;
  return (
    <>
      {negative && '('}
      <Quantity of={number} signed={role === 'result'} bySign={role === 'result'} widthCh={20} />
      {negative && ')'}
    </>
  );
}

interface TermLinkProps {
  readonly term: Term;
  readonly step: ContributionStep;
  readonly content: ReactNode;
}

/** Pointing at a factor shows on the canvas where it comes from, and the other way round; pressing it goes to that step. */
function TermLink({ term, step, content }: TermLinkProps) {
  const { t } = useTranslation('inspector');
  const { session, player, run } = useStudio();
  const { target, slot } = step;
  const upstream = term.role === 'upstream';
  const hot = useSession(({ hoveredNode, hoveredEdge }) =>
    upstream ? hoveredNode === target.id : hoveredEdge?.target === target.id && hoveredEdge.slot === slot,
  );
  const point = (on: boolean) =>
    session.setState(
      upstream ? { hoveredNode: on ? target.id : null } : { hoveredEdge: on ? { target: target.id, slot } : null },
    );
  const go = () => {
    const { result } = run.getState();
    const node = result?.nodeIndex(target.id) ?? -1;
    const event = upstream ? result?.trace.totalAt[node] : result?.trace.computedAt[node];
    if (event === undefined || event < 0) return;
    const stop = player.getState().stops.findIndex(({ last }) => last >= event);
    if (stop >= 0) player.seek(stop + 1);
  };
  const label = t(upstream ? 'explain.upstreamLink' : 'explain.localLink', { u: symbolOf(target).text });
  return (
    <button
      type="button"
      className={`term term-link term-${term.role} ${hot ? 'term-hot' : ''}`}
      title={label}
      onClick={go}
      onPointerEnter={() => point(true)}
      onPointerLeave={() => point(false)}
      onFocus={() => point(true)}
      onBlur={() => point(false)}
    >
      {content}
    </button>
  );
}

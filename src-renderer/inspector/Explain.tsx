import './explain.css';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { findOp, type GraphNode } from '#engine';
import { Formula } from '../math/Formula.tsx';
import { RichText } from '../math/RichText.tsx';
import type { RichPart } from '../math/rich-text.ts';
import { type ContributionStep, type CurrentStep, stepOf } from '../stores/current-step.ts';
import { usePlayer, useSettings, useShownNumbers } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { opNameById } from '../texts/engine-texts.ts';
import { Button } from '../ui/Button.tsx';
import { ExplainRows } from './ExplainRows.tsx';
import { computeRows, contributionRows, type ExplainRow, rowsLatex, seedRows, updateRows } from './explain-rows.ts';
import { NotationSwitch } from './NotationSwitch.tsx';
import { IntuitionNote, KinkNote } from './Notes.tsx';
import { forwardEquation } from './op-formula.ts';
import { SumTable } from './SumTable.tsx';
import { symbolPart, useOrdinal, useSay } from './words.ts';

/** The contributions of the player's last step, where it is of several. */
function useSent(): readonly ContributionStep[] {
  const nodes = useNodesById();
  const shown = useShownNumbers();
  const stop = usePlayer(({ stops, position }) => stops[position - 1]);
  if (!stop || stop.first === stop.last || !shown.result) return [];
  const steps = shown.result.trace.events.slice(stop.first, stop.last + 1).flatMap((event) => {
    const step = event.kind === 'contribute' ? stepOf(event, shown, nodes) : null;
    return step?.kind === 'contribute' ? [step] : [];
  });
  return steps.length > 1 ? steps : [];
}

/** All that one gate sends back in one step, input by input. */
function Sent({
  steps,
  objective,
}: {
  readonly steps: readonly ContributionStep[];
  readonly objective: GraphNode | undefined;
}) {
  const say = useSay();
  const { t } = useTranslation('inspector');
  const nodes = useNodesById();
  const notation = useSettings((state) => state.notation);
  const [first] = steps;
  if (!first) return null;
  const op = findOp(first.target.op);
  const derivations = steps.map((step) => contributionRows(step, objective, nodes, notation));
  return (
    <>
      <section className="panel-section">
        <h2 className="step-title">
          <RichText
            parts={say('explain.sends', {
              op: opNameById(t, first.target.op),
              u: symbolPart(first.target),
              count: `${steps.length}`,
            })}
          />
        </h2>
      </section>
      {steps.map((step, at) => (
        <section key={`${step.source.id}:${step.slot}`} className="panel-section">
          <h3 className="sent-title">
            <RichText parts={titleOf(step, say, t)} />
          </h3>
          <BranchLine step={step} />
          <ExplainRows rows={derivations[at] ?? []} step={step} />
        </section>
      ))}
      {op && <IntuitionNote op={op} repeated={steps.find(({ repeated }) => repeated)?.source ?? null} />}
      <Foot rows={derivations.flat()} x={first.source} objective={objective ?? null} />
    </>
  );
}

/** The player's last step as a derivation: rule, symbols, numbers put in, result. */
export function Explain() {
  const { t } = useTranslation('inspector');
  const nodes = useNodesById();
  const shown = useShownNumbers();
  const notation = useSettings((state) => state.notation);
  const sent = useSent();
  if (!shown.result || shown.result.trace.events.length === 0)
    return <p className="panel-empty">{t('explain.noRun')}</p>;
  const step = shown.current && stepOf(shown.current, shown, nodes);
  if (!step) return <p className="panel-empty">{t('explain.none')}</p>;
  const objective = nodes.get(shown.result.objective ?? '');
  if (sent.length > 1) return <Sent steps={sent} objective={objective} />;
  const rows =
    step.kind === 'contribute'
      ? contributionRows(step, objective, nodes, notation)
      : step.kind === 'seed'
        ? seedRows(step, notation)
        : step.kind === 'update'
          ? updateRows(step, objective, notation)
          : computeRows(step, nodes);
  const op = findOp(step.kind === 'contribute' ? step.target.op : step.node.op);
  const repeatedIn = step.kind === 'contribute' && step.repeated ? step.source : null;
  return (
    <>
      <section className="panel-section">
        <StepHead step={step} />
        <ExplainRows rows={rows} step={step} />
        <Why step={step} />
      </section>
      {step.kind === 'contribute' && (
        <SumTable source={step.source} current={{ target: step.target.id, slot: step.slot }} />
      )}
      {step.kind === 'contribute' && <KinkNote node={step.target} />}
      {op && !(step.kind === 'compute' && op.leaf) && step.kind !== 'seed' && step.kind !== 'update' && (
        <IntuitionNote op={op} repeated={repeatedIn} />
      )}
      <Foot rows={rows} {...footSymbols(step, objective)} />
    </>
  );
}

function footSymbols(step: CurrentStep, objective: GraphNode | undefined) {
  return { x: step.kind === 'contribute' ? step.source : step.node, objective: objective ?? null };
}

function StepHead({ step }: { readonly step: CurrentStep }) {
  const say = useSay();
  const { t } = useTranslation('inspector');
  return (
    <>
      <h2 className="step-title">
        <RichText parts={titleOf(step, say, t)} />
      </h2>
      {step.kind === 'contribute' && <BranchLine step={step} />}
    </>
  );
}

function titleOf(
  step: CurrentStep,
  say: ReturnType<typeof useSay>,
  t: Parameters<typeof opNameById>[0],
): readonly RichPart[] {
  if (step.kind === 'contribute')
    return say('explain.back', {
      op: opNameById(t, step.target.op),
      u: symbolPart(step.target),
      x: symbolPart(step.source),
    });
  const y = symbolPart(step.node);
  if (step.kind === 'seed') return say('explain.seed', { y });
  if (step.kind === 'update') return say('explain.update', { w: y });
  const op = findOp(step.node.op);
  return say(op?.leaf ? 'explain.leaf' : 'explain.compute', { op: opNameById(t, step.node.op), y });
}

/** `Branch 2 of 3, second input of u = x · x` */
function BranchLine({ step }: { readonly step: ContributionStep }) {
  const { t } = useTranslation('inspector');
  const ordinal = useOrdinal();
  const nodes = useNodesById();
  const { target, slot, branch, branches } = step;
  const op = findOp(target.op);
  const equation = op && forwardEquation(target, op, nodes);
  const place = target.inputs.length > 1 ? t('explain.slotOrdinal', { ordinal: ordinal(slot) }) : '';
  const head = branches.length > 1 ? t('explain.branchOf', { at: `${branch}`, total: `${branches.length}` }) : '';
  return (
    <p className="dim branch-line">
      {[head, place].filter((text) => text !== '').join(', ')}
      {equation && (
        <>
          {place === '' ? ' ' : ` ${t('explain.slotOf')} `}
          <Formula latex={`${equation.left} = ${equation.right}`} />
        </>
      )}
    </p>
  );
}

function Why({ step }: { readonly step: CurrentStep }) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  if (step.kind === 'seed') {
    const y = symbolPart(step.node);
    const parts =
      step.grad.data.length > 1
        ? say('explain.seedMean', { total: `${step.grad.data.length}` })
        : say('explain.seedWhy', { y });
    return (
      <p className="note why">
        <RichText parts={parts} />
      </p>
    );
  }
  if (step.kind === 'update') return <p className="note why">{t('explain.updateWhy')}</p>;
  if (step.kind === 'compute' && findOp(step.node.op)?.leaf) return <p className="note why">{t('explain.leafWhy')}</p>;
  return null;
}

interface FootProps {
  readonly rows: readonly ExplainRow[];
  readonly x: GraphNode;
  readonly objective: GraphNode | null;
}

function Foot({ rows, x, objective }: FootProps) {
  const { t } = useTranslation('inspector');
  const { platform, session } = useStudio();
  const copy = async () => {
    try {
      await platform.clipboard.writeText(rowsLatex(rows));
      session.notify(t('latex.copied'));
    } catch (error) {
      session.notify(t('number.refused', { reason: error instanceof Error ? error.message : `${error}` }), 'error');
    }
  };
  return (
    <section className="panel-section explain-foot">
      <NotationSwitch x={x} objective={objective} />
      <span className="grow" />
      <Button look="line" aria-label={t('latex.label')} title={t('latex.label')} onClick={() => void copy()}>
        <Copy className="icon" aria-hidden />
        {t('latex.copy')}
      </Button>
    </section>
  );
}

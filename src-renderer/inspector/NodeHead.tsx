import { useTranslation } from 'react-i18next';
import type { GraphNode, OpDefinition } from '#engine';
import { Formula } from '../math/Formula.tsx';
import { SymbolText } from '../math/MathText.tsx';
import { symbolOf } from '../math/symbols.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { opName } from '../texts/engine-texts.ts';
import { OpGlyph } from '../ui/OpGlyph.tsx';
import { type Equation, forwardEquation, localEquation } from './op-formula.ts';

const MOST_LOCALS = 3;

/** What the node is, and its formula with every derivative. */
export function NodeHead({ node, op }: { readonly node: GraphNode; readonly op: OpDefinition }) {
  const { t } = useTranslation('inspector');
  const nodes = useNodesById();
  const forward = forwardEquation(node, op, nodes);
  const locals = node.inputs.slice(0, MOST_LOCALS).flatMap((_, slot) => localEquation(node, op, nodes, slot) ?? []);
  return (
    <section className="panel-section" aria-label={t('head.formula')}>
      <header className="node-head">
        <span className="glyph-tile">
          <OpGlyph path={op.glyph} />
        </span>
        <h2>{opName(t, op)}</h2>
        <span className="grow" />
        <span className="dim">{t('head.output')}</span>
        <span className="head-symbol">
          <SymbolText symbol={symbolOf(node)} />
        </span>
      </header>
      {forward && (
        <div className="formulas scrolls-sideways">
          <EquationView equation={forward} />
          {locals.map((equation) => (
            <EquationView key={equation.left + equation.right} equation={equation} />
          ))}
        </div>
      )}
      {forward && !op.elementwise && <p className="dim small">{t('head.bar')}</p>}
    </section>
  );
}

function EquationView({ equation }: { readonly equation: Equation }) {
  return <Formula latex={`\\displaystyle ${equation.left} = ${equation.right}`} />;
}

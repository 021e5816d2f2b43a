import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findOp, type GraphNode, type OpDefinition, slotName, type Tensor } from '#engine';
import { formatNumber, scalarOf } from '../math/format-number.ts';
import { SymbolText } from '../math/MathText.tsx';
import { Quantity } from '../math/Quantity.tsx';
import { plainSentence } from '../math/rich-text.ts';
import { symbolOf } from '../math/symbols.ts';
import { useSession, useShownNumbers } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { ExpandButton } from './ExpandButton.tsx';
import { TensorGrid } from './TensorGrid.tsx';
import { symbolPart, useSay } from './words.ts';

const MOST_INPUTS = 40;

/** What the node reads, and what it sends back along each wire. */
export function InputsTable({ node, op }: { readonly node: GraphNode; readonly op: OpDefinition }) {
  const { t } = useTranslation('inspector');
  if (op.leaf) return null;
  const slots = [...node.inputs.keys()];
  return (
    <section className="panel-section">
      <h3>{t(slots.length === 1 ? 'inputs.one' : 'inputs.many')}</h3>
      {slots.length === 0 ? (
        <p className="note">{t('inputs.none')}</p>
      ) : (
        <table className="inputs">
          <thead>
            <tr>
              <th scope="col">{t('inputs.from')}</th>
              <th scope="col" className="local">
                {t('inputs.local')}
              </th>
              <th scope="col" className="upstream">
                {t('inputs.upstream')}
              </th>
              <th scope="col">{t('inputs.sent')}</th>
            </tr>
          </thead>
          <tbody>
            {slots.slice(0, MOST_INPUTS).map((slot) => (
              <InputRow key={slot} node={node} op={op} slot={slot} />
            ))}
          </tbody>
        </table>
      )}
      {slots.length > MOST_INPUTS && (
        <p className="dim small">{t('inputs.more', { count: slots.length - MOST_INPUTS })}</p>
      )}
    </section>
  );
}

interface InputRowProps {
  readonly node: GraphNode;
  readonly op: OpDefinition;
  readonly slot: number;
}

function InputRow({ node, op, slot }: InputRowProps) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  const { session } = useStudio();
  const nodes = useNodesById();
  const shown = useShownNumbers();
  const [open, setOpen] = useState(false);
  const hot = useSession(({ hoveredEdge }) => hoveredEdge?.target === node.id && hoveredEdge.slot === slot);
  const source = nodes.get(node.inputs[slot] ?? '');
  if (!source)
    return (
      <tr>
        <th scope="row" colSpan={4} className="dim">
          {t('inputs.empty', { slot: slotName(op.slots, slot) })}
        </th>
      </tr>
    );
  const edge = shown.edge(node.id, slot);
  const expandable = (edge.contribution ?? edge.value)?.data.length !== 1 && edge.value !== null;
  const name = symbolOf(source).text;
  const parts: readonly (readonly [string, Tensor | null])[] = [
    [t('inputs.from'), edge.value],
    [t('inputs.local'), edge.local],
    [t('inputs.upstream'), edge.upstream],
    [t('inputs.sent'), edge.contribution],
  ];
  return (
    <Fragment>
      <tr
        className={hot ? 'hot' : undefined}
        onPointerEnter={() => session.setState({ hoveredEdge: { target: node.id, slot } })}
        onPointerLeave={() => session.setState({ hoveredEdge: null })}
      >
        <th scope="row">
          <span className="inputs-from">
            <SourceName source={source} value={edge.value} />
            {expandable && (
              <ExpandButton
                name={plainSentence(say('numbers.value', { x: symbolPart(source) }))}
                open={open}
                onToggle={() => setOpen(!open)}
              />
            )}
          </span>
        </th>
        <td className="local">
          {edge.value !== null && edge.local === null && !op.elementwise ? (
            <span className="dim">{t('inputs.rule')}</span>
          ) : (
            <Quantity of={edge.local} widthCh={7} />
          )}
        </td>
        <td className="upstream">
          <Quantity of={edge.upstream} widthCh={7} />
        </td>
        <td>
          <Quantity of={edge.contribution} signed bySign widthCh={7} />
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={4} className="grids">
            {parts.map(([title, tensor]) =>
              tensor === null ? null : (
                <Fragment key={title}>
                  <span className="dim small">{title}</span>
                  <TensorGrid tensor={tensor} name={`${name}: ${title}`} />
                </Fragment>
              ),
            )}
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** `d = 2`; a constant without a name is its number alone. */
function SourceName({ source, value }: { readonly source: GraphNode; readonly value: Tensor | null }) {
  const symbol = symbolOf(source);
  const number = scalarOf(value);
  const bare = findOp(source.op)?.leaf === 'constant' && number !== null && symbol.text === formatNumber(number);
  return (
    <span className="source-name">
      <SymbolText symbol={symbol} />
      {!bare && (
        <span className="math math-upright">
          {' = '}
          <Quantity of={value} widthCh={8} />
        </span>
      )}
    </span>
  );
}

import { useTranslation } from 'react-i18next';
import { findOp, type GraphNode, type Group, groupPorts, setLabel } from '#engine';
import { localOf } from '../math/derivative.ts';
import { Formula } from '../math/Formula.tsx';
import { formatNumber, MINUS, scalarOf } from '../math/format-number.ts';
import { SymbolText } from '../math/MathText.tsx';
import { Quantity } from '../math/Quantity.tsx';
import { RichText } from '../math/RichText.tsx';
import { numberLatex, symbolOf, symbolOfName } from '../math/symbols.ts';
import { useDocument, useShownNumbers } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { opNameById } from '../texts/engine-texts.ts';
import { OpGlyph } from '../ui/OpGlyph.tsx';
import { TextField } from '../ui/TextField.tsx';
import { closedForm } from './closed-form.ts';
import { type PathStep, pathsThrough } from './group-paths.ts';
import { symbolPart, useSay } from './words.ts';

const MOST_PATHS = 8;
const MOST_MEMBERS = 60;

/** A merged gate: what is inside, and that its own derivative is the product (or the sum of products) of theirs. */
export function GroupInspector({ group }: { readonly group: Group }) {
  const { t } = useTranslation('inspector');
  const { document, session } = useStudio();
  const current = useDocument((state) => state.document);
  const nodes = useNodesById();
  const members = (groupPorts(current, group.id)?.members ?? []).flatMap((id) => nodes.get(id) ?? []);
  const symbol = symbolOfName(group.label ?? group.id);
  return (
    <>
      <section className="panel-section">
        <header className="node-head">
          <h2>{t('group.title')}</h2>
          <span className="grow" />
          <span className="head-symbol">
            <SymbolText symbol={symbol} />
          </span>
        </header>
        <div className="fields">
          <TextField
            label={t('node.label')}
            text={group.label ?? ''}
            placeholder={group.id}
            onCommit={(text) => {
              const label = text.trim() === '' ? undefined : text.trim();
              document.edit(t('edit.label', { node: symbol.text }), (before) => setLabel(before, group.id, label));
              return null;
            }}
          />
        </div>
      </section>
      <GroupLocals group={group} members={members} />
      <section className="panel-section">
        <h3>
          {t('group.inside')}
          <span className="grow" />
          <span className="dim regular">{t('group.members', { count: members.length })}</span>
        </h3>
        <ul className="members">
          {members.slice(0, MOST_MEMBERS).map((member) => (
            <li key={member.id}>
              <button
                type="button"
                className="member"
                aria-label={t('group.select', { name: symbolOf(member).text })}
                onClick={() => session.revealNode(member.id)}
                onPointerEnter={() => session.setState({ hoveredNode: member.id })}
                onPointerLeave={() => session.setState({ hoveredNode: null })}
              >
                <OpGlyph path={findOp(member.op)?.glyph ?? ''} />
                <span>{opNameById(t, member.op)}</span>
                <SymbolText symbol={symbolOf(member)} />
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function GroupLocals({ group, members }: { readonly group: Group; readonly members: readonly GraphNode[] }) {
  const { t } = useTranslation('inspector');
  const shown = useShownNumbers();
  const nodes = useNodesById();
  const { result } = shown;
  const layout = result?.layout.groups.find(({ id }) => id === group.id);
  if (!result || !layout) return null;
  const output = nodes.get(result.layout.nodes[layout.output]?.id ?? '');
  if (!output)
    return (
      <section className="panel-section">
        <p className="note">{t('group.noOutput')}</p>
      </section>
    );
  const entries = layout.edges.flatMap(({ edge }) => {
    const { source, target, slot } = result.layout.edges[edge]!;
    const from = nodes.get(result.layout.nodes[source]!.id);
    return from ? [{ from, entry: { target: result.layout.nodes[target]!.id, slot } }] : [];
  });
  return (
    <section className="panel-section">
      <h3>{t('group.local')}</h3>
      {entries.map(({ from, entry }) => (
        <EntryLocal
          key={`${entry.target}:${entry.slot}`}
          group={group}
          members={members}
          from={from}
          entry={entry}
          output={output}
        />
      ))}
    </section>
  );
}

interface EntryLocalProps {
  readonly group: Group;
  readonly members: readonly GraphNode[];
  readonly from: GraphNode;
  readonly entry: PathStep;
  readonly output: GraphNode;
}

function EntryLocal({ group, members, from, entry, output }: EntryLocalProps) {
  const { t } = useTranslation('inspector');
  const say = useSay();
  const shown = useShownNumbers();
  const nodes = useNodesById();
  const local = shown.groupLocal(group.id, entry.target, entry.slot);
  const { paths, more } = pathsThrough(members, entry, output.id, MOST_PATHS);
  // From the output back to the input, as the chain rule is written.
  const products = paths.map((path) =>
    path.map(({ target, slot }) => scalarOf(shown.edge(target, slot).local)).toReversed(),
  );
  const number = scalarOf(local);
  const closed =
    number === null
      ? null
      : closedForm(
          members,
          output.id,
          from,
          (id) => nodes.get(id),
          (id) => scalarOf(shown.value(id)),
          number,
        );
  const known = products.every((factors) => factors.every((factor) => factor !== null));
  return (
    <div className="group-entry">
      <div className="row">
        <span>
          <RichText
            parts={[
              { kind: 'derivative', derivative: localOf(symbolOf(output), symbolOf(from)), node: output.id },
              { kind: 'text', text: ' ' },
              ...say('group.by', { x: symbolPart(from) }),
            ]}
          />
        </span>
        <Quantity of={local} className="local strong" />
      </div>
      {known && local && paths.length > 0 && !more && (
        <p className="product" title={t(paths.length > 1 ? 'group.pathsSum' : 'group.paths')} dir="ltr">
          {products.map((factors) => `${factors.map(factorText).join('·')}`).join(' + ')} = <Quantity of={local} />
        </p>
      )}
      {closed && (
        <p className="closed-form">
          <Formula latex={`= ${closed.latex} = ${numberLatex(formatNumber(closed.value))}`} />
          <span className="same-number">{t('group.same')}</span>
        </p>
      )}
      {more && <p className="dim small">{t('group.many', { limit: `${MOST_PATHS}` })}</p>}
    </div>
  );
}

function factorText(value: number | null): string {
  const text = formatNumber(value);
  return text.startsWith(MINUS) ? `(${text})` : text;
}

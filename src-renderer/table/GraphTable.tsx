import './table.css';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useRun, useSession, useShownNumbers } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { opNameById } from '../texts/engine-texts.ts';
import { AddLine } from './AddLine.tsx';
import { COLUMNS, type Column, editorOf, moved, rowsOf } from './rows.ts';
import { TableRow } from './TableRow.tsx';
import { createTableEdits } from './table-edits.ts';
import { useRowWindow } from './use-row-window.ts';

interface Cell {
  readonly node: string;
  readonly column: Column;
}

/** The graph as a table that is an editor too: one Tab stop, arrows move among the cells, Enter edits. */
export function GraphTable() {
  const { t } = useTranslation('table');
  const studio = useStudio();
  const { session } = studio;
  const [edits] = useState(() => createTableEdits(studio));
  const document = useDocument((state) => state.document);
  const problems = useRun((state) => state.problems);
  const objective = useRun((state) => state.result?.objective ?? null);
  const selected = useSession((state) => state.selectedNodes);
  const shown = useShownNumbers();
  const rows = useMemo(() => rowsOf(document, problems), [document, problems]);
  const indexOf = useMemo(() => new Map(rows.map(({ node }, index) => [node.id, index])), [rows]);
  const [cell, setCell] = useState<Cell | null>(null);
  const [editing, setEditing] = useState(false);
  const wantsFocus = useRef(true); // the table takes the keyboard when it appears
  const element = useRef<HTMLTableCellElement>(null);

  const row = Math.max(0, indexOf.get(cell?.node ?? '') ?? indexOf.get([...selected][0] ?? '') ?? 0);
  const active: Cell | null = rows[row] ? { node: rows[row].node.id, column: cell?.column ?? 'name' } : null;
  const view = useRowWindow(rows.length, row);

  useLayoutEffect(() => {
    if (!wantsFocus.current || !element.current) return;
    wantsFocus.current = false;
    element.current.focus({ preventScroll: true });
  });
  useEffect(
    () =>
      session.subscribe(({ reveal }, before) => {
        if (reveal && reveal !== before.reveal)
          setCell((was) => ({ node: reveal.node, column: was?.column ?? 'name' }));
      }),
    [session],
  );

  const choose = (node: string, column: Column, edit = false) => {
    setCell({ node, column });
    session.select([node]);
    const at = rows[indexOf.get(node) ?? -1];
    const open = edit && at !== undefined && editorOf(at, column) !== null;
    setEditing(open);
    wantsFocus.current = !open;
  };
  const [stable] = useState(() => ({ choose }));
  stable.choose = choose;
  const [onChoose] = useState(() => (node: string, column: Column, edit: boolean) => {
    if (!(window.document.activeElement instanceof HTMLInputElement && !edit)) stable.choose(node, column, edit);
  });
  const [onClose] = useState(() => (refocus: boolean) => {
    wantsFocus.current = refocus;
    setEditing(false);
  });
  const add = (op: string) => {
    const node = edits.add(op);
    if (node === null) return;
    setCell({ node, column: 'name' });
    wantsFocus.current = true;
    session.notify(t('added', { op: opNameById(t, op), name: node }));
  };
  const remove = () => {
    const gone = rows[row];
    if (!gone) return;
    const next = rows[row + 1] ?? rows[row - 1];
    edits.remove(gone);
    if (next) choose(next.node.id, active?.column ?? 'name');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || !active || event.nativeEvent.isComposing || !(event.target instanceof HTMLTableCellElement)) return;
    const to = moved(event, { row, column: COLUMNS.indexOf(active.column) }, rows.length);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (to) choose(rows[to.row]!.node.id, COLUMNS[to.column]!);
    else if (plain && (event.key === 'Enter' || event.key === 'F2')) choose(active.node, active.column, true);
    else if (plain && (event.key === 'Delete' || event.key === 'Backspace')) remove();
    else return;
    event.preventDefault();
  };
  return (
    <div className="graph-table">
      <AddLine onAdd={add} />
      <div ref={view.scroller} className="table-scroller" onScroll={view.onScroll}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows out of sight are left out, which only a grid can say
          role="grid"
          aria-label={t('label')}
          aria-rowcount={rows.length + 1}
          aria-colcount={COLUMNS.length}
          onKeyDown={onKeyDown}
        >
          <caption className="visually-hidden">{t('caption')}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {COLUMNS.map((column, index) => (
                <th key={column} scope="col" aria-colindex={index + 1} className={`cell-${column}`}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={view.before} />
            {rows.slice(view.first, view.last).map((each, index) => (
              <TableRow
                key={each.node.id}
                row={each}
                index={view.first + index}
                selected={selected.has(each.node.id)}
                objective={objective === each.node.id}
                value={shown.value(each.node.id)}
                grad={shown.grad(each.node.id)}
                active={active?.node === each.node.id ? active.column : null}
                editing={editing && active?.node === each.node.id}
                cell={element}
                edits={edits}
                onChoose={onChoose}
                onClose={onClose}
              />
            ))}
            <Spacer height={view.after} />
          </tbody>
        </table>
        {rows.length === 0 && <p className="table-empty">{t('empty')}</p>}
      </div>
    </div>
  );
}

/** The room of rows that are out of sight. */
function Spacer({ height }: { readonly height: number }) {
  if (height === 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row that only takes room; it cannot be focused
    <tr aria-hidden="true" className="table-spacer">
      <td style={{ height }} />
    </tr>
  );
}

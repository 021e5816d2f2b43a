import { CircleAlert } from 'lucide-react';
import { memo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { findOp, type Tensor, type TensorLiteral } from '#engine';
import { plainText } from '../math/format-number.ts';
import { Quantity } from '../math/Quantity.tsx';
import { parseValueText } from '../math/value-text.ts';
import { useStudio } from '../stores/studio.ts';
import { classes } from '../ui/Button.tsx';
import { CellField } from './CellField.tsx';
import { InputsEditor } from './InputsEditor.tsx';
import { COLUMNS, type Column, type Row } from './rows.ts';
import type { TableEdits } from './table-edits.ts';

interface TableRowProps {
  readonly row: Row;
  readonly index: number;
  readonly selected: boolean;
  readonly objective: boolean;
  readonly value: Tensor | null;
  readonly grad: Tensor | null;
  /** The cell that holds the table's Tab stop, when it is in this row. */
  readonly active: Column | null;
  readonly editing: boolean;
  readonly cell: RefObject<HTMLTableCellElement | null>;
  readonly edits: TableEdits;
  readonly onChoose: (node: string, column: Column, edit: boolean) => void;
  readonly onClose: (refocus: boolean) => void;
}

/** A node: what it reads, its numbers, what is wrong with it. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, index, selected, active, onChoose } = props;
  return (
    <tr aria-rowindex={index + 2} aria-selected={selected} className={classes('table-row', selected && 'selected')}>
      {COLUMNS.map((column) => {
        const common = {
          'aria-colindex': COLUMNS.indexOf(column) + 1,
          className: `cell-${column}`,
          tabIndex: active === column ? 0 : -1,
          ref: active === column ? props.cell : null,
          onPointerDown: () => onChoose(row.node.id, column, false),
          onDoubleClick: () => onChoose(row.node.id, column, true),
        };
        const content = <CellContent key={column} {...props} column={column} />;
        return column === 'name' ? (
          <th key={column} scope="row" {...common}>
            {content}
          </th>
        ) : (
          <td key={column} {...common}>
            {content}
          </td>
        );
      })}
    </tr>
  );
});

function CellContent({ column, ...props }: TableRowProps & { readonly column: Column }) {
  const { t } = useTranslation('table');
  const { row, index, value, grad, objective, active, editing, edits, onClose } = props;
  const open = editing && active === column;
  const leaf = findOp(row.node.op)?.leaf;
  switch (column) {
    case 'number':
      return index + 1;
    case 'name':
      if (open) return <NameField {...props} />;
      return (
        <>
          {row.name}
          {objective && <span className="cell-note"> {t('objective')}</span>}
        </>
      );
    case 'op':
      return (
        <>
          {row.kind}
          {row.group !== null && <span className="cell-note"> {t('in', { group: row.group })}</span>}
        </>
      );
    case 'inputs':
      return (
        <>
          {row.inputs.length === 0
            ? t('input.none')
            : row.inputs
                .map(({ slot, source }) => t('inputs.pair', { slot, source: source ?? t('input.empty') }))
                .join(', ')}
          {open && <InputsEditor row={row} edits={edits} anchor={props.cell.current} onClose={() => onClose(true)} />}
        </>
      );
    case 'value':
      return open ? <ValueField {...props} /> : <Quantity of={value} widthCh={20} />;
    case 'gradient':
      return leaf === 'constant' ? (
        <span className="cell-note">{t('fixed')}</span>
      ) : (
        <Quantity of={grad} signed bySign widthCh={20} />
      );
    case 'problem':
      return row.problem === null ? null : (
        <span className="cell-problem" title={row.problem}>
          <CircleAlert className="icon" aria-hidden />
          <span>{row.problem}</span>
        </span>
      );
  }
}

function NameField({ row, edits, onClose }: TableRowProps) {
  const { t } = useTranslation('table');
  return (
    <CellField
      label={t('edit.name', { name: row.name })}
      text={row.node.label ?? ''}
      onClose={onClose}
      onCommit={(text) => {
        edits.rename(row, text.trim().slice(0, 80));
        return null;
      }}
    />
  );
}

function ValueField({ row, edits, onClose }: TableRowProps) {
  const { t } = useTranslation('table');
  const { translate } = useStudio();
  return (
    <CellField
      code
      label={t('edit.value', { name: row.name })}
      text={literalText(row.node.attrs['value'] as TensorLiteral | undefined)}
      onClose={onClose}
      onCommit={(text) => {
        const parsed = parseValueText(text);
        if (!parsed.ok) return translate(`canvas:${parsed.why}`);
        edits.setValue(row, parsed.value);
        return null;
      }}
    />
  );
}

function literalText(literal: TensorLiteral | undefined): string {
  if (typeof literal === 'number') return plainText(literal);
  return literal === undefined ? '' : JSON.stringify(literal);
}

import { useTranslation } from 'react-i18next';
import type { Tensor } from '#engine';
import { formatCount } from '../math/format-number.ts';
import { Quantity } from '../math/Quantity.tsx';
import { gridOf } from './grid-slices.ts';

const MOST_ROWS = 32;
const MOST_COLUMNS = 16;

interface TensorGridProps {
  readonly tensor: Tensor;
  readonly name: string;
  readonly signed?: boolean;
}

/** The numbers of a tensor, row by row; large ones are cut. */
export function TensorGrid({ tensor, name, signed = false }: TensorGridProps) {
  const { t } = useTranslation('inspector');
  const { slices, shown } = gridOf(tensor, MOST_ROWS, MOST_COLUMNS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="grid-scroll" tabIndex={0} aria-label={name}>
      {slices.map(({ index, rows }) => (
        <table key={index.join()} className="grid">
          {index.length > 0 && <caption>{t('grid.slice', { index: index.join(', ') })}</caption>}
          <tbody>
            {rows.map((row) => (
              <tr key={row[0]?.flat}>
                {row.map(({ flat, value }) => (
                  <td key={flat}>
                    <Quantity of={value} zeros signed={signed} bySign={signed} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {shown < tensor.data.length && (
        <p className="dim small">
          {t('grid.cut', { shown: formatCount(shown), total: formatCount(tensor.data.length) })}
        </p>
      )}
    </section>
  );
}

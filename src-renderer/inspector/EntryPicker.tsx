import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tensor } from '#engine';
import { formatNumber } from '../math/format-number.ts';

const MOST_LISTED = 1000;

interface EntryPickerProps {
  readonly tensor: Tensor;
  readonly index: number;
  /** What the tensor is called. */
  readonly name: string;
  readonly onChoose: (index: number) => void;
}

/** Which entry of a tensor; nothing where there is one only. */
export function EntryPicker({ tensor, index, name, onChoose }: EntryPickerProps) {
  const { t } = useTranslation('inspector');
  const id = useId();
  if (tensor.data.length < 2) return null;
  const listed = Array.from(tensor.data.subarray(0, MOST_LISTED));
  return (
    <div className="field-row">
      <label htmlFor={id}>{t('entry.label')}</label>
      <select
        id={id}
        className="text-field"
        value={index}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      >
        {listed.map((value, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is known by its place
          <option key={at} value={at}>
            {`${name}[${placeOf(at, tensor.shape).join(', ')}] = ${formatNumber(value)}`}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Indices along each axis. */
function placeOf(index: number, shape: readonly number[]): readonly number[] {
  const place: number[] = [];
  let rest = index;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    place.unshift(rest % shape[axis]!);
    rest = Math.floor(rest / shape[axis]!);
  }
  return place;
}

import './network.css';
import { Minus, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findOp, findTemplate, initializers, type TemplateDefinition } from '#engine';
import { addTemplate } from '../commands/insert-template.ts';
import { formatCount } from '../math/format-number.ts';
import { useStudio } from '../stores/studio.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { NetworkSketch } from './NetworkSketch.tsx';
import { emptyForm, type NetworkField, type NetworkForm, parseSizes, readForm } from './network-form.ts';

const CHOICES = ['activation', 'outputActivation', 'loss', 'init'] as const;
const NUMBERS = ['scale', 'seed', 'dropout'] as const;
const FLAGS = ['bias', 'batchNorm'] as const;

/** Layers, activations, loss and start of a network, with a sketch and the number of its parameters as they are typed. */
export function NetworkDialog() {
  const template = findTemplate('mlp');
  return template ? <Form template={template} /> : null;
}

function Form({ template }: { readonly template: TemplateDefinition }) {
  const { t } = useTranslation('palette');
  const studio = useStudio();
  const id = useId();
  const [form, setForm] = useState(() => emptyForm(template));
  const [drawn, setDrawn] = useState(() => parseSizes(form.layers)!);
  const read = readForm(form, template);
  const change = (part: Partial<NetworkForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    const sizes = parseSizes(next.layers);
    // What cannot be built is not drawn; the last sketch stays.
    if (sizes && readForm(next, template).ok) setDrawn(sizes);
  };
  const resize = (layers: readonly number[]) => change({ layers: layers.join('-') });
  const close = () => studio.dialogs.close();
  const add = () => {
    if (!read.ok) return;
    close();
    addTemplate(studio, template, { options: read.options });
  };
  const refusal = (field: NetworkField) => {
    if (read.ok || read.field !== field) return null;
    return read.sentence ?? t(field === 'layers' ? 'network.layers.refused' : 'network.refused');
  };
  const fieldId = (field: NetworkField) => `${id}-${field}`;
  const problemOf = (field: NetworkField) => {
    const text = refusal(field);
    return text === null ? null : (
      <p id={`${fieldId(field)}-refusal`} role="alert" className="network-refusal">
        {text}
      </p>
    );
  };
  const described = (field: NetworkField) =>
    refusal(field) === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${fieldId(field)}-refusal` };
  return (
    <Dialog
      title={t('network.title')}
      wide
      onClose={close}
      actions={
        <>
          <span className="network-count" role="status">
            {read.ok && (
              <>
                {t('network.parameters', count(read.counts.parameters))}
                <i>{t('network.connections', count(read.counts.connections))}</i>
              </>
            )}
          </span>
          <Button look="line" onClick={close}>
            {t('network.cancel')}
          </Button>
          <Button look="fill" disabled={!read.ok} onClick={add}>
            {t('network.add')}
          </Button>
        </>
      }
    >
      <form
        className="network"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div className="network-row network-row-wide">
          <label htmlFor={fieldId('layers')}>{t('network.layers')}</label>
          <input
            id={fieldId('layers')}
            type="text"
            className="text-field"
            title={t('network.layers.hint')}
            value={form.layers}
            spellCheck={false}
            autoComplete="off"
            {...described('layers')}
            onChange={(event) => change({ layers: event.target.value })}
          />
          {problemOf('layers')}
        </div>
        <div className="network-picture scrolls">
          <NetworkSketch layers={drawn} />
          <div className="network-steps">
            {drawn.map((units, layer) => (
              <Steps
                // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
                key={layer}
                units={units}
                more={layer === 0 ? t('network.features.more') : t('network.more', { layer })}
                fewer={layer === 0 ? t('network.features.fewer') : t('network.fewer', { layer })}
                onChange={(next) => resize(drawn.with(layer, next))}
              />
            ))}
          </div>
        </div>
        <div className="network-depth">
          <Button look="line" onClick={() => resize(drawn.toSpliced(-1, 0, drawn.at(-2)!))}>
            {t('network.deeper')}
          </Button>
          <Button look="line" disabled={drawn.length < 3} onClick={() => resize(drawn.toSpliced(-2, 1))}>
            {t('network.shallower')}
          </Button>
        </div>
        <div className="network-fields">
          {CHOICES.map((field) => (
            <div key={field} className="network-row">
              <label htmlFor={fieldId(field)}>{t(`network.${field}`)}</label>
              <select
                id={fieldId(field)}
                className="text-field"
                value={form[field]}
                onChange={(event) => change({ [field]: event.target.value })}
              >
                {choicesOf(template, field).map((choice) => (
                  <option key={choice} value={choice}>
                    {choiceName(choice) ?? t(choice === 'none' ? 'network.none' : 'network.linear')}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
        <div className="network-fields network-numbers">
          {NUMBERS.map((field) => (
            <div key={field} className="network-row">
              <label htmlFor={fieldId(field)} title={template.options[field]?.description}>
                {t(`network.${field}`)}
              </label>
              <input
                id={fieldId(field)}
                type="text"
                inputMode="decimal"
                className="text-field"
                value={form[field]}
                autoComplete="off"
                {...described(field)}
                onChange={(event) => change({ [field]: event.target.value })}
              />
              {problemOf(field)}
            </div>
          ))}
          <div className="network-flags">
            {FLAGS.map((field) => (
              <label key={field}>
                <input
                  type="checkbox"
                  checked={form[field]}
                  onChange={(event) => change({ [field]: event.target.checked })}
                />
                {t(`network.${field}`)}
              </label>
            ))}
          </div>
        </div>
        {!read.ok && read.field === null && <p className="network-refusal">{read.sentence}</p>}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

interface StepsProps {
  readonly units: number;
  readonly more: string;
  readonly fewer: string;
  readonly onChange: (units: number) => void;
}

function Steps({ units, more, fewer, onChange }: StepsProps) {
  return (
    <div className="network-step">
      <span>{formatCount(units)}</span>
      <IconButton
        label={fewer}
        icon={<Minus className="icon" />}
        disabled={units <= 1}
        onClick={() => onChange(units - 1)}
      />
      <IconButton label={more} icon={<Plus className="icon" />} onClick={() => onChange(units + 1)} />
    </div>
  );
}

const count = (value: number) => ({ count: value, number: formatCount(value) });

function choicesOf(template: TemplateDefinition, field: (typeof CHOICES)[number]): readonly string[] {
  const allowed = template.options[field]?.schema['enum'];
  return Array.isArray(allowed) ? allowed.map(String) : [];
}

/** Ops and initialisers say their own names; `linear` and `none` are no op. */
const choiceName = (choice: string): string | null => findOp(choice)?.name ?? initializers.get(choice)?.name ?? null;

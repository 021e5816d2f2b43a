import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChainruleDocument, findOp, setObjective } from '#engine';
import { formatCount } from '../math/format-number.ts';
import { symbolOf } from '../math/symbols.ts';
import { useDocument } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { TextField } from '../ui/TextField.tsx';
import { documentCounts } from './document-counts.ts';
import { PathsSection } from './PathsSection.tsx';

/** Nothing is selected: the document itself. */
export function DocumentInspector() {
  const { t } = useTranslation('inspector');
  const { document } = useStudio();
  const current = useDocument((state) => state.document);
  const counts = documentCounts(current);
  const edit = (label: string, change: Partial<ChainruleDocument>) => {
    document.edit(label, (before) => ({ ...before, ...change }));
    return null;
  };
  return (
    <>
      <section className="panel-section" aria-label={t('document.label')}>
        <div className="fields">
          <TextField
            label={t('document.title')}
            text={current.title}
            stacked
            onCommit={(title) => edit(t('edit.title'), { title: title.trim() })}
          />
          <TextField
            label={t('document.description')}
            text={current.description}
            placeholder={t('document.descriptionHint')}
            multiline
            stacked
            onCommit={(description) => edit(t('edit.description'), { description })}
          />
          <ObjectiveField />
        </div>
      </section>
      <section className="panel-section" aria-label={t('document.size')}>
        <dl className="rows">
          {(['nodes', 'wires', 'parameters'] as const).map((key) => (
            <div key={key} className="row">
              <dt>{t(`document.${key}`)}</dt>
              <dd className="num">{formatCount(counts[key])}</dd>
            </div>
          ))}
        </dl>
      </section>
      {counts.nodes > 0 && <PathsSection source={null} target={null} />}
      <section className="panel-section">
        <p className="note">{t(counts.nodes === 0 ? 'document.hintEmpty' : 'document.hint')}</p>
      </section>
    </>
  );
}

const MOST_CHOICES = 500;

function ObjectiveField() {
  const { t } = useTranslation('inspector');
  const id = useId();
  const { document } = useStudio();
  const nodes = useDocument((state) => state.document.nodes);
  const objective = useDocument((state) => state.document.objective);
  const choices = nodes
    .filter((node) => node.id === objective || findOp(node.op)?.leaf === undefined)
    .slice(-MOST_CHOICES);
  return (
    <div className="field-row">
      <label htmlFor={id}>{t('document.objective')}</label>
      <select
        id={id}
        className="text-field"
        value={objective ?? ''}
        onChange={({ target: { value } }) =>
          document.edit(t('edit.objective'), (current) => setObjective(current, value === '' ? undefined : value))
        }
      >
        <option value="">{t('document.objectiveAuto')}</option>
        {choices.map((node) => (
          <option key={node.id} value={node.id}>
            {symbolOf(node).text}
          </option>
        ))}
      </select>
    </div>
  );
}

import { Plus, Workflow } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ops } from '#engine';
import { useCommand } from '../commands/context.ts';
import { useStudio } from '../stores/studio.ts';
import { opName } from '../texts/engine-texts.ts';
import { Button } from '../ui/Button.tsx';

const CATEGORIES = [...new Set(ops.map(({ category }) => category))];

/** Adds nodes to the table, and leads back to the graph. */
export function AddLine({ onAdd }: { readonly onAdd: (op: string) => void }) {
  const { t } = useTranslation('table');
  const { translate } = useStudio();
  const graph = useCommand('view.table');
  const [op, setOp] = useState('input');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd(op);
  };
  return (
    <form className="table-tools" onSubmit={submit} aria-label={t('add')}>
      <select aria-label={t('kind')} value={op} onChange={(event) => setOp(event.currentTarget.value)}>
        {CATEGORIES.map((category) => (
          <optgroup key={category} label={translate(`palette:category.${category}`)}>
            {ops
              .filter((each) => each.category === category)
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {opName(translate, each)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <Button look="line" type="submit">
        <Plus className="icon" aria-hidden />
        {t('add.do')}
      </Button>
      <span className="grow" />
      <Button onClick={graph.run}>
        <Workflow className="icon" aria-hidden />
        {t('graph')}
      </Button>
    </form>
  );
}

import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addSavedGate, forgetGate, type Sharing, sharableUse } from '../commands/saved-gates.ts';
import { useDocument, useSession, useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** Asks which saved gate to add, and whether its parameters are its own or shared with another use. */
export function UseGateDialog() {
  const asked = useSession((session) => session.usingGate);
  return asked ? <Question key={asked.gate} chosen={asked.gate} /> : null;
}

function Question({ chosen }: { readonly chosen: string | null }) {
  const { t } = useTranslation('canvas');
  const studio = useStudio();
  const name = useId();
  const gates = useSettings((settings) => settings.gates);
  const [picked, setPicked] = useState(chosen);
  const [sharing, setSharing] = useState<Sharing>('copy');
  const gate = gates.find(({ id }) => id === picked) ?? gates[0];
  const sharable = useDocument(({ document }) => gate !== undefined && sharableUse(document, gate.id) !== null);
  const close = () => studio.session.setState({ usingGate: null });
  const how = sharable ? sharing : 'copy';
  return (
    <Dialog
      title={t('gates.title')}
      onClose={close}
      actions={
        <>
          <span className="grow" />
          <Button look="line" onClick={close}>
            {t('gates.cancel')}
          </Button>
          <Button
            look="fill"
            autoFocus
            disabled={!gate}
            onClick={() => {
              close();
              if (gate) addSavedGate(studio, gate, how);
            }}
          >
            {t('gates.add')}
          </Button>
        </>
      }
    >
      <fieldset className="gate-choice">
        <legend>{t('gates.which')}</legend>
        {gates.map(({ id, name: title }) => (
          <div key={id} className="gate-line">
            <label>
              <input type="radio" name={`${name}-gate`} checked={gate?.id === id} onChange={() => setPicked(id)} />
              {title}
            </label>
            <IconButton
              label={`${t('gates.forget')}: ${title}`}
              icon={<Trash2 className="icon" aria-hidden />}
              onClick={() => forgetGate(studio, id)}
            />
          </div>
        ))}
      </fieldset>
      <fieldset className="gate-choice">
        <legend>{t('gates.how')}</legend>
        <label>
          <input type="radio" name={`${name}-how`} checked={how === 'copy'} onChange={() => setSharing('copy')} />
          <span>
            {t('gates.copy')}
            <small>{t('gates.copyHint')}</small>
          </span>
        </label>
        <label>
          <input
            type="radio"
            name={`${name}-how`}
            checked={how === 'shared'}
            disabled={!sharable}
            onChange={() => setSharing('shared')}
          />
          <span>
            {t('gates.shared')}
            <small>{sharable ? t('gates.sharedHint') : t('gates.noUse')}</small>
          </span>
        </label>
      </fieldset>
    </Dialog>
  );
}

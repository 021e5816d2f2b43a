import { useTranslation } from 'react-i18next';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

const FILE_NAME = 'recovered.txt';

/** Unsaved work that cannot be opened: it is kept until a copy is saved or the user lets it go. */
export function AsideDialog({ name, text }: { readonly name: string | null; readonly text: string }) {
  const { t } = useTranslation('app');
  const { dialogs, platform, session } = useStudio();
  const save = async () => {
    try {
      const file = await platform.files.exportText(name === null ? FILE_NAME : `${name}.${FILE_NAME}`, text);
      if (!file) return;
      await platform.journal.clearAside();
      dialogs.close();
      session.notify(t('aside.saved', { name: file.name }));
    } catch (error) {
      dialogs.show({ kind: 'failed', what: 'open', text: error instanceof Error ? error.message : `${error}` });
    }
  };
  const drop = () => {
    void platform.journal.clearAside();
    dialogs.close();
  };
  return (
    <Dialog
      title={t('aside.title')}
      onClose={() => dialogs.close()}
      actions={
        <>
          <Button look="line" onClick={drop}>
            {t('aside.drop')}
          </Button>
          <span className="grow" />
          <Button look="line" onClick={() => dialogs.close()}>
            {t('aside.later')}
          </Button>
          <Button look="fill" autoFocus onClick={() => void save()}>
            {t('aside.save')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('aside.text', { name: name === null ? t('aside.untitled') : `“${name}”` })}</p>
    </Dialog>
  );
}

import { useTranslation } from 'react-i18next';
import { LessonsDialog } from '../lessons/LessonsDialog.tsx';
import { NetworkDialog } from '../palette/NetworkDialog.tsx';
import { useDialog } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { AsideDialog } from './AsideDialog.tsx';
import { CommandSearch } from './CommandSearch.tsx';
import { ProblemsDialog } from './ProblemsDialog.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';

/** The dialog that stands in front, if any. */
export function Dialogs() {
  const dialog = useDialog((state) => state.dialog);
  const shown = useDialog((state) => state.shown);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'commands':
      return <CommandSearch key={shown} />;
    case 'shortcuts':
      return <ShortcutSheet key={shown} />;
    case 'lessons':
      return <LessonsDialog key={shown} />;
    case 'network':
      return <NetworkDialog key={shown} />;
    case 'about':
      return <About key={shown} />;
    case 'unsaved':
      return <Unsaved key={shown} {...dialog} />;
    case 'problems':
      return <ProblemsDialog key={shown} {...dialog} />;
    case 'aside':
      return <AsideDialog key={shown} {...dialog} />;
    case 'failed':
      return <Failed key={shown} {...dialog} />;
  }
}

function Unsaved({
  title,
  answer,
}: {
  readonly title: string;
  readonly answer: (answer: 'save' | 'discard' | 'cancel') => void;
}) {
  const { t } = useTranslation('app');
  return (
    <Dialog
      title={t('unsaved.title', { title })}
      onClose={() => answer('cancel')}
      actions={
        <>
          <Button look="line" onClick={() => answer('discard')}>
            {t('unsaved.discard')}
          </Button>
          <span className="grow" />
          <Button look="line" onClick={() => answer('cancel')}>
            {t('unsaved.cancel')}
          </Button>
          <Button look="fill" autoFocus onClick={() => answer('save')}>
            {t('unsaved.save')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('unsaved.text')}</p>
    </Dialog>
  );
}

function Failed({ what, text }: { readonly what: 'open' | 'save'; readonly text: string }) {
  const { t } = useTranslation('app');
  const { dialogs, documents } = useStudio();
  return (
    <Dialog
      title={t(`failed.${what}`)}
      onClose={() => dialogs.close()}
      actions={
        <>
          {what !== 'open' && (
            <Button
              look="line"
              onClick={() => {
                dialogs.close();
                void documents.saveAs();
              }}
            >
              {t('failed.retry')}
            </Button>
          )}
          <Button look="fill" onClick={() => dialogs.close()}>
            {t('failed.close')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{text}</p>
    </Dialog>
  );
}

function About() {
  const { t } = useTranslation('app');
  const { dialogs } = useStudio();
  return (
    <Dialog
      title={t('about.title')}
      onClose={() => dialogs.close()}
      actions={
        <Button look="fill" onClick={() => dialogs.close()}>
          {t('about.close')}
        </Button>
      }
    >
      <p className="dialog-text">{t('about.text')}</p>
    </Dialog>
  );
}

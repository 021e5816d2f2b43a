import { useTranslation } from 'react-i18next';
import type { LessonProblem } from '../lesson-format/problems.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

const LISTED = 50;

interface ProblemsDialogProps {
  readonly name: string;
  readonly problems: readonly LessonProblem[];
}

/** Why a document cannot be opened: where, what, and what to do, for each thing that is wrong. */
export function ProblemsDialog({ name, problems }: ProblemsDialogProps) {
  const { t } = useTranslation('app');
  const { dialogs } = useStudio();
  return (
    <Dialog
      wide
      title={t('problems.title', { name })}
      onClose={() => dialogs.close()}
      actions={
        <Button look="fill" onClick={() => dialogs.close()}>
          {t('problems.close')}
        </Button>
      }
    >
      <p className="dialog-text">{t('problems.text', { count: problems.length })}</p>
      <ul className="problem-list">
        {problems.slice(0, LISTED).map(({ path, message, hint }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          <li key={index}>
            {path && <code>{path}</code>}
            <p>{message}</p>
            <p className="hint">{hint}</p>
          </li>
        ))}
      </ul>
      {problems.length > LISTED && (
        <p className="dialog-text">{t('problems.more', { count: problems.length - LISTED })}</p>
      )}
    </Dialog>
  );
}

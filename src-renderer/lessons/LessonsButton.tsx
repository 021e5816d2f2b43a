import { useTranslation } from 'react-i18next';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';

export function LessonsButton() {
  const { t } = useTranslation('lessons');
  const { dialogs } = useStudio();
  return (
    <Button aria-haspopup="dialog" onClick={() => dialogs.show({ kind: 'lessons' })}>
      {t('menu.lessons')}
    </Button>
  );
}

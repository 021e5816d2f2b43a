import './lessons.css';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLessons } from '../stores/hooks.ts';
import type { LessonListing } from '../stores/lesson-state.ts';
import { useStudio } from '../stores/studio.ts';
import { lessonListing } from '../texts/engine-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** The catalogue: every lesson with what one learns in it and how far one came. */
export function LessonsDialog() {
  const { t } = useTranslation('lessons');
  const { dialogs, lessons, documents } = useStudio();
  return (
    <Dialog
      wide
      title={t('catalog.title')}
      onClose={() => dialogs.close()}
      actions={
        <>
          <Button
            look="line"
            onClick={() => {
              dialogs.close();
              void documents.open();
            }}
          >
            {t('catalog.open')}
          </Button>
          <Button
            look="line"
            onClick={() => {
              dialogs.close();
              lessons.record(true);
            }}
          >
            {t('catalog.make')}
          </Button>
          <span className="grow" />
          <Button look="fill" onClick={() => dialogs.close()}>
            {t('catalog.close')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('catalog.text')}</p>
      <ol className="lesson-list">
        {lessons.listings.map((listing, index) => (
          <Entry key={listing.id} listing={listing} at={index + 1} />
        ))}
      </ol>
    </Dialog>
  );
}

function Entry({ listing, at }: { readonly listing: LessonListing; readonly at: number }) {
  const { t } = useTranslation('lessons');
  const { dialogs, lessons } = useStudio();
  const progress = useLessons((state) => state.progress[listing.id]);
  const { title, description } = lessonListing(t, listing);
  const state = progress?.finished
    ? t('catalog.done')
    : progress && progress.step > 0
      ? t('catalog.resume', { at: progress.step + 1, total: listing.steps })
      : t('catalog.steps', { total: listing.steps });
  return (
    <li>
      <button
        type="button"
        className="lesson-entry"
        onClick={() => {
          dialogs.close();
          void lessons.open(listing.id);
        }}
      >
        <span className="lesson-entry-at" aria-hidden>
          {progress?.finished ? <Check className="icon" /> : at}
        </span>
        <span className="lesson-entry-words">
          <span className="lesson-entry-title">{title}</span>
          <span className="lesson-entry-text">{description}</span>
        </span>
        <span className="lesson-entry-state">{state}</span>
      </button>
    </li>
  );
}

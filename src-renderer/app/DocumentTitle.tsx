import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useLessons, useSession } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';

/** The document's title, edited in place, and whether it is saved. */
export function DocumentTitle() {
  const { t } = useTranslation('app');
  const { session } = useStudio();
  const title = useDocument((state) => state.document.title);
  const renaming = useSession((state) => state.renamingTitle);
  const edited = useDocument((state) => state.edited);
  const lesson = useLessons((state) => state.lesson !== null);
  return (
    <>
      <h1 className="document-heading">
        {renaming ? (
          <TitleField title={title} />
        ) : (
          <button
            type="button"
            className="document-title"
            aria-label={`${t('title.rename')}: ${title}`}
            onClick={() => session.setState({ renamingTitle: true })}
          >
            {title}
          </button>
        )}
      </h1>
      <span className="crumb">{lesson ? t('title.lesson') : edited ? t('title.edited') : t('title.saved')}</span>
    </>
  );
}

function TitleField({ title }: { readonly title: string }) {
  const { t } = useTranslation('app');
  const { document, session, translate } = useStudio();
  const cancelled = useRef(false);
  const close = (text: string) => {
    const next = text.trim();
    if (!cancelled.current && next !== '' && next !== title)
      document.edit(translate('commands:step.rename'), (before) => ({ ...before, title: next }));
    session.setState({ renamingTitle: false });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') cancelled.current = true;
    if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
  };
  return (
    <input
      className="title-field"
      defaultValue={title}
      maxLength={200}
      aria-label={t('title.field')}
      ref={(field) => {
        field?.focus();
        field?.select();
      }}
      onBlur={(event) => close(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

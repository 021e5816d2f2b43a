import { useTranslation } from 'react-i18next';
import type { DraftReport } from '../../lesson-format/draft.ts';

/** What keeps the lesson from being opened, and what the engine does not find true in it. */
export function Report({ report: { problems, doubts } }: { readonly report: DraftReport }) {
  const { t } = useTranslation('lessons');
  const listed = problems.length > 0 ? problems : doubts;
  if (listed.length === 0) return null;
  return (
    <section className="recorder-report" aria-live="polite">
      <h2>{t(problems.length > 0 ? 'record.problems' : 'record.doubts')}</h2>
      <ul>
        {listed.map(({ path, message }) => (
          <li key={`${path}${message}`}>
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
    </section>
  );
}

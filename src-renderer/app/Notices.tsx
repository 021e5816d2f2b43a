import { CircleAlert, CircleSlash, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { classes, IconButton } from '../ui/Button.tsx';

/** The sentence that the last action left, shown over the canvas and read aloud. */
export function Notices() {
  const { t } = useTranslation('app');
  const { session } = useStudio();
  const notice = useSession((state) => state.notice);
  return (
    <section className="notices" aria-label={t('region.notices')}>
      {/* Two regions that stay: what changes inside one is read aloud, errors at once. */}
      <div aria-live="polite">{notice && notice.tone !== 'error' && <Sentence key={notice.id} {...notice} />}</div>
      <div aria-live="assertive">{notice?.tone === 'error' && <Sentence key={notice.id} {...notice} />}</div>
      {notice && (
        <IconButton
          label={t('notice.dismiss')}
          icon={<X className="icon" />}
          onClick={() => session.dismissNotice()}
          className="notice-dismiss"
        />
      )}
    </section>
  );
}

function Sentence({ text, tone }: { readonly text: string; readonly tone: 'plain' | 'refusal' | 'error' }) {
  return (
    <p className={classes('notice', tone)}>
      {tone === 'error' && <CircleAlert className="icon" aria-hidden />}
      {tone === 'refusal' && <CircleSlash className="icon" aria-hidden />}
      {text}
    </p>
  );
}

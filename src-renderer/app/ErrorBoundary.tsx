import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';

interface Caught {
  readonly error: unknown;
}

/** Keeps a failing part from taking the window, and the document, with it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Caught | { readonly error: null }> {
  override state: Caught | { readonly error: null } = { error: null };

  static getDerivedStateFromError(error: unknown): Caught {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error === null ? (
      this.props.children
    ) : (
      <Failure error={error} onRetry={() => this.setState({ error: null })} />
    );
  }
}

function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation('app');
  const { documents } = useStudio();
  return (
    <div className="failure" role="alert">
      <h2>{t('crash.title')}</h2>
      <p>{t('crash.text')}</p>
      <code>{error instanceof Error ? error.message : String(error)}</code>
      <div className="failure-actions">
        <Button look="fill" onClick={() => void documents.saveAs()}>
          {t('crash.save')}
        </Button>
        <Button look="line" onClick={onRetry}>
          {t('crash.again')}
        </Button>
        <Button look="line" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
      </div>
    </div>
  );
}

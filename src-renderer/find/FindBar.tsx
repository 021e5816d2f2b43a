import './find.css';
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useRun, useSession, useShownNumbers } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { originOf, returnTo, showAll, showMatch } from './find-session.ts';
import { matchesOf } from './matches.ts';
import { parseFind } from './query.ts';

/** Finds nodes by name, kind and numbers; stands over the canvas while it is asked for. */
export function FindBar() {
  const asked = useSession((state) => state.find?.count ?? null);
  return asked === null ? null : <OpenBar asked={asked} />;
}

function OpenBar({ asked }: { readonly asked: number }) {
  const { t } = useTranslation('find');
  const studio = useStudio();
  const field = useRef<HTMLInputElement>(null);
  const [origin] = useState(() => originOf(studio));
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const document = useDocument((state) => state.document);
  const problems = useRun((state) => state.problems);
  const shown = useShownNumbers();
  const query = useMemo(() => parseFind(text), [text]);
  const matches = useMemo(
    () => (query.ok ? matchesOf(document, query.terms, shown, problems) : []),
    [query, document, shown, problems],
  );
  const chosen = Math.min(at, matches.length - 1);

  useEffect(() => {
    if (asked === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  const goTo = (index: number) => {
    if (matches.length === 0) return;
    const next = (index + matches.length) % matches.length;
    setAt(next);
    showMatch(studio, matches[next]!);
  };
  const type = (next: string) => {
    setText(next);
    const read = parseFind(next);
    const first = read.ok ? matchesOf(document, read.terms, shown, problems)[0] : undefined;
    setAt(first ? 0 : -1);
    if (first) showMatch(studio, first);
    else studio.session.select(origin.nodes, origin.edges);
  };
  const close = (how: 'keep' | 'return') => {
    if (how === 'return') returnTo(studio, origin);
    studio.session.setState({ find: null });
    studio.canvas.getState().port?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close('return');
    else if (event.key === 'Enter' && event.altKey) all();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) close('keep');
    else if (event.key === 'Enter' && event.target === field.current) goTo(chosen + (event.shiftKey ? -1 : 1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const all = () => {
    if (matches.length === 0) return;
    showAll(studio, matches);
    close('keep');
  };
  const count = matches.length;
  const status = !query.ok
    ? t(`why.${query.why}`, { word: query.word })
    : query.terms.length === 0
      ? ''
      : count === 0
        ? t('none')
        : t('count', { at: chosen + 1, count });
  return (
    <search className="find-bar" aria-label={t('label')} onKeyDown={onKeyDown}>
      <div className="find-line">
        <label className="field find-field">
          <Search className="icon" aria-hidden />
          <input
            ref={field}
            aria-label={t('field')}
            aria-invalid={!query.ok}
            aria-describedby="find-status"
            placeholder={t('field')}
            spellCheck={false}
            autoComplete="off"
            maxLength={400}
            value={text}
            onChange={(event) => type(event.currentTarget.value)}
          />
        </label>
        <output id="find-status" className={query.ok ? 'find-count' : 'find-count wrong'} aria-live="polite">
          {status}
        </output>
        <IconButton
          label={t('previous')}
          icon={<ChevronUp className="icon" />}
          unavailable={count === 0 ? t('none') : null}
          onClick={() => goTo(chosen - 1)}
        />
        <IconButton
          label={t('next')}
          icon={<ChevronDown className="icon" />}
          unavailable={count === 0 ? t('none') : null}
          onClick={() => goTo(chosen + 1)}
        />
        <Button onClick={all} disabled={count === 0}>
          {t('all')}
        </Button>
        <IconButton label={t('close')} icon={<X className="icon" />} onClick={() => close('keep')} />
      </div>
      {text === '' && (
        <p className="find-help">
          {t('help')}{' '}
          {EXAMPLES.map((example) => (
            <button
              key={example}
              type="button"
              onClick={() => {
                type(example);
                field.current?.focus();
              }}
            >
              {example}
            </button>
          ))}
        </p>
      )}
    </search>
  );
}

const EXAMPLES = ['op:relu', 'grad > 10', '|grad| < 1e-6', 'value = 3', 'isnan'];

import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { mistakes, type Why } from '#engine';
import { useCommand } from '../commands/context.ts';
import { RichText } from '../math/RichText.tsx';
import type { RichPart, RichValue } from '../math/rich-text.ts';
import { useStudio } from '../stores/studio.ts';
import { mistakeText } from '../texts/engine-texts.ts';
import { Button } from '../ui/Button.tsx';
import { useWords, type Words } from './words.ts';

/** What is broken on purpose, and in one sentence why the numbers are wrong. */
export function BrokenBar() {
  const { t } = useTranslation('practice');
  const { session, broken } = useStudio();
  const { mistake, broken: pass } = useStore(broken);
  const mend = useCommand('practice.mend');
  const words = useWords();
  const definition = mistakes.get(mistake ?? '');
  if (!definition) return null;
  return (
    <section className="practice-bar is-broken" aria-label={t('broken.badge')}>
      <div className="practice-line">
        <TriangleAlert className="icon" aria-hidden />
        <strong>{mistakeText(t, definition).name}</strong>
        <p className="practice-question" aria-live="polite">
          {pass ? (
            <RichText
              parts={pass.why ? whyText(definition.id, pass.why, words) : words.say(`idle.${definition.id}`)}
              onPoint={(node) => session.setState({ hoveredNode: node })}
            />
          ) : (
            mistakeText(t, definition).summary
          )}
        </p>
        <span className="grow" />
        <Button look="line" onClick={mend.run}>
          {t('broken.mend')}
        </Button>
      </div>
    </section>
  );
}

function whyText(mistake: string, { node, element, wrong, right, facts }: Why, words: Words): readonly RichPart[] {
  const { symbol, signed, value } = words;
  const place: RichPart[] = element
    ? [symbol(node), { kind: 'text', text: `[${element.join(', ')}]` }]
    : [symbol(node)];
  const values: Record<string, RichValue> = { node: place, wrong: signed(wrong), right: signed(right) };
  for (const [name, fact] of Object.entries(facts)) {
    if (typeof fact === 'string') values[name] = symbol(fact);
    else values[name] = name === 'local' || 'changed' in facts ? value(fact) : signed(fact);
  }
  return words.say(facts['cause'] === 'upstream' ? 'why.upstream' : `why.${mistake}`, values);
}

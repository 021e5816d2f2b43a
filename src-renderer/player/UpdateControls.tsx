import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/context.ts';
import { plainText } from '../math/format-number.ts';
import { moveByNotches, parseValueText, valueStep } from '../math/value-text.ts';
import { usePlayer } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';

/** Beside the track's last band: the learning rate, and the button that makes the updates true. */
export function UpdateControls() {
  const { t } = useTranslation('player');
  const { unavailable, run } = useCommand('player.apply');
  const moves = usePlayer((state) => state.stops.at(-1)?.phase === 'update');
  if (!moves) return null;
  return (
    <div className="update-controls">
      <RateField />
      <Button look="line" title={unavailable ?? t('apply.title')} aria-disabled={unavailable !== null} onClick={run}>
        {t('apply.label')}
      </Button>
    </div>
  );
}

function RateField() {
  const { t } = useTranslation('player');
  const { player, session } = useStudio();
  const rate = usePlayer((state) => state.rate);
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another rate ends what was being typed
  useEffect(() => setDraft(null), [rate]);

  const commit = () => {
    if (draft === null) return;
    const parsed = parseValueText(draft);
    setDraft(null);
    if (parsed.ok && typeof parsed.value === 'number' && parsed.value > 0) player.setRate(parsed.value);
    else session.notify(t('rate.refused', { rate: plainText(rate) }), 'refusal');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit();
    else if (event.key === 'Escape') setDraft(null);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const step = valueStep(rate, event.shiftKey ? 'fine' : 'normal');
      const next = moveByNotches(rate, event.key === 'ArrowUp' ? 1 : -1, step);
      if (next > 0) player.setRate(next);
    } else return;
    event.stopPropagation();
  };
  return (
    <span className="rate">
      <label htmlFor={id} title={t('rate.label')}>
        <span aria-hidden>η</span>
        <span className="visually-hidden">{t('rate.label')}</span>
      </label>
      <input
        id={id}
        className="text-field"
        inputMode="decimal"
        spellCheck={false}
        autoComplete="off"
        value={draft ?? plainText(rate)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
    </span>
  );
}

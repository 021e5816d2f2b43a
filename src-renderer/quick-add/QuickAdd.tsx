import './quick-add.css';
import { Sigma } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from '#engine';
import { formatNumber } from '../math/format-number.ts';
import { useSession } from '../stores/hooks.ts';
import type { QuickAddRequest } from '../stores/session-store.ts';
import { useStudio } from '../stores/studio.ts';
import { opName } from '../texts/engine-texts.ts';
import { OpGlyph } from '../ui/OpGlyph.tsx';
import { addChoice } from './add-choice.ts';
import { type Choice, choicesFor } from './choices.ts';
import { recentOps } from './recent.ts';

const SIZE = { width: 296, height: 344 };
const MARGIN = 8;

/** The popup that adds nodes at the cursor, open while the session asks for it. */
export function QuickAdd() {
  const request = useSession((state) => state.quickAdd);
  const [count, setCount] = useState(0);
  const [last, setLast] = useState(request);
  if (request !== last) {
    setLast(request);
    setCount(count + 1); // each opening starts afresh
  }
  return request ? <QuickAddPopup key={count} request={request} /> : null;
}

function QuickAddPopup({ request }: { readonly request: QuickAddRequest }) {
  const { t } = useTranslation('canvas');
  const studio = useStudio();
  const { session, document, canvas, platform } = studio;
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [place] = useState(() => placeAt(canvas.getState().port?.toScreen(request.at) ?? { x: 0, y: 0 }));
  const [recent] = useState(() => recentOps(platform.storage));
  const [known] = useState(() =>
    document.getState().document.nodes.flatMap((node) => [node.id, node.label ?? node.id]),
  );
  const { list, problem } = useMemo(
    () => choicesFor(text, request.from, recent, known),
    [text, request, recent, known],
  );
  const chosen = list[Math.min(active, list.length - 1)];

  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    popup.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const close = () => {
    session.setState({ quickAdd: null });
    canvas.getState().port?.focus();
  };
  const add = (choice: Choice | undefined, connected: boolean) => {
    if (!choice) return;
    const [selected] = session.getState().selectedNodes;
    const output = document.getState().document.nodes.find((node) => node.id === selected)?.id;
    addChoice(studio, choice, request, connected && !request.from ? (output ?? null) : null);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const count = list.length;
    if (event.key === 'ArrowDown' && count > 0) setActive((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setActive((active - 1 + count) % count);
    else if (event.key === 'Enter') add(chosen, event.shiftKey);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') close();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={popup}
      className="quick-add"
      role="dialog"
      aria-label={t('quick.field')}
      style={place}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) session.setState({ quickAdd: null });
      }}
    >
      <input
        ref={field}
        className="quick-add-field"
        role="combobox"
        aria-label={t('quick.field')}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${id}-${Math.min(active, list.length - 1)}` : undefined}
        placeholder={t('quick.placeholder')}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} className="quick-add-list" role="listbox" aria-label={t('quick.field')}>
        {list.map((choice, index) => (
          <ChoiceLine
            key={choice.kind === 'op' ? choice.op.id : choice.kind}
            id={`${id}-${index}`}
            choice={choice}
            active={choice === chosen}
            onPoint={() => setActive(index)}
            onChoose={() => add(choice, false)}
          />
        ))}
        {list.length === 0 ? (
          <p className="quick-add-none">
            {problem
              ? studio.translate(`canvas:${problem.why}`, { ...problem.words })
              : t('quick.none', { query: text })}
          </p>
        ) : null}
      </div>
      <p className="quick-add-hint">{t(request.from ? 'quick.hintWire' : 'quick.hint')}</p>
    </div>
  );
}

/** At the pointer, and wholly inside the window. */
function placeAt(at: Point): { readonly left: number; readonly top: number } {
  const within = (value: number, size: number, room: number) => Math.max(MARGIN, Math.min(value, room - size - MARGIN));
  return {
    left: within(at.x - 24, SIZE.width, window.innerWidth),
    top: within(at.y - 20, SIZE.height, window.innerHeight),
  };
}

interface ChoiceLineProps {
  readonly id: string;
  readonly choice: Choice;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function ChoiceLine({ id, choice, active, onPoint, onChoose }: ChoiceLineProps) {
  const { t } = useTranslation('canvas');
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      className="quick-add-option"
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="quick-add-glyph">
        {choice.kind === 'expression' ? (
          <Sigma size={16} strokeWidth={1.5} aria-hidden="true" />
        ) : (
          <OpGlyph path={choice.op.glyph} />
        )}
      </span>
      <span className="quick-add-name">
        {choice.kind === 'op'
          ? opName(t, choice.op)
          : choice.kind === 'number'
            ? t('quick.constant', { value: formatNumber(choice.value) })
            : choice.text}
      </span>
      <span className="quick-add-more">
        {choice.kind === 'expression'
          ? t('quick.expressionNodes', { count: choice.count })
          : choice.kind === 'op' && choice.recent
            ? t('quick.recent')
            : choice.kind === 'op'
              ? choice.op.id
              : ''}
      </span>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { Shortcut } from '../ui/Shortcut.tsx';

/** Keys that belong to the canvas and stay as they are. */
const FIXED = [
  { id: 'enter', keys: ['ArrowDown', 'ArrowUp'] },
  { id: 'walk', keys: ['ArrowLeft', 'ArrowRight'] },
  { id: 'move', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
  { id: 'connect', keys: ['C'] },
  { id: 'edit', keys: ['Enter'] },
  { id: 'rename', keys: ['F2'] },
  { id: 'add', keys: ['Space'] },
  { id: 'leave', keys: ['Escape'] },
] as const;

/** Whether the canvas takes these keys before any command. */
export function isCanvasKey(keys: string): boolean {
  return FIXED.some((fixed) => fixed.keys.some((each) => each === keys)) || keys.startsWith('Alt+Arrow');
}

export function FixedKeys() {
  const { t } = useTranslation('app');
  return (
    <div className="shortcuts-part">
      <h3 className="shortcuts-group">{t('shortcuts.fixed')}</h3>
      <ul>
        {FIXED.map(({ id, keys }) => (
          <li key={id} className="shortcuts-row">
            <span>{t(`fixed.${id}`)}</span>
            <span className="shortcuts-keys">
              {keys.map((each) => (
                <Shortcut key={each} keys={each} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Menu } from '@base-ui/react/menu';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useSession } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { IconButton } from '../ui/Button.tsx';
import './history.css';

/** Entries drawn on each side of the position; the rest is counted. */
const SHOWN = 100;

/** The steps that can be undone and redone, the newest first: choosing one goes there. */
export function HistoryMenu() {
  const { t } = useTranslation('app');
  const { session } = useStudio();
  const open = useSession((state) => state.historyOpen);
  return (
    <Menu.Root open={open} onOpenChange={(historyOpen) => session.setState({ historyOpen })} modal={false}>
      <Menu.Trigger render={<IconButton label={t('history.title')} icon={<History className="icon" />} />} />
      <Menu.Portal>
        <Menu.Positioner className="popup-layer" sideOffset={4} align="start">
          <Menu.Popup className="menu history">
            <Entries />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Entries() {
  const { t } = useTranslation('app');
  const { document } = useStudio();
  useStore(document, (state) => state.version); // the history grows with the document's version
  const edited = useStore(document, (state) => state.edited);
  const { entries, position, cut, bytes, capBytes, savedAt } = document.history();
  const first = Math.max(0, position - SHOWN);
  const last = Math.min(entries.length, position + SHOWN);
  const saved = (id: number) => id === savedAt || (!edited && id === (entries[position - 1]?.id ?? 0));
  return (
    <>
      <Menu.RadioGroup
        className="history-list scrolls"
        aria-label={t('history.title')}
        value={position}
        onValueChange={(next: number) => document.goTo(next)}
      >
        {last < entries.length && (
          <p className="history-more">{t('history.later', { count: entries.length - last })}</p>
        )}
        {entries
          .slice(first, last)
          .map(({ id, label }, index) => (
            <Entry key={id} at={first + index + 1} label={label} undone={first + index >= position} saved={saved(id)} />
          ))
          .toReversed()}
        {first > 0 ? (
          <p className="history-more">{t('history.earlier', { count: first })}</p>
        ) : (
          <Entry at={0} label={cut ? t('history.cut') : t('history.beginning')} undone={false} saved={saved(0)} />
        )}
      </Menu.RadioGroup>
      <p className="history-room">{t('history.room', { used: sizeText(bytes), cap: sizeText(capBytes) })}</p>
    </>
  );
}

function sizeText(bytes: number): string {
  return bytes < 2 ** 20 ? `${Math.ceil(bytes / 1024)} kB` : `${Number((bytes / 2 ** 20).toFixed(1))} MB`;
}

interface EntryProps {
  /** How many entries are done when this is the newest of them. */
  readonly at: number;
  readonly label: string;
  readonly undone: boolean;
  readonly saved: boolean;
}

function Entry({ at, label, undone, saved }: EntryProps) {
  const { t } = useTranslation('app');
  return (
    <Menu.RadioItem value={at} className={undone ? 'menu-item history-entry undone' : 'menu-item history-entry'}>
      <span className="history-dot" aria-hidden />
      <span className="name">{label}</span>
      {(undone || saved) && <span className="history-note">{undone ? t('history.undone') : t('history.saved')}</span>}
    </Menu.RadioItem>
  );
}

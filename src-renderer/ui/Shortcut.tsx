import { useTranslation } from 'react-i18next';
import { shortcutText } from './shortcut-text.ts';

/** A shortcut as keys look on this system: `Ctrl K`, `⌘ K`. */
export function Shortcut({ keys }: { readonly keys: string }) {
  const { t } = useTranslation('ui');
  return <kbd className="shortcut">{shortcutText(keys, t)}</kbd>;
}

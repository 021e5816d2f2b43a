import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface ExpandButtonProps {
  readonly name: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Opens and closes the grid of a tensor's numbers. */
export function ExpandButton({ name, open, onToggle }: ExpandButtonProps) {
  const { t } = useTranslation('inspector');
  const label = t(open ? 'grid.hide' : 'grid.show', { name });
  const Icon = open ? ChevronUp : ChevronDown;
  return (
    <button type="button" className="expand" aria-expanded={open} aria-label={label} title={label} onClick={onToggle}>
      <Icon className="icon" aria-hidden />
    </button>
  );
}

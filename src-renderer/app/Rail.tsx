import { Plus } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../stores/hooks.ts';
import { IconButton } from '../ui/Button.tsx';

/** The palette of a narrow window: a rail that opens over the canvas and closes once a node was added. */
export function Rail({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLElement>(null);
  const nodes = useDocument((state) => state.document.nodes.length);
  const before = useRef(nodes);
  useEffect(() => {
    if (nodes > before.current) setOpen(false);
    before.current = nodes;
  }, [nodes]);
  useEffect(() => {
    if (open) root.current?.querySelector<HTMLElement>('.rail-drawer input')?.focus();
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    const next = event.relatedTarget;
    if (next instanceof Node && !root.current?.contains(next)) setOpen(false);
  };
  return (
    <aside ref={root} className="rail" aria-label={t('region.palette')} onKeyDown={onKeyDown} onBlur={onBlur}>
      <IconButton
        label={t('rail.add')}
        icon={<Plus className="icon" />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && <div className="rail-drawer">{children}</div>}
    </aside>
  );
}

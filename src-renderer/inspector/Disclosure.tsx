import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useSession } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';

interface DisclosureProps {
  /** Under which the session remembers that it stands open. */
  readonly name: string;
  readonly title: ReactNode;
  /** Said at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A section that opens. What is inside is not computed while it is closed. */
export function Disclosure({ name, title, aside, children }: DisclosureProps) {
  const { session } = useStudio();
  const open = useSession(({ openSections }) => openSections.has(name));
  const id = useId();
  const Icon = open ? ChevronDown : ChevronRight;
  return (
    <section className="panel-section">
      <h3 className="disclosure">
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => session.toggleSection(name)}>
          <Icon className="icon small-icon" aria-hidden />
          <span>{title}</span>
        </button>
        <span className="grow" />
        {open && aside !== undefined && <span className="dim regular">{aside}</span>}
      </h3>
      <div id={id} className="disclosed" hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}

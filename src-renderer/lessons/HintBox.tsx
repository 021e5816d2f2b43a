import { Check, Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';

interface HintBoxProps {
  readonly title: ReactNode;
  readonly right?: boolean;
  readonly children?: ReactNode;
}

/** What a try was worth. A wrong one is never red: it is a step on the way. */
export function HintBox({ title, right = false, children }: HintBoxProps) {
  const Icon = right ? Check : Lightbulb;
  return (
    <div className={right ? 'lesson-said is-right' : 'lesson-said'}>
      <p className="lesson-said-title">
        <Icon className="icon" aria-hidden />
        <span>{title}</span>
      </p>
      {children ? <p className="lesson-said-text">{children}</p> : null}
    </div>
  );
}

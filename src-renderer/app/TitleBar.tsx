import { Redo2, SquareTerminal, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/context.ts';
import { LessonLight } from '../lessons/LessonLight.tsx';
import { LessonsButton } from '../lessons/LessonsButton.tsx';
import { TruthLight } from '../player/TruthLight.tsx';
import { BrokenBadge } from '../practice/BrokenBadge.tsx';
import { PracticeMenu } from '../practice/PracticeMenu.tsx';
import { useDocument, useLessons, useSession, useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Shortcut } from '../ui/Shortcut.tsx';
import { useCompact } from '../ui/use-media.ts';
import { DocumentTitle } from './DocumentTitle.tsx';
import { HistoryMenu } from './HistoryMenu.tsx';
import { ExamplesMenu, FileMenu } from './menus.tsx';
import { PhaseState } from './PhaseState.tsx';

export function TitleBar() {
  const compact = useCompact(useSettings((state) => state.textSizePx));
  const lesson = useLessons((state) => state.lesson !== null);
  return (
    <header className={compact ? 'title-bar compact' : 'title-bar'} data-bare-keys>
      <Mark />
      <DocumentTitle />
      <Rule />
      <UndoButtons />
      <Rule />
      {lesson ? null : (
        <>
          <FileMenu />
          <ExamplesMenu />
          <LessonsButton />
          <PracticeMenu />
        </>
      )}
      <CommandsButton />
      <span className="grow" />
      {!compact && (
        <>
          <NumbersChoice />
          <Rule />
          <PhaseState />
          <Rule />
        </>
      )}
      <BrokenBadge>{lesson ? <LessonLight fallback={<TruthLight />} /> : <TruthLight />}</BrokenBadge>
    </header>
  );
}

function Rule() {
  return <span className="rule" />;
}

function UndoButtons() {
  const { t } = useTranslation('app');
  const undo = useCommand('edit.undo');
  const redo = useCommand('edit.redo');
  const undoLabel = useDocument((state) => state.undoLabel);
  const redoLabel = useDocument((state) => state.redoLabel);
  return (
    <>
      <IconButton
        label={undoLabel === null ? undo.label : t('undo.named', { label: undoLabel })}
        icon={<Undo2 className="icon" />}
        shortcut={undo.shortcut}
        unavailable={undo.unavailable}
        onClick={undo.run}
      />
      <IconButton
        label={redoLabel === null ? redo.label : t('redo.named', { label: redoLabel })}
        icon={<Redo2 className="icon" />}
        shortcut={redo.shortcut}
        unavailable={redo.unavailable}
        onClick={redo.run}
      />
      <HistoryMenu />
    </>
  );
}

function CommandsButton() {
  const { t } = useTranslation('app');
  const command = useCommand('help.commands');
  return (
    <Button onClick={command.run} aria-haspopup="dialog">
      <SquareTerminal className="icon" aria-hidden />
      <span className="wide-only">{t('commands.button')}</span>
      {command.shortcut && <Shortcut keys={command.shortcut} />}
    </Button>
  );
}

function NumbersChoice() {
  const { t } = useTranslation('app');
  const { session } = useStudio();
  const shown = useSession((state) => state.wireNumbers);
  return (
    <Segmented
      label={t('numbers.label')}
      value={shown === 'none' ? null : shown}
      options={[
        { value: 'values', text: t('numbers.values') },
        { value: 'gradients', text: t('numbers.gradients') },
        { value: 'both', text: t('numbers.both') },
      ]}
      onChange={(wireNumbers) => session.setState({ wireNumbers })}
    />
  );
}

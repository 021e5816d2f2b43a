import './practice.css';
import './worksheet.css';
import { useStore } from 'zustand';
import { useStudio } from '../stores/studio.ts';
import { RandomGraphDialog } from './RandomGraphDialog.tsx';
import { Worksheet } from './Worksheet.tsx';

/** What stands in front of the window. It is no part of the regions, which change when a printer's narrow page is laid out. */
export function PracticeDialogs() {
  const dialog = useStore(useStudio().practice, (state) => state.dialog);
  if (dialog === 'random') return <RandomGraphDialog />;
  return dialog === 'worksheet' ? <Worksheet /> : null;
}

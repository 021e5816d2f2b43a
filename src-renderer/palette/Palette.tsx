import './palette.css';
import { Network, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ops, templates } from '#engine';
import { freePlace } from '../commands/free-place.ts';
import { insertNode } from '../commands/insert.ts';
import { addTemplate } from '../commands/insert-template.ts';
import { searchNamed } from '../commands/search-ops.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { PaletteOp } from './PaletteOp.tsx';
import { isTemplate, type PaletteItem, paletteGroups, templatesInOrder } from './palette-order.ts';

interface ListedGroup {
  readonly key: string;
  readonly title: string;
  readonly ops: readonly PaletteItem[];
}

/** Every op, to drag onto the canvas, to press, or to find by typing. */
export function Palette() {
  const { t } = useTranslation('palette');
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const groups = useListedGroups(query);
  const flat = groups.flatMap((group) => group.ops);
  const add = useAdd();
  const { dialogs } = useStudio();
  const optionId = (op: string) => `${id}-${op}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const at = flat.findIndex((op) => op.id === active);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? flat.length - 1 : at - 1;
      setActive(flat[(next + flat.length) % flat.length]?.id ?? null);
    } else if (event.key === 'Enter') {
      const op = flat[at] ?? (query.trim() === '' ? undefined : flat[0]);
      if (!op) return;
      add(op);
      setQuery('');
      setActive(null);
    } else if (event.key === 'Escape' && (query !== '' || active !== null)) {
      event.stopPropagation();
      setQuery('');
      setActive(null);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="palette">
      <div className="field palette-search">
        <Search className="icon" aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={t('search')}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active === null ? undefined : optionId(active)}
          placeholder={t('search')}
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(null);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setActive(null)}
        />
        {query === '' && <kbd className="shortcut">{t('search.key')}</kbd>}
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('list')}
        className="palette-list scrolls"
        tabIndex={-1}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
            <div id={`${id}-${group.key}`} className="palette-category">
              {group.title}
            </div>
            <div className="palette-ops">
              {group.ops.map((op, index) => (
                <PaletteOp
                  key={op.id}
                  id={optionId(op.id)}
                  op={op}
                  active={op.id === active || (active === null && query.trim() !== '' && index === 0)}
                  onAdd={() => add(op)}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      {flat.length === 0 && <p className="palette-none">{t('none', { query })}</p>}
      <div className="palette-foot">
        <Button look="line" onClick={() => dialogs.show({ kind: 'network' })}>
          <Network className="icon" aria-hidden />
          {t('network.open')}
        </Button>
      </div>
    </div>
  );
}

function useListedGroups(query: string): readonly ListedGroup[] {
  const { t } = useTranslation('palette');
  const all = useMemo(() => paletteGroups(ops), []);
  const layers = useMemo(() => templatesInOrder(templates.values()), []);
  const inOrder = useMemo(
    (): readonly PaletteItem[] => [...all.flatMap((group) => group.ops), ...layers],
    [all, layers],
  );
  if (query.trim() === '')
    return [
      ...all.map(({ category, ops: members }) => ({ key: category, title: t(`category.${category}`), ops: members })),
      { key: 'layers', title: t('category.layers'), ops: layers },
    ];
  const found = searchNamed(query, inOrder);
  return found.length === 0 ? [] : [{ key: 'found', title: t('category.found'), ops: found }];
}

/** Adds an op or a template beside the selected node, or near the middle of what is visible. */
function useAdd(): (item: PaletteItem) => void {
  const studio = useStudio();
  return (op) => {
    if (isTemplate(op)) {
      addTemplate(studio, op);
      return;
    }
    const { document, session, canvas } = studio;
    const graph = document.getState().document;
    const { selectedNodes } = session.getState();
    const [selected = null] = selectedNodes.size === 1 ? selectedNodes : [];
    const centre = canvas.getState().port?.centre() ?? { x: 0, y: 0 };
    const added = insertNode(studio, op, { at: freePlace(graph, selected, centre) });
    session.revealNode(added);
  };
}

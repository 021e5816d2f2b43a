import { Menu as Base } from '@base-ui/react/menu';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { findOp } from '#engine';
import { useCommand } from '../commands/context.ts';
import { sheetOf, TONES } from '../stores/sheet.ts';
import { useStudio } from '../stores/studio.ts';
import { MenuItem, MenuLine, SubMenu } from '../ui/Menu.tsx';
import { useCanvas, useView } from './canvas-context.ts';
import type { CanvasView } from './view-store.ts';

type OpenMenu = NonNullable<CanvasView['menu']>;

/** What the second mouse button offers on the pane, a gate or a wire: the same commands as everywhere. */
export function CanvasMenu() {
  const { view, actions } = useCanvas();
  const menu = useView((state) => state.menu);
  const anchor = useMemo(
    () => (menu ? { getBoundingClientRect: () => new DOMRect(menu.screen.x, menu.screen.y, 0, 0) } : null),
    [menu],
  );
  return (
    <Base.Root
      open={menu !== null}
      modal={false}
      onOpenChange={(open) => {
        if (open) return;
        view.setState({ menu: null });
        actions.focusCanvas();
      }}
    >
      <Base.Portal>
        <Base.Positioner className="popup-layer" anchor={anchor} align="start" side="bottom" sideOffset={2}>
          <Base.Popup className="menu scrolls">{menu ? <MenuItems menu={menu} /> : null}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** At most nine items each: the rest is in the command palette. */
const MENUS = {
  pane: [
    'graph.add-node',
    'edit.paste',
    'graph.note',
    'graph.use-gate',
    '-',
    'edit.select-all',
    'graph.tidy',
    'view.fit',
    'view.cycle-numbers',
  ],
  inside: [
    'graph.leave',
    '-',
    'graph.add-node',
    'edit.paste',
    'edit.select-all',
    '-',
    'graph.tidy',
    'view.fit',
    'view.cycle-numbers',
  ],
  node: [
    'graph.set-objective',
    'player.breakpoint',
    'graph.merge',
    '-',
    'graph.detach',
    'edit.dissolve',
    'edit.copy',
    'edit.duplicate',
    'edit.delete',
  ],
  leaf: ['graph.set-objective', 'player.breakpoint', 'graph.merge', '-', 'edit.copy', 'edit.duplicate', 'edit.delete'],
  merged: [
    'graph.toggle-merged',
    'graph.enter',
    'graph.unmerge',
    'graph.save-gate',
    '-',
    'edit.copy',
    'edit.duplicate',
    'edit.delete',
  ],
  selection: [
    'graph.merge',
    'graph.frame',
    'graph.tidy',
    'view.fit-selection',
    '-',
    'edit.copy',
    'edit.duplicate',
    'edit.dissolve',
    'edit.delete',
  ],
  wire: ['graph.bend', 'graph.straighten', '-', 'graph.select-source', 'graph.select-target', '-', 'edit.delete'],
  note: ['graph.edit-text', 'edit.delete'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const WITHOUT_LINES = (list: readonly string[]) => list.filter((id) => id !== '-');

function MenuItems({ menu }: { readonly menu: OpenMenu }) {
  const { session } = useStudio();
  const { target } = menu;
  const { inside, selectedNodes } = session.getState();
  if (target.kind === 'gate')
    return selectedNodes.size > 1 ? <Listed ids={MENUS.selection} /> : <GateItems id={target.id} />;
  if (target.kind === 'wire') return <Listed ids={MENUS.wire} />;
  if (target.kind === 'port') return <PortItems gate={target.gate} wires={target.wires} />;
  if (target.kind === 'mark') return <MarkItems id={target.id} />;
  return <Listed ids={inside === null ? MENUS.pane : MENUS.inside} />;
}

function Listed({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id, index) =>
    id === '-' ? <MenuLine key={`line after ${ids[index - 1]}`} /> : <CommandItem key={id} id={id} />,
  );
}

function GateItems({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas');
  const { document } = useStudio();
  const { view } = useCanvas();
  const node = document.getState().document.nodes.find((each) => each.id === id);
  const leaf = node !== undefined && findOp(node.op)?.leaf !== undefined;
  const edit = (field: 'value' | 'symbol') => view.setState({ editing: { gate: id, field } });
  const ids = !node ? MENUS.merged : leaf ? MENUS.leaf : MENUS.node;
  const own = leaf ? 2 : 1;
  return (
    <>
      {leaf ? <MenuItem text={t('menu.edit')} onSelect={() => edit('value')} /> : null}
      {WITHOUT_LINES(ids).length + own <= MOST_ITEMS ? (
        <MenuItem text={t('menu.rename')} shortcut="F2" onSelect={() => edit('symbol')} />
      ) : null}
      <Listed ids={ids} />
    </>
  );
}

const MOST_ITEMS = 9;

function PortItems({ gate, wires }: Pick<Extract<OpenMenu['target'], { kind: 'port' }>, 'gate' | 'wires'>) {
  const { t } = useTranslation('canvas');
  const { actions } = useCanvas();
  const { session } = useStudio();
  return (
    <>
      <MenuItem
        text={t('menu.clearPort')}
        unavailable={wires.length === 0 ? t('menu.noWires') : null}
        onSelect={() => actions.removeWires(wires)}
      />
      <MenuItem text={t('menu.toGate')} onSelect={() => session.select([gate])} />
    </>
  );
}

function MarkItems({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas');
  const { document } = useStudio();
  if (!sheetOf(document.getState().document).frames.some((frame) => frame.id === id))
    return <Listed ids={MENUS.note} />;
  return (
    <>
      <CommandItem id="canvas.edit-text" />
      <SubMenu text={t('menu.colour')}>
        <Listed ids={TONES.map((tone) => `graph.tone-${tone}`)} />
      </SubMenu>
      <CommandItem id="canvas.fit-frame" />
      <MenuLine />
      <CommandItem id="edit.delete" />
    </>
  );
}

function CommandItem({ id }: { readonly id: string }) {
  const command = useCommand(id);
  return (
    <MenuItem
      text={command.label}
      shortcut={command.shortcut}
      unavailable={command.unavailable}
      onSelect={command.run}
    />
  );
}

import { Menu as Base } from '@base-ui/react/menu';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { findOp } from '#engine';
import { useCommand } from '../commands/context.ts';
import { useStudio } from '../stores/studio.ts';
import { MenuItem, MenuLine } from '../ui/Menu.tsx';
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

function MenuItems({ menu }: { readonly menu: OpenMenu }) {
  const { target } = menu;
  if (target.kind === 'gate') return <GateItems id={target.id} />;
  if (target.kind === 'wire') return <WireItems wire={target.key} />;
  return (
    <>
      <CommandItem id="graph.add-node" />
      <CommandItem id="edit.paste" />
      <CommandItem id="edit.select-all" />
      <MenuLine />
      <CommandItem id="graph.tidy" />
      <CommandItem id="view.fit" />
      <CommandItem id="view.cycle-numbers" />
    </>
  );
}

function GateItems({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas');
  const { document } = useStudio();
  const { view } = useCanvas();
  const node = document.getState().document.nodes.find((each) => each.id === id);
  const edit = (field: 'value' | 'symbol') => view.setState({ editing: { gate: id, field } });
  return (
    <>
      {node && findOp(node.op)?.leaf ? <MenuItem text={t('menu.edit')} onSelect={() => edit('value')} /> : null}
      <MenuItem text={t('menu.rename')} shortcut="F2" onSelect={() => edit('symbol')} />
      {node ? <CommandItem id="graph.set-objective" /> : <CommandItem id="graph.toggle-merged" />}
      {node ? <CommandItem id="player.breakpoint" /> : null}
      <MenuLine />
      <CommandItem id="graph.merge" />
      <CommandItem id="graph.unmerge" />
      <MenuLine />
      <CommandItem id="edit.copy" />
      <CommandItem id="edit.duplicate" />
      <CommandItem id="edit.delete" />
    </>
  );
}

function WireItems({ wire }: { readonly wire: string }) {
  const { t } = useTranslation('canvas');
  const { document, session } = useStudio();
  const { actions } = useCanvas();
  const colon = wire.lastIndexOf(':');
  const ref = { target: wire.slice(0, colon), slot: Number(wire.slice(colon + 1)) };
  const source = document.getState().document.nodes.find(({ id }) => id === ref.target)?.inputs[ref.slot];
  return (
    <>
      <MenuItem text={t('menu.disconnect')} shortcut="Delete" onSelect={() => actions.removeWires([ref])} />
      <MenuLine />
      {source ? <MenuItem text={t('menu.selectSource')} onSelect={() => session.select([source])} /> : null}
      <MenuItem text={t('menu.selectTarget')} onSelect={() => session.select([ref.target])} />
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

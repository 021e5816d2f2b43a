import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { mistakes } from '#engine';
import { useCommand } from '../commands/context.ts';
import { FLAWS } from '../stores/broken-store.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { Menu, MenuGroup, MenuItem, MenuLine, MenuSwitch } from '../ui/Menu.tsx';

/** Ways to practise: predicting, random graphs, worksheets, and the classic mistakes as switches. */
export function PracticeMenu() {
  const { t } = useTranslation('practice');
  const { practice } = useStudio();
  const predicting = useStore(practice, (state) => state.predicting);
  const predict = useCommand('practice.predict');
  const random = useCommand('practice.random');
  const worksheet = useCommand('practice.worksheet');
  return (
    <Menu trigger={<Button>{t('menu.title')}</Button>}>
      <MenuSwitch
        text={t('menu.predict')}
        on={predicting}
        shortcut={predict.shortcut}
        unavailable={predict.unavailable}
        onSelect={predict.run}
      />
      <MenuItem text={random.label} onSelect={random.run} />
      <MenuItem text={worksheet.label} onSelect={worksheet.run} />
      <MenuLine />
      <MenuGroup label={t('menu.break')}>
        {FLAWS.map((id) => (
          <BreakSwitch key={id} id={id} />
        ))}
      </MenuGroup>
    </Menu>
  );
}

function BreakSwitch({ id }: { readonly id: string }) {
  const { broken } = useStudio();
  const on = useStore(broken, ({ mistake }) => mistake === id);
  const { run, unavailable } = useCommand(`practice.break-${id}`);
  return <MenuSwitch text={mistakes.get(id)?.name ?? id} on={on} unavailable={unavailable} onSelect={run} />;
}

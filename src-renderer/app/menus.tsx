import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useCommand } from '../commands/context.ts';
import { LANGUAGE_CHOICES, TEXT_SIZES } from '../stores/settings-store.ts';
import { useStudio } from '../stores/studio.ts';
import { exampleTitle } from '../texts/engine-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Menu, MenuChoice, MenuGroup, MenuItem, MenuLine, SubMenu } from '../ui/Menu.tsx';

/** A command as an item of a menu. */
function CommandItem({ id }: { readonly id: string }) {
  const { label, shortcut, unavailable, run } = useCommand(id);
  return <MenuItem text={label} shortcut={shortcut} unavailable={unavailable} onSelect={run} />;
}

export function FileMenu() {
  const { t } = useTranslation('app');
  return (
    <Menu trigger={<Button>{t('menu.file')}</Button>}>
      <CommandItem id="file.new" />
      <CommandItem id="file.open" />
      <SubMenu text={t('menu.recent')}>
        <RecentItems />
      </SubMenu>
      <MenuLine />
      <CommandItem id="file.save" />
      <CommandItem id="file.save-as" />
      <CommandItem id="edit.rename" />
      <MenuLine />
      <SubMenu text={t('menu.theme')}>
        <CommandItem id="view.theme-system" />
        <CommandItem id="view.theme-light" />
        <CommandItem id="view.theme-dark" />
      </SubMenu>
      <SubMenu text={t('menu.notation')}>
        <CommandItem id="view.notation-leibniz" />
        <CommandItem id="view.notation-short" />
        <CommandItem id="view.notation-code" />
        <MenuLine />
        <CommandItem id="view.colours-sign" />
        <CommandItem id="view.colours-cs231n" />
      </SubMenu>
      <SubMenu text={t('menu.language')}>
        <LanguageItems />
      </SubMenu>
      <SubMenu text={t('menu.textSize')}>
        <TextSizeItems />
      </SubMenu>
      <CommandItem id="view.table" />
      <CommandItem id="view.palette" />
      <CommandItem id="view.panel" />
      <MenuLine />
      <CommandItem id="help.shortcuts" />
      <CommandItem id="help.about" />
    </Menu>
  );
}

/** Each language by its own name, so that whoever cannot read this one finds theirs. */
function LanguageItems() {
  const { settings, translate } = useStudio();
  const chosen = useStore(settings, (state) => state.language);
  return (
    <MenuChoice
      value={chosen}
      options={LANGUAGE_CHOICES.map((language) => ({
        value: language,
        text: translate(`commands:view.language-${language}`),
      }))}
      onChange={(language) => settings.set({ language })}
    />
  );
}

function TextSizeItems() {
  const { settings } = useStudio();
  const chosen = useStore(settings, (state) => state.textSizePx);
  return (
    <MenuChoice
      value={chosen}
      options={TEXT_SIZES.map((size) => ({ value: size, text: `${size}` }))}
      onChange={(textSizePx) => settings.set({ textSizePx })}
    />
  );
}

function RecentItems() {
  const { t } = useTranslation('app');
  const { documents } = useStudio();
  const recent = useStore(documents, (state) => state.recent);
  if (recent.length === 0)
    return <MenuItem text={t('menu.recent.none')} unavailable={t('menu.recent.none')} onSelect={() => undefined} />;
  return (
    <>
      {recent.map((file) => (
        <MenuItem
          key={file.handle ?? file.name}
          text={file.folder ? `${file.name} – ${file.folder}` : file.name}
          onSelect={() => void documents.openRecent(file)}
        />
      ))}
      <MenuLine />
      <CommandItem id="file.clear-recent" />
    </>
  );
}

export function ExamplesMenu() {
  const { t } = useTranslation('app');
  const { documents } = useStudio();
  const parts = [...new Set(documents.examples.map(({ row }) => partOf(row)))];
  return (
    <Menu trigger={<Button>{t('menu.examples')}</Button>}>
      {parts.map((part) => (
        <MenuGroup key={part} label={t(`row.${part}`)}>
          {documents.examples
            .filter(({ row }) => partOf(row) === part)
            .map((each) => (
              <MenuItem
                key={each.id}
                text={exampleTitle(t, each)}
                onSelect={() => void documents.openExample(each.id)}
              />
            ))}
        </MenuGroup>
      ))}
    </Menu>
  );
}

/** `A12` → `A`: the part of the curriculum an example belongs to. */
function partOf(row: string): 'A' | 'B' | 'C' | 'other' {
  return (['A', 'B', 'C'] as const).find((part) => row.startsWith(part)) ?? 'other';
}

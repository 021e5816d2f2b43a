import { expect, test } from 'vitest';
import { createMemoryPlatform } from '../platform/memory.ts';
import { createSettingsStore, defaultSettings } from './settings-store.ts';

test('settings are kept between starts', () => {
  const { storage } = createMemoryPlatform();
  createSettingsStore(storage).set({ theme: 'dark', panelWidthPx: 300 });
  expect(createSettingsStore(storage).getState()).toMatchObject({ theme: 'dark', panelWidthPx: 300 });
});

test.each([
  '',
  'not json',
  'null',
  '[]',
  '{"theme":"pink","panelWidthPx":-5,"grid":"yes"}',
  '{"__proto__":{"grid":1}}',
])('what was kept is not believed: %s', (kept) => {
  const { storage } = createMemoryPlatform();
  storage.set('chainrule.settings', kept);
  expect(createSettingsStore(storage).getState()).toEqual(defaultSettings);
});

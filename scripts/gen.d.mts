export interface Registry {
  readonly folder: string;
  readonly list: string;
  readonly type?: string;
  readonly from?: string;
}
export const registries: readonly Registry[];
export function camelCase(file: string): string;
export function entryOf(file: string, source: string): string | null;
export function barrel(folder: string, registry: Registry): string;

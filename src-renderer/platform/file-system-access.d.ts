// The parts of the File System Access API that TypeScript's library lacks.
// https://wicg.github.io/file-system-access/

interface FilePickerOptions {
  readonly types?: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly suggestedName?: string;
  readonly id?: string;
}

interface Window {
  readonly showOpenFilePicker?: (options: FilePickerOptions) => Promise<FileSystemFileHandle[]>;
  readonly showSaveFilePicker?: (options: FilePickerOptions) => Promise<FileSystemFileHandle>;
}

interface FileSystemHandle {
  queryPermission?(descriptor: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionState>;
  requestPermission?(descriptor: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionState>;
}

interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

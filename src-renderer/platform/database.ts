/** Two object stores of one IndexedDB database, as promises. */
export interface Database {
  get(store: StoreName, key: string): Promise<unknown>;
  all(store: StoreName): Promise<readonly unknown[]>;
  put(store: StoreName, key: string, value: unknown): Promise<void>;
  delete(store: StoreName, key: string): Promise<void>;
  clear(store: StoreName): Promise<void>;
}

type StoreName = 'recent' | 'journal';

export function openDatabase(): Database {
  let opening: Promise<IDBDatabase> | null = null;
  const opened = () => {
    opening ??= new Promise((resolve, reject) => {
      const request = window.indexedDB.open('chainrule', 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('recent');
        request.result.createObjectStore('journal');
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The browser refuses to keep data.'));
    });
    return opening;
  };
  const transact = async <T>(
    name: StoreName,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const database = await opened();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode);
      const request = work(transaction.objectStore(name));
      const refuse = () => reject(transaction.error ?? request.error ?? new Error('The browser refuses to keep data.'));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = refuse;
      transaction.onabort = refuse; // a full disk aborts
    });
  };
  return {
    get: (store, key) => transact<unknown>(store, 'readonly', (objects) => objects.get(key)),
    all: (store) => transact<unknown[]>(store, 'readonly', (objects) => objects.getAll()),
    put: async (store, key, value) => {
      await transact(store, 'readwrite', (objects) => objects.put(value, key));
    },
    delete: async (store, key) => {
      await transact(store, 'readwrite', (objects) => objects.delete(key));
    },
    clear: async (store) => {
      await transact(store, 'readwrite', (objects) => objects.clear());
    },
  };
}

export const APP_SCHEME = 'app';
export const APP_HOST = 'chainrule';
const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
const START_PAGE = `${APP_ORIGIN}/index.html`;

/** Scheme, host and port, also for schemes whose `URL.origin` is the string "null"; `null` for what is no address. */
export function originOf(address: string): string | null {
  try {
    const { protocol, host, username, password } = new URL(address);
    return host === '' || username !== '' || password !== '' ? null : `${protocol}//${host}`;
  } catch {
    return null;
  }
}

/** Whether an address belongs to the program: equality of origins, never a prefix. */
export function isOwnAddress(address: string, ownOrigins: readonly string[]): boolean {
  const origin = originOf(address);
  return origin !== null && ownOrigins.includes(origin);
}

/** Where the window's page comes from: the built bundle, or in development the server that rebuilds it on every change. */
export function ownAddresses(developmentServer: string | undefined) {
  const developmentOrigin = developmentServer === undefined ? null : originOf(developmentServer);
  return developmentServer === undefined || developmentOrigin === null
    ? { startPage: START_PAGE, ownOrigins: [APP_ORIGIN] }
    : { startPage: developmentServer, ownOrigins: [developmentOrigin] };
}

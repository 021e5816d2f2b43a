const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** No inline script, no inline style, nothing from elsewhere. This form stands in the page itself. */
export const PAGE_POLICY = DIRECTIVES.join('; ');

/** The form in response headers: `frame-ancestors` has no effect inside a page. */
export const HEADER_POLICY = [...DIRECTIVES, "frame-ancestors 'none'"].join('; ');

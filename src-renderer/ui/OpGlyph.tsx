/** The glyph of an op: its path on a 16 × 16 grid, stroked 1.5 wide in the text's colour. */
export function OpGlyph({ path, className }: { readonly path: string; readonly className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 16 16"
      width={16}
      height={16}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}

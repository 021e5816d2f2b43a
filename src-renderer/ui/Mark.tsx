/** The program's mark. */
export function Mark() {
  return (
    <svg className="program-mark" viewBox="0 0 20 20" width="20" height="20" fill="none" aria-hidden="true">
      <path d="M3 13.5c4 0 3.5-7 7-7s3 7 7 7" stroke="var(--ink)" strokeWidth="1.75" strokeLinecap="round" />
      <circle cx="3.2" cy="13.5" r="2" fill="var(--ink)" />
      <circle cx="10" cy="6.5" r="2" fill="var(--plus)" />
      <circle cx="16.8" cy="13.5" r="2" fill="var(--minus)" />
    </svg>
  );
}

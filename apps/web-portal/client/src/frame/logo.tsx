/** Two rivers run into one; a star above the meeting. */
export function Logo() {
  return (
    <svg className="logo" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M3 6C10 6 13 12 18 18"
        fill="none"
        stroke="var(--river)"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path
        d="M3 27C10 27 13 24 18 18C22 13 26 13 29 13"
        fill="none"
        stroke="var(--ochre)"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path
        d="M24 2l1.300 3.200L28.500 6.500l-3.200 1.300L24 11l-1.300-3.200L19.500 6.500l3.200-1.300z"
        fill="var(--ochre)"
      />
    </svg>
  );
}

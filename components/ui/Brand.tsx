/** The 手边 mark: a speech bubble resting in an open hand. Same drawing as public/icon.svg, in the text colour. */
export function Brand({ size = 18 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
      className="sb-icon"
    >
      <rect x="0" y="0" width="32" height="32" rx="7" fill="var(--sb-accent)" />
      <path
        d="M8.5 5.5h15a2 2 0 0 1 2 2v7.5a2 2 0 0 1-2 2h-8l-4.2 3.4V17H8.5a2 2 0 0 1-2-2V7.500a2 2 0 0 1 2-2z"
        fill="var(--sb-on-accent)"
      />
      <path
        d="M5.500 22.500c1.800 3 5.200 4.700 10.500 4.700s8.700-1.700 10.500-4.700"
        fill="none"
        stroke="var(--sb-on-accent)"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}

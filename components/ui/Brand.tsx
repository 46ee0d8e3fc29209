/** The 手边 mark: a speech bubble resting in an open hand. The drawing of public/icon.svg in the theme's colours. */
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
      <rect width="32" height="32" rx="7" fill="var(--sb-accent)" />
      <path
        d="M9 5h14a2.5 2.5 0 0 1 2.5 2.5v7a2.5 2.5 0 0 1-2.5 2.5h-7l-4.5 3.7V17H9a2.5 2.5 0 0 1-2.5-2.5v-7A2.5 2.5 0 0 1 9 5z"
        fill="var(--sb-on-accent)"
      />
      <path
        d="M5.5 22.3c2 3.2 5.4 4.9 10.5 4.9s8.5-1.7 10.5-4.9"
        fill="none"
        stroke="var(--sb-on-accent)"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}

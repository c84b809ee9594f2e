import { useLook } from '../ui/use-look.ts';

/** The mark: a signal on its post, the arm lifted. */
export function BrandMark({ size }: { size: number }) {
  const look = useLook();
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 24 24" focusable="false">
      <rect width="24" height="24" rx="6" fill={look.primary} />
      <path d="M8 5.5v13M6 18.5h6" stroke={look.onPrimary} strokeWidth="2" strokeLinecap="round" fill="none" />
      <path d="M8 9.2L17.2 6l.9 2.7L9 11.9z" fill={look.onPrimary} />
      <circle cx="15.5" cy="15.5" r="2.2" fill={look.onPrimary} />
    </svg>
  );
}

import OpenInNewRounded from '@mui/icons-material/OpenInNewRounded';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { isWebUrl } from './web-url.ts';

/** A link out of the application; what is no web address stays plain text. */
export function ExternalLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null || !isWebUrl(href)) return <>{children}</>;
  return (
    <Link
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      underline="always"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}
    >
      {children}
      <OpenInNewRounded titleAccess="opens in the browser" sx={{ fontSize: 13 }} />
    </Link>
  );
}

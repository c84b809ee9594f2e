import Button, { type ButtonProps } from '@mui/material/Button';
import Link, { type LinkProps } from '@mui/material/Link';
import { createLink } from '@tanstack/react-router';
import { forwardRef } from 'react';

const PlainLink = forwardRef<HTMLAnchorElement, Omit<LinkProps, 'ref'>>((props, ref) => <Link {...props} ref={ref} />);
PlainLink.displayName = 'PlainLink';

const PlainButton = forwardRef<HTMLAnchorElement, Omit<ButtonProps<'a'>, 'ref'>>((props, ref) => (
  <Button {...props} component="a" ref={ref} />
));
PlainButton.displayName = 'PlainButton';

/** A link to a route of this application. */
export const RouterLink = createLink(PlainLink);

/** A button that leads to a route of this application. */
export const RouterButton = createLink(PlainButton);

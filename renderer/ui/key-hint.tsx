import { styled } from '@mui/material/styles';
import { capsOf, onMac, parseKeys } from '../lib/keys.ts';
import { monoFamily, radius } from './tokens.ts';

const Cap = styled('kbd')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  minWidth: 18,
  height: 18,
  padding: '0 4px',
  borderRadius: radius.small,
  border: `1px solid ${theme.look.line}`,
  background: theme.look.muted,
  color: theme.look.textSoft,
  fontFamily: monoFamily,
  fontSize: 11,
  lineHeight: '16px',
}));

const Caps = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 2,
  whiteSpace: 'nowrap',
  color: theme.look.textSoft,
  fontSize: 11,
}));

/** A shortcut drawn as key caps, such as `mod+k` or `g t`. */
export function KeyHint({ keys }: { keys: string }) {
  const mac = onMac(navigator.platform);
  const presses = parseKeys(keys);
  return (
    <Caps>
      {presses.map((press, at) => (
        <Caps key={`${at}-${press.key}`}>
          {at > 0 && <span>then</span>}
          {capsOf(press, mac).map((cap) => (
            <Cap key={cap}>{cap}</Cap>
          ))}
        </Caps>
      ))}
    </Caps>
  );
}

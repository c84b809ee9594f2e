import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Link } from '@tanstack/react-router';
import { radius, size, type } from '../ui/tokens.ts';
import { BrandMark } from './brand-mark.tsx';
import { places } from './navigation.ts';

const Item = styled(Link)(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  height: 32,
  padding: '0 4px 0 10px',
  whiteSpace: 'nowrap',
  borderRadius: radius.control,
  color: theme.look.textSoft,
  fontSize: type.body.size,
  fontWeight: 520,
  textDecoration: 'none',
  '& .MuiSvgIcon-root': { fontSize: 18, flexShrink: 0 },
  '&:hover': { background: theme.look.scheme === 'dark' ? theme.look.hover : '#e2e5eb', color: theme.look.text },
  '&[aria-current="page"]': {
    background: theme.look.surface,
    color: theme.look.text,
    boxShadow: `0 0 0 1px ${theme.look.line}`,
    '& .MuiSvgIcon-root': { color: theme.look.primaryText },
  },
}));

/** The foot stands at the lower end; the other groups a little apart. */
function gapBefore(group: (typeof places)[number]['group']): number | 'auto' {
  return group === 'foot' ? 'auto' : 3;
}

/** The way to every place; narrow windows show its pictures only. */
export function Rail() {
  const narrow = useMediaQuery(`(max-width: ${size.railBreakpoint - 1}px)`, { noSsr: true });
  return (
    <Box
      component="nav"
      aria-label="Places"
      sx={{
        width: narrow ? size.railNarrow : size.rail,
        flexShrink: 0,
        display: 'flex',
        flexDirection: 'column',
        gap: 0.5,
        px: 2.5,
        pb: 2.5,
      }}
    >
      <Box sx={{ height: size.topBar, display: 'flex', alignItems: 'center', gap: 2, px: narrow ? 1.5 : 1.5, mb: 1 }}>
        <BrandMark size={24} />
        {!narrow && <Box sx={{ fontSize: 14, fontWeight: 640, letterSpacing: '-0.01em' }}>Signalbox</Box>}
      </Box>
      {places.map((place, at) => {
        const Icon = place.icon;
        const startsGroup = at > 0 && place.group !== places[at - 1]?.group;
        return (
          <Box key={place.to} sx={{ mt: startsGroup ? gapBefore(place.group) : 0 }}>
            <Tooltip title={narrow ? place.label : ''} placement="right">
              <Item to={place.to} aria-label={narrow ? place.label : undefined}>
                <Icon aria-hidden />
                {!narrow && <span>{place.label}</span>}
              </Item>
            </Tooltip>
          </Box>
        );
      })}
    </Box>
  );
}

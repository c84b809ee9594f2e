import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Component, type ReactNode } from 'react';

interface State {
  readonly broken: boolean;
}

/** What a person sees where drawing failed. */
export function BrokenScreen({ onRetry }: { onRetry: () => void }) {
  return (
    <Box role="alert" sx={{ p: 12, maxWidth: 560, mx: 'auto' }}>
      <Typography variant="h1" sx={{ mb: 2 }}>
        This screen could not be drawn
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 4 }}>
        Your workspace is safe: nothing that was saved is lost. Try again; if the screen stays broken, reload Signalbox.
      </Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" onClick={onRetry}>
          Try again
        </Button>
        <Button variant="outlined" onClick={() => window.location.reload()}>
          Reload
        </Button>
      </Box>
    </Box>
  );
}

/** Catches what breaks while drawing, so that a fault in one place never leaves an empty window. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <BrokenScreen onRetry={() => this.setState({ broken: false })} />;
  }
}

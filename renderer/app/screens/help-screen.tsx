import { useParams } from '@tanstack/react-router';
import { HelpPage } from '../../features/help/help-page.tsx';

/** The help at the topic that the address names. */
export function HelpScreen() {
  const { topic } = useParams({ strict: false });
  return <HelpPage name={topic} />;
}

/**
 * Where Mantine's own variables give way to ours (tokens.css). Its grays for quiet words and for the edges of controls are below
 * what WCAG AA asks for on our grounds: 4.5:1 for words, 3:1 for edges.
 */
import type { CSSVariablesResolver } from '@mantine/core';

const shared = {
  '--mantine-color-body': 'var(--imr-page)',
  '--mantine-color-text': 'var(--imr-ink)',
  '--mantine-color-dimmed': 'var(--imr-quiet)',
  '--mantine-color-placeholder': 'var(--imr-quiet)',
  '--mantine-color-anchor': 'var(--imr-link)',
  '--mantine-color-error': 'var(--imr-fault-line)',
  '--mantine-color-default': 'var(--imr-raised)',
  '--mantine-color-default-hover': 'var(--imr-sunken)',
  '--mantine-color-default-color': 'var(--imr-ink)',
  '--mantine-color-default-border': 'var(--imr-edge-control)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...shared, '--mantine-color-gray-4': 'var(--imr-edge-control)' },
  dark: { ...shared, '--mantine-color-dark-4': 'var(--imr-edge-control)' },
});

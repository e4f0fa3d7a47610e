/** The Mantine theme: the tokens (tokens.css, decision 0020) under the library's names, and one look for each kind of control. */
import { Anchor, Button, createTheme, type MantineColorsTuple, Menu, Modal, Switch, Tooltip } from '@mantine/core';

const tide: MantineColorsTuple = [
  '#e6f4f4',
  '#cde7e8',
  '#a0d2d3',
  '#70bcbd',
  '#48a8aa',
  '#2b9699',
  '#158287',
  '#0d6f75',
  '#0b5c63',
  '#08474d',
];

export const THEME = createTheme({
  colors: { tide },
  primaryColor: 'tide',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  defaultRadius: 'var(--imr-radius)',
  fontFamily: 'var(--imr-sans)',
  fontFamilyMonospace: 'var(--imr-mono)',
  fontSizes: { xs: 'var(--imr-text-xs)', sm: 'var(--imr-text-sm)', md: 'var(--imr-text-md)', lg: 'var(--imr-text-lg)' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'var(--imr-text-2xl)', lineHeight: '1.25' },
      h2: { fontSize: 'var(--imr-text-xl)', lineHeight: '1.3' },
      h3: { fontSize: 'var(--imr-text-lg)', lineHeight: '1.4' },
    },
  },
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    // One look: outlined. Filled is the one thing a page or a dialog is there for; subtle is an action within a row.
    Button: Button.extend({ defaultProps: { variant: 'default', size: 'compact-sm' }, styles: { label: { fontWeight: 500 } } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end' } }),
    Modal: Modal.extend({
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        // The library's own element would be a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    }),
    Switch: Switch.extend({ styles: { track: { border: '1px solid var(--imr-edge-control)' } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
  },
  respectReducedMotion: true,
});

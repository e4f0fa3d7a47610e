/** The Mantine theme: a quiet blue-green, system type, small radii, visible focus. */
import { Anchor, createTheme, type MantineColorsTuple } from '@mantine/core';

const tide: MantineColorsTuple = [
  '#edf6f9',
  '#dbe9ee',
  '#b3d3df',
  '#88bcd0',
  '#65a9c3',
  '#4e9cba',
  '#3d8aa8',
  '#2b7390',
  '#1f5a70',
  '#134457',
];

export const THEME = createTheme({
  colors: { tide },
  primaryColor: 'tide',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily: '"Inter", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.1875rem' }, h3: { fontSize: '1.0625rem' } } },
  components: { Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }) },
  respectReducedMotion: true,
});

/** Runs before the program: a small script of its own (see `vite.config.ts`), so that the server works while the browser reads the large one. */
import { askEarly } from './lib/early-answers.ts';

askEarly(window.location);

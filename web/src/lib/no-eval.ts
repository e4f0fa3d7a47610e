/**
 * Imported before any schema is made: zod would otherwise try to compile its parsers, which the page's content security policy
 * forbids (and the browser reports).
 */
import { z } from 'zod';

z.config({ jitless: true });

import * as z from 'zod/mini';

// zod's fast path calls `new Function`, which the extension's CSP and strict pages report (platform.md §0.9).
// Every entrypoint imports this file first.
z.config({ jitless: true });

import {
  prepareFigures,
  readCoverage,
  readReport,
  readSpanFigures,
} from '../../storage/contracts/figures.ts';
import { readFigures } from '../../storage/contracts/ledger.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { FigureBook } from './figure-book.ts';

/** Figures for views: the figures page, the popup, shifts. */
export function handleFigures(server: RequestServer, book: FigureBook): void {
  server.handle(readCoverage, async () => ({ places: await book.coverage() }));
  server.handle(prepareFigures, (question) => book.prepare(question));
  server.handle(readReport, (question) => book.report(question));
  server.handle(readFigures, ({ from, to }) => book.figures(from, to));
  server.handle(readSpanFigures, (question) => book.span(question));
}

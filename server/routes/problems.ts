/** GET /problems and /problems/:code: the pages that the `type` of a problem points to. */
import { Router } from 'express';
import { AppError } from '#contract/problem.ts';
import { PROBLEMS } from '#contract/problems.ts';
import { onlyGet, part } from '../http/answers.ts';
import { htmlPage } from '../http/html-page.ts';

const rows: ReadonlyMap<string, { status: number; title: string; help: string }> = new Map(Object.entries(PROBLEMS));

export function problemRoutes(): Router {
  const router = Router();
  router
    .route('/problems')
    .get((_request, response) => {
      const links = [...rows].map(([code, { title }]) => ({ href: `/problems/${code}`, text: `${code}: ${title}` }));
      response.type('html').send(htmlPage('Problems', ['What this server may answer when it cannot do what was asked.'], links));
    })
    .all(onlyGet);
  router
    .route('/problems/:code')
    .get((request, response) => {
      const code = part(request, 'code');
      const row = rows.get(code);
      if (row === undefined) throw new AppError('not-found', 'There is no such problem; /problems lists them');
      response
        .type('html')
        .send(htmlPage(row.title, [row.help, `Code ${code}, HTTP status ${row.status}.`], [{ href: '/problems', text: 'All problems' }]));
    })
    .all(onlyGet);
  return router;
}

/** The page that shows all pictures: each page of the dashboard, a row for each of its states, a column for each width and color scheme. */
import type { Shot } from './shots.ts';

/** How wide a picture is shown, as a share of its own width. */
const SHARE = 0.22;

export function contactSheet(shots: readonly Shot[]): string {
  const pages = [...new Set(shots.map(({ page }) => page))];
  const links = pages.map(({ name, title }) => `<a href="#${name}">${title}</a>`).join(' · ');
  const sections = pages.map((page) =>
    section(
      page,
      shots.filter((shot) => shot.page === page),
    ),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every page of the dashboard</title>
<style>
  body { margin: 16px; background: #777; color: #fff; font: 14px/1.5 system-ui, sans-serif; }
  a { color: inherit; }
  .row { display: flex; gap: 12px; align-items: flex-start; overflow-x: auto; padding-bottom: 12px; }
  figure { flex: none; margin: 0; }
  img { display: block; max-height: 640px; object-fit: cover; object-position: top; }
</style>
<h1>Every page of the dashboard</h1>
<p>The letters are fictional. ${links}</p>
${sections.join('\n')}
</html>
`;
}

function section({ name, title }: Shot['page'], shots: readonly Shot[]): string {
  const states = [...new Set(shots.map(({ state }) => state))];
  const rows = states.map(
    (state) =>
      `<h3>${state}</h3>\n<div class="row">${shots
        .filter((shot) => shot.state === state)
        .map(figure)
        .join('')}</div>`,
  );
  return `<h2 id="${name}">${title} (${name})</h2>\n${rows.join('\n')}`;
}

function figure({ file, look, page, state }: Shot): string {
  if (look === null) return `<figure><a href="${file}">on paper (PDF)</a></figure>`;
  const { scheme, width } = look;
  const alt = `${page.title}, ${state}, ${scheme}, ${width} pixels wide`;
  return `<figure><figcaption>${scheme}, ${width}</figcaption><a href="${file}"><img loading="lazy" src="${file}" width="${Math.round(width * SHARE)}" alt="${alt}"></a></figure>`;
}

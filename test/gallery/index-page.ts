import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One picture of the gallery; `file` stands beside the index page. */
export interface Picture {
  readonly screen: string
  readonly state: string
  readonly view: string
  readonly file: string
}

const LIST = /^pictures-[\w-]+\.json$/

/** Keeps the list of one part's pictures, and makes the index page of all parts that have left theirs in the folder. */
export async function keepPictures(folder: string, part: string, pictures: readonly Picture[]): Promise<void> {
  await writeFile(join(folder, `pictures-${part}.json`), JSON.stringify(pictures))
  const lists = (await readdir(folder)).filter((name) => LIST.test(name)).sort()
  const all = await Promise.all(lists.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Picture[]))
  await writeFile(join(folder, 'index.html'), indexPage(all.flat()))
}

/** A page with a row for each state and a column for each view, to be looked at in any browser. */
export function indexPage(pictures: readonly Picture[]): string {
  const views = [...new Set(pictures.map(({ view }) => view))]
  const states = [...new Set(pictures.map(({ screen, state }) => `${screen}: ${state}`))]
  const cell = (title: string, view: string): string => {
    const picture = pictures.find((one) => one.view === view && `${one.screen}: ${one.state}` === title)
    return picture ? `<td><a href="${encodeURI(picture.file)}"><img loading="lazy" src="${encodeURI(picture.file)}" alt="${escaped(`${title}, ${view}`)}"></a></td>` : '<td></td>'
  }
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Parvis: every screen and state</title>
<style>
  body { font: 1rem/1.4 system-ui, sans-serif; margin: 1.5rem; background: #e9e6df; color: #1b2a39; }
  th { text-align: start; vertical-align: top; padding: .5rem; position: sticky; top: 0; background: #e9e6df; }
  tbody th { position: static; min-width: 12rem; }
  td { vertical-align: top; padding: .5rem; }
  img { width: 20rem; border: 1px solid #8a8a8a; background: white; }
</style>
<h1>Every screen and state</h1>
<p>${pictures.length} pictures. Click one for its full size.</p>
<table>
<thead><tr><th>State</th>${views.map((view) => `<th>${escaped(view)}</th>`).join('')}</tr></thead>
<tbody>
${states.map((title) => `<tr><th scope="row">${escaped(title)}</th>${views.map((view) => cell(title, view)).join('')}</tr>`).join('\n')}
</tbody>
</table>
</html>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

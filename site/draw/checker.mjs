// The checker in a reader's browser: told by messages what to check, it answers with progress and a report. It is a
// worker's script; on a page opened as a file, where browsers start no workers, the page loads it into itself.
import { reportJson, verify, verifySlip } from './report.mjs';
import { Unreadable } from './unreadable.mjs';

/**
 * @param asked {files: [{name, file: File} or {name, url, size}], seen, beacon, series (a file as in `files`),
 *   slip, record (likewise, instead of files)}
 * @param say gets {done, all} in bytes while files are read, at the end {report, json} or {unreadable: {file, line,
 *   reason}} or {broken: words}
 */
export async function check(asked, say) {
  try {
    const given = [...(asked.files ?? []), asked.slip, asked.record].filter((one) => one !== undefined);
    const progress = { done: 0, all: given.reduce((sum, one) => sum + (one.file?.size ?? one.size), 0) };
    const add = (bytes) => say({ ...progress, done: (progress.done += bytes) });
    const file = (one) => one && source(one, add);
    const report = asked.slip
      ? await verifySlip(file(asked.slip), file(asked.record))
      : await verify(new Map(asked.files.map((one) => [one.name, file(one)])),
        { seen: asked.seen, beacon: file(asked.beacon), series: file(asked.series) });
    say({ report, json: reportJson(report) });
  } catch (error) {
    if (error instanceof Unreadable) say({ unreadable: { file: error.file, line: error.line, reason: error.reason } });
    else say({ broken: error instanceof Elsewhere ? error.message : `核验程序不能继续：${error.message}` });
  }
}

/** A file of the site could not be fetched. */
class Elsewhere extends Error {}

/** A chosen file or one of the site, as the checks read it. */
function source({ file, url, size, name }, add) {
  const open = async () => {
    if (file) return file;
    const answer = await fetch(url).catch(() => undefined);
    if (!answer?.ok) throw new Elsewhere(`读不到 ${name ?? url}，请检查网络后再试。`);
    return answer;
  };
  return {
    size: file?.size ?? size ?? 0,
    async bytes() {
      const bytes = new Uint8Array(await (await open()).arrayBuffer());
      add(bytes.length);
      return bytes;
    },
    async *chunks() {
      const from = await open(), reader = (file ? from.stream() : from.body).getReader();
      for (let got; !(got = await reader.read()).done; add(got.value.length)) yield got.value;
    },
  };
}

if (typeof WorkerGlobalScope === 'undefined') globalThis.gongshiCheck = check;
else globalThis.onmessage = ({ data }) => check(data, (answer) => globalThis.postMessage(answer));

import { askRpc } from '../../api/client.ts';
import { findXml, indentXml, parseXml } from '../../api/xml.ts';

export const forms = ['mps', 'ims', 'mpc', 'report', 'ffprobe'] as const;
export type Form = (typeof forms)[number];

/** A job's description as an API answers it: JSON, or XML with lines of its own. */
export async function describeAs(id: string, form: Form, xml: boolean, signal: AbortSignal): Promise<string> {
  const parameters = { JobId: id, As: form, ...(xml ? { Format: 'XML' } : {}) };
  const answer = await askRpc('GetJobDescription', parameters, { signal });
  if (!xml) {
    return JSON.stringify((answer.json as { readonly Description: unknown }).Description, null, 2);
  }
  const root = parseXml(answer.text);
  const description = root && findXml(root, 'Description');
  return description ? indentXml(description) : answer.text;
}

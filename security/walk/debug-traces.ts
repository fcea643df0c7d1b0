import { load } from 'cheerio';
import { debugMarkers } from '../debug-markers.ts';
import type { Seen } from './crawl.ts';

/**
 * Parts of pages that only debugging makes: Django's technical 500 page (`django/views/debug.py`),
 * Django Debug Toolbar, and the debugger of Werkzeug.
 */
const parts = '#traceback, #pastebinTraceback, pre.exception_value, #djDebug, div.debugger';

/**
 * What debugging shows. Words count on error pages only, as elsewhere somebody may have typed them;
 * elements count everywhere.
 */
export function debugTraces({ status, type, body }: Seen): string[] {
  const words = status >= 400 ? (debugMarkers.exec(body)?.[0] ?? '') : '';
  const part = type === 'text/html' ? load(body)(parts).first() : undefined;
  const element = part?.attr('id') ?? part?.attr('class') ?? '';
  return [
    ...(words === '' ? [] : [`"${words}" on a page of status ${status}`]),
    ...(element === '' ? [] : [`the element "${element}" of a debugger`]),
  ];
}

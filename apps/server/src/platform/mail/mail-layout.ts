/** What a mail says; all of it plain text, names in it made safe by `safeName`. */
export interface MailContent {
  /** BCP 47; decides the direction. */
  readonly language: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  /** Below the action: how long it holds, and what to do if one didn't ask for it. */
  readonly closing?: readonly string[];
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/** The two forms of a mail: plain text, and HTML with inline styles only, mirrored for right-to-left languages. */
export function mailLayout(content: MailContent): { readonly text: string; readonly html: string } {
  return { text: plainText(content), html: page(content) };
}

function plainText({ paragraphs, action, closing = [] }: MailContent): string {
  return [...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), ...closing, '— Talka'].join('\n\n');
}

function page(content: MailContent): string {
  const { language, paragraphs, action, closing = [] } = content;
  const direction = RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
  const start = direction === 'rtl' ? 'right' : 'left';
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body dir="${direction}" style="margin:0;padding:24px;font:16px/1.6 system-ui,'Segoe UI',Roboto,Arial,sans-serif;text-align:${start}">
<div style="max-width:520px;margin:0 auto">
<p style="font-weight:700;font-size:18px">Talka</p>
${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}
${action ? button(action) : ''}
${closing.map((text) => `<p style="font-size:14px;color:#6b7280">${escaped(text)}</p>`).join('\n')}
</div></body></html>
`;
}

// The address stands below the button too, for programs that show no links, and to be seen before it is followed.
function button({ label, url }: { readonly label: string; readonly url: string }): string {
  const style = 'display:inline-block;padding:10px 18px;border-radius:10px;background:#2f5bd7;color:#fff';
  return `<p><a href="${escaped(url)}" style="${style};text-decoration:none;font-weight:600">${escaped(label)}</a></p>
<p dir="ltr" style="font-size:13px;color:#6b7280;word-break:break-all">${escaped(url)}</p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

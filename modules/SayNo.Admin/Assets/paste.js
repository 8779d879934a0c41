// Turns what was copied from a web page or a word processor into Markdown: paragraphs, headings, lists, links, bold and italic. All else is dropped.
const dropped = new Set([
  'SCRIPT', 'STYLE', 'HEAD', 'TITLE', 'META', 'LINK', 'TEMPLATE', 'SVG', 'IFRAME', 'OBJECT', 'NOSCRIPT', 'IMG', 'VIDEO', 'AUDIO',
  'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'O:P',
]);
const blocks = new Set([
  'P', 'DIV', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'ASIDE', 'NAV', 'BLOCKQUOTE', 'PRE', 'TABLE', 'TBODY', 'THEAD', 'TR',
  'DL', 'DT', 'DD', 'UL', 'OL', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HR', 'FIGURE', 'BODY', 'FORM', 'ADDRESS',
]);

export function markdownOf(html) {
  // A parsed document is inert: nothing of it runs or is fetched.
  const body = new DOMParser().parseFromString(html, 'text/html').body;

  return blocksOf(body, '').join('\n').replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}

function blocksOf(node, indent) {
  const out = [];
  let run = '';

  const end = () => {
    const text = tidy(run);
    run = '';

    if (text) {
      out.push(indent + safeStart(text), '');
    }
  };

  for (const child of node.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE && dropped.has(child.nodeName.toUpperCase())) {
      continue;
    }

    if (child.nodeType !== Node.ELEMENT_NODE || !(blocks.has(child.nodeName) || child.querySelector('p, div, li, h1, h2, h3'))) {
      run += inline(child);
      continue;
    }

    end();
    out.push(...blockOf(child, indent));
  }

  end();

  return out;
}

function blockOf(node, indent) {
  if (/^H[1-6]$/.test(node.nodeName)) {
    const text = tidy(inline(node));

    return text ? [`${indent}${Number(node.nodeName[1]) <= 2 ? '##' : '###'} ${text.replace(/\*\*/g, '')}`, ''] : [];
  }

  if (node.nodeName === 'UL' || node.nodeName === 'OL') {
    return listOf(node, indent);
  }

  return /mso-list/i.test(node.getAttribute('style') ?? '') ? wordItem(node) : blocksOf(node, indent);
}

function listOf(list, indent) {
  const out = [];
  let number = 1;

  for (const item of list.children) {
    if (item.nodeName === 'UL' || item.nodeName === 'OL') {
      out.push(...listOf(item, indent + '  '));
    } else {
      const sign = list.nodeName === 'OL' ? `${number++}. ` : '- ';
      const lines = blocksOf(item, '').filter(line => line);

      if (lines.length > 0) {
        const inner = ' '.repeat(sign.length);
        out.push(indent + sign + lines[0], ...lines.slice(1).map(line => indent + inner + line));
      }
    }
  }

  return indent === '' && out.length > 0 ? [...out, ''] : out;
}

// Word writes a list as paragraphs that begin with the bullet itself.
function wordItem(node) {
  const text = tidy(inline(node));
  const number = /^\(?\d+[.)]\s+/.exec(text);

  return text ? [(number ? '1. ' : '- ') + text.replace(number ? number[0] : /^[·•▪§o\-–]\s+/, '')] : [];
}

function inline(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    return escape(node.data.replace(/\s+/g, ' '));
  }

  if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.nodeName.toUpperCase())) {
    return '';
  }

  if (node.nodeName === 'BR') {
    return '\n';
  }

  const text = [...node.childNodes].map(inline).join('');
  const style = node.getAttribute('style') ?? '';

  if (node.nodeName === 'A') {
    const url = node.getAttribute('href') ?? '';

    return text.trim() && /^https:\/\/[^\s()<>]+$/.test(url) ? around(text, '[', `](${url})`) : text;
  }

  if (/^(B|STRONG)$/.test(node.nodeName) ? !/font-weight:\s*(normal|400)/.test(style) : /font-weight:\s*(bold|[6-9]00)/.test(style)) {
    return around(text, '**', '**');
  }

  return /^(I|EM)$/.test(node.nodeName) ? !/font-style:\s*normal/.test(style) ? around(text, '*', '*') : text
    : /font-style:\s*italic/.test(style) ? around(text, '*', '*') : text;
}

// Markdown marks only what has no blanks at its edges.
function around(text, before, after) {
  const [, start, inner, end] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text);

  return inner ? start + before + inner + after + end : text;
}

function escape(text) {
  return text.replace(/[\p{Cc}\u202A-\u202E\uFEFF]/gu, sign => sign === '\n' || sign === '\t' ? ' ' : '').replace(/[\\*_[\]`<]/g, '\\$&');
}

function safeStart(text) {
  return text.replace(/^(#{1,6} |[-+>] |\d+[.)] )/, '\\$1');
}

function tidy(text) {
  return text.replace(/[ \u00A0]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{2,}/g, '\n').trim();
}

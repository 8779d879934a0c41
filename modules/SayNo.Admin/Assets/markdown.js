// A small toolbar, a live preview and clean paste for a text area that holds Markdown.
import { markdownOf } from './paste.js';

export function enrich(box) {
  const area = box.querySelector('textarea');
  const bar = box.querySelector('[role=toolbar]');
  bar.hidden = false;
  bar.addEventListener('click', event => {
    const button = event.target.closest('button');

    if (button) {
      rove(bar, button);
      format(area, button.dataset.format);
    }
  });
  bar.addEventListener('keydown', event => move(bar, event));
  area.addEventListener('keydown', event => {
    const act = { b: 'bold', i: 'italic', k: 'link' }[event.key.toLowerCase()];

    if (act && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      format(area, act);
    }
  });
  area.addEventListener('paste', event => paste(area, box.querySelector('.sn-pasted'), box.dataset.pasted, event));
  preview(area, box.querySelector('.sn-preview'));
}

// One stop for the Tab key; the arrows go from button to button.
function rove(bar, button) {
  for (const one of bar.querySelectorAll('button')) {
    one.tabIndex = one === button ? 0 : -1;
  }

  button.focus();
}

function move(bar, event) {
  const buttons = [...bar.querySelectorAll('button')];
  const here = buttons.indexOf(document.activeElement);
  const forward = getComputedStyle(bar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const steps = { Home: -here, End: buttons.length - 1 - here, ArrowLeft: -1, ArrowRight: 1 };

  if (here >= 0 && event.key in steps) {
    event.preventDefault();
    const step = event.key.startsWith('Arrow') ? (event.key === forward ? 1 : -1) : steps[event.key];
    rove(bar, buttons[(here + step + buttons.length) % buttons.length]);
  }
}

function format(area, act) {
  area.focus();
  const { selectionStart: from, selectionEnd: to, value } = area;
  const text = value.slice(from, to);

  if (act === 'bold' || act === 'italic') {
    wrap(area, act === 'bold' ? '**' : '*', from, to, text);
  } else if (act === 'link') {
    replace(area, from, to, `[${text}](https://)`);
    const at = text ? from + text.length + 3 : from + 1;
    area.setSelectionRange(at, text ? at + 8 : at);
  } else {
    lines(area, act === 'heading' ? '## ' : '- ', from, to);
  }
}

// Pressed twice it takes the signs away again.
function wrap(area, sign, from, to, text) {
  const { value } = area;
  const isWrapped = value.slice(from - sign.length, from) === sign && value.slice(to, to + sign.length) === sign
    && !(sign === '*' && value.slice(from - 2, from) === '**' && value.slice(from - 3, from) !== '***');

  if (isWrapped) {
    replace(area, from - sign.length, to + sign.length, text);
    area.setSelectionRange(from - sign.length, to - sign.length);
  } else {
    replace(area, from, to, sign + text + sign);
    area.setSelectionRange(from + sign.length, to + sign.length);
  }
}

function lines(area, sign, from, to) {
  const start = area.value.lastIndexOf('\n', from - 1) + 1;
  const end = area.value.indexOf('\n', to) < 0 ? area.value.length : area.value.indexOf('\n', to);
  const all = area.value.slice(start, end).split('\n');
  const isMarked = all.every(line => line.startsWith(sign));
  const changed = all.map(line => isMarked ? line.slice(sign.length) : sign + line.replace(/^(#{1,6} |[-*+] )/, '')).join('\n');
  replace(area, start, end, changed);
  area.setSelectionRange(start + changed.length, start + changed.length);
}

// As if it had been typed, so that the browser's undo takes it back.
function replace(area, from, to, text) {
  area.setSelectionRange(from, to);

  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, from, to, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function paste(area, place, sentence, event) {
  const html = event.clipboardData?.getData('text/html');

  if (!html) {
    return;
  }

  event.preventDefault();
  replace(area, area.selectionStart, area.selectionEnd, markdownOf(html));
  place.textContent = sentence;
}

function preview(area, place) {
  const form = area.form;
  let timer = 0;
  let shown = null;

  async function draw() {
    const text = area.value;

    if (text === shown) {
      return;
    }

    const body = new FormData();
    body.append('form-token', form.elements['form-token'].value);
    body.append('text', text);
    body.append('language', area.lang);
    const answer = await fetch('/admin/content/markdown', { method: 'POST', body, redirect: 'manual' }).catch(() => null);

    if (answer?.ok) {
      // The server allows no HTML in Markdown, and the page's policy no script but its own files.
      place.innerHTML = await answer.text();
      place.hidden = place.childElementCount === 0;
      shown = text;
    }
  }

  area.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(draw, 700);
  });
  draw();
}

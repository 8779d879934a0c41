// Lets a field choose its files from the library, or bring new ones, in a dialog. Without it their paths are typed.
import { bring } from './bring.js';

const library = '/admin/media';

document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/admin/assets/media.css' }));

for (const box of document.querySelectorAll('[data-media]')) {
  box.querySelectorAll('.sn-pair').forEach((row, i) => dress(box, row, i + 1));
}

function dress(box, row, number) {
  const path = row.querySelector('input');
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'sn-quiet', textContent: box.dataset.choose.replace('{0}', number) });
  const shown = Object.assign(document.createElement('p'), { className: 'sn-chosen-file' });
  path.parentElement.append(shown, button);
  button.addEventListener('click', () => open(box, item => {
    path.value = item.path;
    show(box, shown, item);
    path.dispatchEvent(new Event('input', { bubbles: true }));
    path.dispatchEvent(new Event('change', { bubbles: true }));
    button.focus();
  }));

  const look = async () => show(box, shown, path.value ? (await find({ path: path.value }))[0] : null, path.value);
  path.addEventListener('change', look);
  look();
}

function show(box, place, item, typed) {
  place.replaceChildren(...(item ? [thumbnail(item), Object.assign(document.createElement('bdi'), { textContent: item.name })] : []));

  if (!item && typed?.startsWith('library/')) {
    place.textContent = box.dataset.unknown;
  }
}

async function find(query) {
  const answer = await fetch(`${library}?${new URLSearchParams({ format: 'json', ...query })}`, { redirect: 'manual' }).catch(() => null);

  return answer?.ok ? (await answer.json()).items : [];
}

function thumbnail(item) {
  if (['jpeg', 'png', 'webp'].includes(item.kind)) {
    return Object.assign(document.createElement('img'), { src: `${library}/${item.id}/file?width=320`, alt: '', loading: 'lazy' });
  }

  return Object.assign(document.createElement('span'), { className: 'sn-no-picture', ariaHidden: 'true', textContent: item.kind === 'captions' ? 'CC' : '▶' });
}

function open(box, choose) {
  const dialog = document.createElement('dialog');
  const title = Object.assign(document.createElement('h2'), { id: 'media-title', textContent: box.dataset.title });
  const label = Object.assign(document.createElement('label'), { htmlFor: 'media-search', textContent: box.dataset.search });
  const search = Object.assign(document.createElement('input'), { id: 'media-search', type: 'search', autocomplete: 'off' });
  const list = Object.assign(document.createElement('ul'), { className: 'sn-shelf' });
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'sn-quiet', textContent: box.dataset.close });
  const news = document.createElement('div');
  dialog.className = 'sn-dialog';
  dialog.setAttribute('aria-labelledby', title.id);
  list.setAttribute('aria-live', 'polite');
  dialog.append(title, label, search, list, news, close);
  document.body.append(dialog);

  const take = item => {
    dialog.close();
    choose(item);
  };
  const fill = async () => {
    const items = await find({ q: search.value });
    list.replaceChildren(...items.map(item => entry(item, take)));

    if (items.length === 0) {
      list.replaceChildren(Object.assign(document.createElement('li'), { textContent: box.dataset.none }));
    }
  };
  let timer = 0;
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(fill, 250);
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  search.focus();
  fill();
  addUpload(news, async id => {
    const item = (await find({})).find(one => one.id === id);

    if (item) {
      take(item);
    }
  });
}

function entry(item, take) {
  const line = document.createElement('li');
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'sn-quiet' });
  button.append(thumbnail(item), Object.assign(document.createElement('bdi'), { textContent: item.name }));
  button.addEventListener('click', () => take(item));
  line.append(button, Object.assign(document.createElement('p'), { textContent: item.about }));

  return line;
}

// The form of the library itself, with its words and its token: whoever may bring nothing gets none.
async function addUpload(place, arrived) {
  const answer = await fetch(library, { redirect: 'manual' }).catch(() => null);
  const form = answer?.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('form[data-upload]');

  if (!form) {
    return;
  }

  form.querySelector('noscript')?.remove();
  place.append(document.adoptNode(form));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const files = form.querySelector('input[type=file]');
    bring(form, [...files.files], arrived);
    files.value = '';
  });
}

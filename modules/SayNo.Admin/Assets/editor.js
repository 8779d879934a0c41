// Adds comfort to the form of a text: keeps what is typed, checks it, counts it. The form works without.
import { enrich } from './markdown.js';
import { pick } from './picker.js';

const form = document.querySelector('form[data-editor]');

if (form) {
  edit(form);
}

for (const box of document.querySelectorAll('[data-markdown]')) {
  enrich(box);
}

for (const box of document.querySelectorAll('[data-picker]')) {
  pick(box);
}

function edit(form) {
  const keeping = keep(form);
  const checks = check(form);
  count(form);
  takeOver(form);
  size(form);

  form.addEventListener('input', event => {
    keeping.changed();
    checks.typed(event.target);
  });
  form.addEventListener('change', event => {
    keeping.changed();
    checks.left(event.target);
  });
}

/** Posts the form as it stands. A redirect, or the status 401, means that nobody is signed in any more. */
function post(form, act, options = {}) {
  return fetch(`${form.dataset.editor}/${act}`, { method: 'POST', body: new FormData(form), redirect: 'manual', ...options });
}

// Keeps what is typed on the server, so that a lost session or a dead battery costs nothing.
function keep(form) {
  const pause = 2500;
  const again = 10000;
  const status = form.querySelector('[data-kept]');
  let timer = 0;
  let isDirty = false;
  let isLeaving = false;
  let running = null;

  function say(sentence, isAlarm = false) {
    if (status.textContent !== sentence) {
      status.textContent = sentence;
    }

    status.classList.toggle('sn-problem', isAlarm);
  }

  async function send() {
    isDirty = false;

    try {
      const answer = await post(form, 'autosave');

      if (answer.type === 'opaqueredirect' || answer.status === 401) {
        isDirty = true;
        say(form.dataset.signedOut, true);

        return 'signed-out';
      }

      if (answer.status >= 500) {
        throw new Error(String(answer.status));
      }

      const said = await answer.json();

      if (!answer.ok) {
        isDirty = true;
        say(said.sentence, true);

        return answer.status === 413 ? 'too-long' : 'refused';
      }

      const time = new Date(said.at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
      say(form.dataset.keptAt.replace('{0}', time));
      form.dispatchEvent(new CustomEvent('kept'));

      return 'kept';
    } catch {
      isDirty = true;
      say(form.dataset.offline, true);
      plan(again);

      return 'unreachable';
    }
  }

  function now() {
    clearTimeout(timer);
    timer = 0;
    running ??= send().finally(() => { running = null; });

    return running;
  }

  function plan(after) {
    clearTimeout(timer);
    timer = setTimeout(now, after);
  }

  // A page that goes away may send a little, which the browser delivers after it is gone; the text stays to be kept if it comes back.
  function leave() {
    if (isDirty && !isLeaving && !navigator.sendBeacon(`${form.dataset.editor}/autosave`, new FormData(form))) {
      now();
    }
  }

  addEventListener('online', () => isDirty && now());
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());

  // What cannot be kept could not be saved either: then the page with the text must not go away.
  form.addEventListener('submit', async event => {
    if (isLeaving) {
      return;
    }

    event.preventDefault();
    await running;
    const outcome = await now();

    if (outcome !== 'unreachable' && outcome !== 'too-long') {
      isLeaving = true;
      clearTimeout(timer);
      form.requestSubmit(event.submitter ?? undefined);
    } else {
      status.scrollIntoView({ block: 'nearest' });
    }
  });

  addEventListener('pageshow', () => { isLeaving = false; });

  return {
    changed() {
      if (!isDirty) {
        say(form.dataset.changed);
      }

      isDirty = true;
      plan(pause);
    },
  };
}

// Asks the server, which knows the rules, about what was typed: after a pause, or when a field is left. Untouched fields stay silent.
function check(form) {
  const touched = new Set([...form.querySelectorAll('.sn-entry')].filter(row => row.querySelector('.sn-problem')).map(row => row.dataset.field));
  let timer = 0;
  let asked = 0;

  async function ask() {
    clearTimeout(timer);
    const number = ++asked;
    const answer = await post(form, 'check').catch(() => null);

    if (answer?.ok && number === asked) {
      const { problems } = await answer.json();
      touched.forEach(field => show(field, problems[field] ?? []));
    }
  }

  function show(field, sentences) {
    const row = form.querySelector(`.sn-entry[data-field="${CSS.escape(field)}"]`);
    const place = row?.querySelector('.sn-problems');

    if (!place || sentences.join('\n') === [...place.children].map(one => one.textContent).join('\n')) {
      return;
    }

    place.replaceChildren(...sentences.map(sentence => {
      const line = document.createElement('p');
      line.className = 'sn-problem';
      line.textContent = sentence;

      return line;
    }));

    for (const input of row.querySelectorAll('[aria-describedby]:not([type=radio])')) {
      if (sentences.length > 0) {
        input.setAttribute('aria-invalid', 'true');
      } else {
        input.removeAttribute('aria-invalid');
      }
    }
  }

  function touch(input, after) {
    const row = input.closest('.sn-entry');

    if (row) {
      touched.add(row.dataset.field);
      clearTimeout(timer);
      timer = setTimeout(ask, after);
    }
  }

  return { typed: input => touch(input, 1500), left: input => touch(input, 0) };
}

function count(form) {
  for (const place of form.querySelectorAll('[data-most]')) {
    const input = place.closest('.sn-entry').querySelector('input:not([type=checkbox]), textarea');
    const most = Number(place.dataset.most);
    const say = () => {
      const left = most - [...input.value].length;
      place.textContent = (left < 0 ? form.dataset.over : form.dataset.left).replace('{0}', Math.abs(left));
      place.classList.toggle('sn-problem', left < 0);
    };

    input.addEventListener('input', say);
    say();
  }
}

function takeOver(form) {
  for (const button of form.querySelectorAll('[data-take]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const input = document.getElementById(button.dataset.take);
      input.value = document.getElementById(`${button.dataset.take}-source`).textContent;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.focus();
    });
  }
}

// How heavy the page becomes that shows this text. Where no page has a limit, the server says so once.
function size(form) {
  const place = form.querySelector('[data-size-text]');
  let timer = 0;

  async function ask() {
    const answer = await post(form, 'size').catch(() => null);

    if (answer?.status === 404 || answer?.status === 204) {
      form.removeEventListener('input', plan);
    } else if (answer?.ok) {
      const { path, bytes, limit } = await answer.json();
      const number = value => value.toLocaleString(document.documentElement.lang);
      const meter = Object.assign(document.createElement('meter'), { max: limit, high: limit * 0.9, optimum: 0, value: bytes });
      meter.setAttribute('aria-hidden', 'true');
      place.replaceChildren(form.dataset.size.replace('{0}', path).replace('{1}', number(bytes)).replace('{2}', number(limit)), ' ', meter);
      place.classList.toggle('sn-problem', bytes > limit);
    }
  }

  function plan() {
    clearTimeout(timer);
    timer = setTimeout(ask, 3000);
  }

  form.addEventListener('input', plan);
  ask();
}

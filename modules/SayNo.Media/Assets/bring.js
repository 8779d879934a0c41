// Brings files to the library and says in a list how far each of them is.
import { send, giveUp, Refusal } from './upload.js';
import { upright } from './turning.js';
import { drawSizes } from './drawing.js';

let waiting = Promise.resolve();

/** Sends files one after the other; answers whether all of them are in the library. `arrived` is told the id of each. */
export async function bring(form, files, arrived = () => {}) {
  const list = form.querySelector('[data-arrivals]');
  const lines = files.map(file => line(form, list, file));
  let all = true;

  for (const one of lines) {
    waiting = waiting.then(() => bringOne(form, one, arrived)).then(isThere => { all &&= isThere; });
  }

  await waiting;

  if (all) {
    form.querySelector('[data-said]').textContent = form.dataset.all;
  }

  return all;
}

function line(form, list, file) {
  const entry = document.createElement('li');
  const name = Object.assign(document.createElement('bdi'), { textContent: file.name });
  const bar = Object.assign(document.createElement('progress'), { max: file.size, value: 0 });
  const state = Object.assign(document.createElement('p'), { textContent: form.dataset.waiting });
  const cancel = Object.assign(document.createElement('button'), { type: 'button', className: 'sn-quiet', textContent: form.dataset.cancel });
  const stop = new AbortController();
  cancel.setAttribute('aria-label', `${form.dataset.cancel}: ${file.name}`);
  cancel.addEventListener('click', () => stop.abort());
  bar.setAttribute('aria-label', file.name);
  entry.append(name, bar, state, cancel);
  list.append(entry);

  return { file, bar, state, cancel, stop, entry };
}

async function bringOne(form, one, arrived) {
  const { file, bar, state, stop } = one;
  let url = null;
  const options = {
    form,
    scope: form.querySelector('[name=scope]').value,
    signal: stop.signal,
    began: address => { url = address; },
    say(what, sent) {
      bar.value = sent ?? bar.value;
      state.textContent = what === 'sending' ? sentence(form, sent, file.size) : words(form, what);
    },
  };

  try {
    const { id, isKnown, sent } = await sendUpright(file, options);

    if (!isKnown && !/^video\/|\.vtt$/.test(sent.type || sent.name)) {
      options.say('drawing');
      await drawSizes(id, sent, options);
    }

    bar.value = bar.max;
    state.textContent = isKnown ? form.dataset.known : form.dataset.done;
    await arrived(id);

    return true;
  } catch (problem) {
    if (url) {
      await giveUp(url, form);
    }

    state.textContent = stop.signal.aborted ? form.dataset.cancelled : problem instanceof Refusal && problem.message ? problem.message : form.dataset.failed;
    state.classList.toggle('sn-problem', !stop.signal.aborted);
    form.querySelector('[data-said]').textContent = `${file.name}: ${state.textContent}`;

    return false;
  } finally {
    one.cancel.remove();
  }
}

// What the server does not take as it is, this browser may be able to read and to write anew.
async function sendUpright(file, options) {
  try {
    return { ...await send(file, options), sent: file };
  } catch (problem) {
    const better = problem instanceof Refusal && ['turned', 'kind'].includes(problem.fault) ? await upright(file) : null;

    if (!better) {
      throw problem;
    }

    return { ...await send(better, options), sent: better };
  }
}

function sentence(form, sent, size) {
  const megabytes = bytes => (bytes / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });

  return form.dataset.sending.replace('{0}', megabytes(sent)).replace('{1}', megabytes(size));
}

function words(form, what) {
  return { checking: form.dataset.checking, drawing: form.dataset.drawing, lost: form.dataset.lost, 'signed-out': form.dataset.signedOut }[what] ?? '';
}

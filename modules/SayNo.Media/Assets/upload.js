// Sends a file in parts, so that a lost connection costs one part at most (the protocol tus 1.0).
const part = 8 * 1024 * 1024;
const address = '/admin/media/uploads';
const pauses = [1000, 2000, 5000, 10000, 30000];

/** What the server says against a file; its sentence is in the editor's language. */
export class Refusal extends Error {
  constructor(fault, sentence) {
    super(sentence);
    this.fault = fault;
  }
}

/**
 * Sends a file until it is in the library, however often the connection is lost.
 * `options`: scope, form (which holds the token), say(state, sent), signal.
 */
export async function send(file, options) {
  const key = `sn-upload ${options.scope} ${file.name} ${file.size} ${file.lastModified}`;

  try {
    return await sendFrom(await begin(file, key, options), file, options);
  } finally {
    localStorage.removeItem(key);
  }
}

/** Gives an upload up: it takes no room any more. */
export async function giveUp(url, form) {
  await fetch(url, { method: 'DELETE', headers: heads(form) }).catch(() => null);
}

/** The headers that make a request genuine. */
export function heads(form, more = {}) {
  return { 'Tus-Resumable': '1.0.0', 'Form-Token': form.querySelector('input[name="form-token"]').value, ...more };
}

/** Asks until there is an answer; loses no patience, since a train goes through many tunnels. */
export async function insist(options, ask) {
  for (let tried = 0; ; tried++) {
    options.signal?.throwIfAborted();
    const answer = await ask().catch(() => null);

    if (answer && answer.status < 500 && answer.type !== 'opaqueredirect' && ![401, 423].includes(answer.status)) {
      return answer;
    }

    if (answer?.status === 507) {
      throw await refusal(answer);
    }

    options.say(answer?.status === 401 || answer?.type === 'opaqueredirect' ? 'signed-out' : 'lost');
    await wait(pauses[Math.min(tried, pauses.length - 1)], options.signal);
    await renew(options.form);
  }
}

/** What an answer says against a file. */
export async function refusal(answer) {
  const said = await answer.json().catch(() => ({}));

  return new Refusal(said.fault ?? '', said.sentence ?? '');
}

async function begin(file, key, options) {
  const known = localStorage.getItem(key);

  if (known) {
    const there = await insist(options, () => fetch(known, { method: 'HEAD', redirect: 'manual' }));

    if (there.ok) {
      return { url: known, offset: Number(there.headers.get('Upload-Offset')) };
    }
  }

  const about = `filename ${base64(file.name)},scope ${base64(options.scope)}`;
  const answer = await insist(options, () => fetch(address, {
    method: 'POST', redirect: 'manual', headers: heads(options.form, { 'Upload-Length': String(file.size), 'Upload-Metadata': about }),
  }));

  if (!answer.ok) {
    throw await refusal(answer);
  }

  const url = answer.headers.get('Location');
  localStorage.setItem(key, url);

  return { url, offset: 0 };
}

async function sendFrom({ url, offset }, file, options) {
  options.began?.(url);

  for (;;) {
    const bytes = file.slice(offset, offset + part);
    options.say(offset + bytes.size < file.size ? 'sending' : 'checking', offset);
    const answer = await insist(options, () => fetch(url, {
      method: 'PATCH', redirect: 'manual', body: bytes, signal: options.signal,
      headers: heads(options.form, { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) }),
    }));
    const id = answer.headers.get('Media-Id');

    if (id) {
      return { id, isKnown: answer.headers.get('Media-Known') === 'yes' };
    }

    if (answer.ok || answer.status === 409) {
      offset = Number(answer.headers.get('Upload-Offset'));
    } else {
      throw await refusal(answer);
    }
  }
}

// A page that was open for long, or whose editor has signed in again, needs a new token.
async function renew(form) {
  const answer = await fetch('/admin/media', { redirect: 'manual' }).catch(() => null);

  if (answer?.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main input[name="form-token"]');

    if (fresh) {
      form.querySelector('input[name="form-token"]').value = fresh.value;
    }
  }
}

function wait(time, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, time);
    addEventListener('online', resolve, { once: true });
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

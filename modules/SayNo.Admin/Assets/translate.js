// Adds comfort to the form in which a text is written beside its source: keys from one open segment to the next, progress, advice, a
// page that follows what is typed. Without it links lead from segment to segment, and the server says all of this when the form is sent.
const form = document.querySelector('form.sn-segments');

if (form) {
  walk(form);
  progress(form);
  limits(form);
  advise(form);
  look(form);
}

function isOpen(segment) {
  const area = segment.querySelector('textarea');
  const tick = segment.querySelector('[data-right]');

  return segment.dataset.state === 'outdated' ? !tick?.checked && area?.value === area?.dataset.stored
    : segment.dataset.state === 'missing' && !area?.value.trim();
}

function go(segment) {
  const target = segment?.querySelector('textarea, input[type=checkbox], a');

  if (target) {
    target.focus();
    segment.scrollIntoView({ block: 'center' });
  }
}

function walk(form) {
  const segments = [...form.querySelectorAll('.sn-segment')];

  function step(forward) {
    const here = segments.indexOf(document.activeElement?.closest?.('.sn-segment'));
    const order = forward ? [...segments.slice(here + 1), ...segments.slice(0, here + 1)] : [...segments.slice(0, Math.max(here, 0)).reverse(), ...segments.slice(Math.max(here, 0)).reverse()];
    go(order.find(isOpen));
  }

  form.addEventListener('keydown', event => {
    if (event.altKey && !event.ctrlKey && !event.metaKey && (event.key === 'PageDown' || event.key === 'PageUp')) {
      event.preventDefault();
      step(event.key === 'PageDown');
    }
  });
  form.addEventListener('click', event => {
    const link = event.target.closest('a[data-next], a[data-to]');

    if (link) {
      event.preventDefault();
      link.matches('[data-next]') ? step(true) : go(document.getElementById(link.hash.slice(1)));
    }
  });
}

function progress(form) {
  const place = document.querySelector('[data-progress]');
  const segments = [...form.querySelectorAll('.sn-segment')].filter(segment => segment.querySelector('.sn-original .sn-text'));

  form.addEventListener('input', () => {
    const open = segments.filter(isOpen);
    const outdated = open.filter(segment => segment.dataset.state === 'outdated').length;
    place.textContent = [segments.length - open.length, segments.length, outdated].reduce((text, number, at) => text.replace(`{${at}}`, number), place.dataset.progress);
  });
}

// The limit is the field's: all its segments count together.
function limits(form) {
  for (const place of form.querySelectorAll('[data-limit]')) {
    const areas = [...place.closest('.sn-entry').querySelectorAll('textarea')];
    const say = () => {
      const left = Number(place.dataset.limit) - [...areas.map(area => area.value).join('\n\n')].length;
      place.textContent = (left < 0 ? form.dataset.over : form.dataset.left).replace('{0}', Math.abs(left));
      place.classList.toggle('sn-problem', left < 0);
    };

    areas.forEach(area => area.addEventListener('input', say));
    say();
  }
}

function advise(form) {
  let timer = 0;
  let asked = 0;

  async function ask() {
    const number = ++asked;
    const answer = await fetch(`${form.dataset.editor}/advice`, { method: 'POST', body: new FormData(form), redirect: 'manual' }).catch(() => null);

    if (answer?.ok && number === asked) {
      Object.entries(await answer.json()).forEach(([name, sentences]) => show(name, sentences));
    }
  }

  function show(name, sentences) {
    const list = form.querySelector(`[data-advice="${CSS.escape(name)}"]`);

    if (list && sentences.join('\n') !== [...list.children].map(one => one.textContent).join('\n')) {
      list.replaceChildren(...sentences.map(sentence => Object.assign(document.createElement('li'), { textContent: sentence })));
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 1500);
  });
}

// The page shows what the server has kept of the text, so it is asked for when something was kept.
function look(form) {
  const details = document.querySelector('[data-look]');
  const frame = details?.querySelector('iframe');
  let isLate = false;

  function draw() {
    if (details.open && isLate) {
      isLate = false;
      frame.contentWindow.location.reload();
    }
  }

  if (frame) {
    form.addEventListener('kept', () => {
      isLate = true;
      draw();
    });
    details.addEventListener('toggle', draw);
  }
}

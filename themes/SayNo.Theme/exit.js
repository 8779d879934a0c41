// Leaving at once, and no trail on the way: the whole visit is one entry of the browser's history, and the exit writes over it (R3 to R6).
// Old phones must understand every line: nothing newer than ES2015. The page works without any of it.
(() => {
  const page = document;
  const exit = page.querySelector('.sn-exit');
  if (!exit) return;
  const texts = exit.dataset;
  const cover = page.createElement('div');
  const lights = page.createElement('span');
  const status = page.createElement('p');
  const tip = page.getElementById('shift');
  let presses = 0;
  let isModifier = false;
  let wasShown = false;
  let timer;

  const say = text => {
    status.textContent = text;
  };

  const count = number => {
    presses = number;
    lights.textContent = ['', '●○○', '●●○'][number];
    clearTimeout(timer);
  };

  const giveUp = () => {
    if (!presses) return;
    count(0);
    say(texts.late);
    timer = setTimeout(say, 5000, '');
  };

  // Everything but the cover goes from sight and from screen readers, in this same frame: the other site may take long to come.
  const hide = isHidden => {
    [].forEach.call(page.body.children, one => {
      one.hidden = isHidden;
    });
  };

  const leave = () => {
    count(0);
    hide(true);
    page.body.appendChild(cover);
    cover.hidden = false;
    cover.textContent = texts.wait;
    location.replace(exit.href);
  };

  // "Open now" is over: the page was left open over night, or a cache shows it while the site is down.
  const age = () => {
    [].forEach.call(page.querySelectorAll('[data-until]'), one => {
      one.hidden = one.dataset.until * 1000 < Date.now();
    });
  };

  // Back can bring the page as it was left: covered.
  const restore = event => {
    if ((wasShown || event.persisted) && cover.parentNode) {
      page.body.removeChild(cover);
      cover.textContent = '';
      hide(false);
      say('');
    }
    wasShown = true;
    age();
  };

  // A jump within the page takes the reading place along, as screen readers of telephones do not by themselves.
  const focus = place => {
    if (!place) return;
    if (place.tabIndex < 0) {
      place.tabIndex = -1;
      place.onblur = () => place.removeAttribute('tabindex');
    }
    place.focus();
  };

  const follow = event => {
    const link = event.target.closest && event.target.closest('a[href]');
    if (!link || event.defaultPrevented) return;
    if (link.classList.contains('sn-exit')) {
      event.preventDefault();
      leave();
      return;
    }
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
    event.preventDefault();
    location.replace(link.href);
    if (link.hash) focus(page.querySelector(':target'));
  };

  const search = event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'get') return;
    event.preventDefault();
    const asked = [].filter.call(form.elements, one => one.name).map(one => one.name + '=' + encodeURIComponent(one.value));
    location.replace(form.action.split('?')[0] + '?' + asked.join('&'));
  };

  // Shift held for a capital letter, a shortcut or a click asks for nothing, whichever key is let go first.
  const press = event => {
    if (event.key !== 'Shift') isModifier = isModifier || event.shiftKey;
    else if (!event.repeat) isModifier = false;
  };

  const release = event => {
    if (event.key !== 'Shift') {
      press(event);
      giveUp();
    } else if (isModifier || event.ctrlKey || event.altKey || event.metaKey) {
      giveUp();
    } else if (presses > 1) {
      leave();
    } else {
      count(presses + 1);
      say(presses > 1 ? texts.one : texts.two);
      timer = setTimeout(giveUp, 5000);
    }
  };

  cover.className = 'sn-cover';
  cover.setAttribute('role', 'alert');
  lights.className = 'sn-lights';
  lights.setAttribute('aria-hidden', 'true');
  exit.appendChild(lights);
  status.className = 'sn-unseen';
  status.setAttribute('role', 'status');
  page.body.appendChild(status);
  if (tip) tip.hidden = false;
  addEventListener('keydown', press);
  addEventListener('mousedown', press);
  addEventListener('keyup', release);
  addEventListener('click', follow);
  addEventListener('submit', search);
  addEventListener('pageshow', restore);
  page.addEventListener('visibilitychange', age);
  setInterval(age, 60000);
  age();
})();

// Turns the search of a reference field into a combobox (ARIA pattern "editable combobox with list autocomplete").
export function pick(box) {
  const input = box.querySelector('input[type=text]');
  const chosen = box.querySelector('.sn-chosen');
  const list = document.createElement('ul');
  const name = box.dataset.picker;
  let timer = 0;
  let active = -1;

  list.id = `${input.id}-options`;
  list.className = 'sn-options';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.dataset.label);
  list.hidden = true;
  input.after(list);
  input.removeAttribute('name');
  box.querySelectorAll('[data-without-script]').forEach(one => one.remove());
  Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list' })
    .forEach(([key, value]) => input.setAttribute(key, value));

  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));

    if (!isOpen) {
      mark(-1);
    }
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = list.children[index];

    if (option?.id) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  async function search() {
    const query = new URLSearchParams({ q: input.value });
    box.dataset.types.split(',').filter(Boolean).forEach(type => query.append('type', type));
    const answer = await fetch(`/admin/content/picker?${query}`, { headers: { Accept: 'application/json' }, redirect: 'manual' }).catch(() => null);

    if (!answer?.ok) {
      return;
    }

    const { items } = await answer.json();
    list.replaceChildren(...(items.length > 0 ? items.map(option) : [nothing()]));
    open(document.activeElement === input);
  }

  function option(item, i) {
    const line = document.createElement('li');
    line.id = `${list.id}-${i}`;
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', 'false');
    line.dataset.id = item.id;
    line.textContent = item.title;
    line.lang = item.lang;
    const about = Object.assign(document.createElement('span'), { className: 'sn-soft', textContent: `${item.typeName}, ${item.scopeName}` });
    about.lang = document.documentElement.lang;
    line.append(' ', about);
    line.addEventListener('mousedown', event => {
      event.preventDefault();
      take(line);
    });

    return line;
  }

  function nothing() {
    const line = document.createElement('li');
    line.setAttribute('role', 'option');
    line.setAttribute('aria-disabled', 'true');
    line.textContent = box.dataset.none;

    return line;
  }

  function take(line) {
    if (!line?.dataset.id) {
      return;
    }

    if (box.dataset.multiple !== 'true') {
      chosen.replaceChildren();
    }

    if (![...chosen.querySelectorAll('input')].some(one => one.value === line.dataset.id)) {
      const label = document.createElement('label');
      const check = Object.assign(document.createElement('input'), { type: 'checkbox', name, value: line.dataset.id, checked: true });
      const entry = document.createElement('li');
      label.append(check, ' ', line.firstChild.textContent);
      entry.append(label);
      chosen.append(entry);
    }

    input.value = '';
    open(false);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, 250);
  });
  input.addEventListener('blur', () => open(false));
  input.addEventListener('keydown', event => {
    const count = list.children.length;

    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();

      if (list.hidden) {
        search();
      } else if (count > 0) {
        mark((active + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
      }
    } else if (event.key === 'Enter' && !list.hidden) {
      event.preventDefault();
      take(list.children[active]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      open(false);
    }
  });
}

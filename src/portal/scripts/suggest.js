// Suggestions below a search box (data-suggest="address"): an editable combobox with a list, as the ARIA Authoring Practices describe it.
// Without this file the box is a plain search field and everything works all the same.
(() => {
  const PAUSE = 250;
  const LONGEST = 40;
  /** Numbers of identity cards and telephones are nobody's search word: what holds so many digits never leaves the page. */
  const PERSONAL = /\d[\d\s-]{5,}/;

  for (const input of document.querySelectorAll('input[data-suggest]')) enhance(input);

  function enhance(input) {
    const id = `${input.name}-suggestions`;
    const list = element('ul', { id, role: 'listbox', class: 'suggestions', 'aria-label': '检索词联想', hidden: '' });
    const status = element('p', { class: 'unseen', role: 'status' });
    const kept = new Map();
    let active = -1;
    let timer;
    let asking;

    // A combobox is a text field to browsers and screen readers; the keyboard of phones still shows "search".
    input.type = 'text';
    set(input, {
      role: 'combobox',
      autocomplete: 'off',
      enterkeyhint: 'search',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': id,
    });
    input.form.classList.add('suggesting');
    input.after(list, status);

    const options = () => [...list.children];
    const isOpen = () => !list.hidden;

    function show(items) {
      list.replaceChildren(
        ...items.map((text, at) => {
          const option = element('li', { id: `${id}-${at}`, role: 'option', 'aria-selected': 'false' });
          option.textContent = text;
          return option;
        }),
      );
      choose(-1);
      if (items.length === 0) return close();
      list.style.left = `${input.offsetLeft}px`;
      list.style.top = `${input.offsetTop + input.offsetHeight}px`;
      list.style.width = `${input.offsetWidth}px`;
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      status.textContent = `有 ${items.length} 条联想，按上下方向键选择。`;
    }

    function close() {
      clearTimeout(timer);
      asking?.abort();
      list.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      status.textContent = '';
      choose(-1);
    }

    function choose(at) {
      options()[active]?.setAttribute('aria-selected', 'false');
      active = at;
      const option = options()[at];
      if (!option) return input.removeAttribute('aria-activedescendant');
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    }

    function accept(option) {
      input.value = option.textContent;
      close();
      input.form.requestSubmit();
    }

    /** In the body, so that no address and no log holds what somebody types; without cookies, so that nobody is known by it. */
    async function ask(text) {
      if (kept.has(text)) return kept.get(text);
      asking?.abort();
      asking = new AbortController();
      const response = await fetch(input.dataset.suggest, {
        method: 'POST',
        credentials: 'omit',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ q: text, kind: input.dataset.suggestKind }),
        signal: asking.signal,
      });
      const items = response.ok ? (await response.json()).items : [];
      kept.set(text, items);
      return items;
    }

    async function suggest() {
      const text = input.value.trim();
      if (text === '' || text.length > LONGEST || PERSONAL.test(text)) return close();
      // Suggestions are a help: when they fail, the box goes on as a plain one.
      const items = await ask(text).catch(() => []);
      if (input.value.trim() === text && document.activeElement === input) show(items);
    }

    input.addEventListener('input', (event) => {
      clearTimeout(timer);
      choose(-1);
      if (!event.isComposing) timer = setTimeout(suggest, PAUSE);
    });
    input.addEventListener('compositionend', () => {
      clearTimeout(timer);
      timer = setTimeout(suggest, PAUSE);
    });
    input.addEventListener('blur', close);
    input.addEventListener('keydown', (event) => {
      // While an input method is open, Enter and the arrows belong to it.
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
      const act = KEYS[event.key];
      if (act?.(event)) event.preventDefault();
    });

    const move = (step) => {
      const count = options().length;
      choose(
        active === -1 ? (step > 0 ? 0 : count - 1) : active + step < 0 || active + step >= count ? -1 : active + step,
      );
      return true;
    };
    const KEYS = {
      ArrowDown(event) {
        if (isOpen()) return move(1);
        void suggest().then(() => !event.altKey && isOpen() && move(1));
        return true;
      },
      ArrowUp(event) {
        if (!isOpen()) return false;
        if (event.altKey) {
          close();
          return true;
        }
        return move(-1);
      },
      Enter() {
        const option = options()[active];
        if (!isOpen() || !option) return false;
        accept(option);
        return true;
      },
      Escape() {
        if (!isOpen()) return false;
        close();
        return true;
      },
      // They move in the text, so nothing in the list is chosen any more.
      ArrowLeft: () => choose(-1),
      ArrowRight: () => choose(-1),
      Home: () => choose(-1),
      End: () => choose(-1),
    };

    // The box keeps the focus, else the list would close before the click arrives.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) accept(option);
    });
  }

  function element(name, attributes) {
    return set(document.createElement(name), attributes);
  }

  function set(node, attributes) {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  }
})();

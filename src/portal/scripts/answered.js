// "Answered before" beside a form: while somebody writes (data-answered="address"), what is public and alike appears under data-heading.
// Without this file a button of the form shows the same.
(() => {
  const PAUSE = 600;
  const SHORTEST = 6;
  const LONGEST = 500;
  /** Numbers of identity cards and telephones never leave the page before the form itself is sent. */
  const PERSONAL = /\d[\d\s-]{5,}/g;

  for (const box of document.querySelectorAll('[data-answered]')) enhance(box);

  function enhance(box) {
    const form = box.closest('form');
    const fields = [form.elements.title, form.elements.text].filter(Boolean);
    let timer;
    let asking;
    let last = '';

    async function look() {
      const text = fields
        .map((field) => field.value.replace(PERSONAL, ' ').replace(/\s+/g, ' ').trim())
        .join('\n')
        .trim()
        .slice(0, LONGEST);
      if (text === last) return;
      last = text;
      if (text.length < SHORTEST) return show([]);
      asking?.abort();
      asking = new AbortController();
      // In the body and without cookies: no address and no log holds what somebody types, and nobody is known by it.
      const response = await fetch(box.dataset.answered, {
        method: 'POST',
        credentials: 'omit',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ text }),
        signal: asking.signal,
      });
      if (response.ok) show((await response.json()).items);
    }

    function show(items) {
      if (items.length === 0) return box.replaceChildren();
      const head = document.createElement('h2');
      head.textContent = box.dataset.heading ?? '别人问过类似的问题';
      const list = document.createElement('ul');
      list.append(...items.map(entry));
      box.replaceChildren(head, list);
    }

    function entry({ number, title, unit, answeredOn, publishedOn, excerpt }) {
      const link = document.createElement('a');
      link.href = `/documents/${number}`;
      link.target = '_blank';
      link.rel = 'noopener';
      link.textContent = `${title}（新窗口）`;
      const note = document.createElement('p');
      note.className = 'muted';
      note.textContent = [unit, answeredOn ?? publishedOn].filter(Boolean).join(' · ');
      const words = document.createElement('p');
      words.textContent = excerpt;
      const item = document.createElement('li');
      item.append(link, note, words);
      return item;
    }

    for (const field of fields) {
      field.addEventListener('input', () => {
        clearTimeout(timer);
        // A help alone: when it fails, the form goes on without it.
        timer = setTimeout(() => void look().catch(() => undefined), PAUSE);
      });
    }
  }
})();

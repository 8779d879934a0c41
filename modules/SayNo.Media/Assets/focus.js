// Shows the point that matters most in a picture, and lets a click move it. The two sliders work without.
const frame = document.querySelector('[data-focus]');
const x = document.getElementById('focus-x');
const y = document.getElementById('focus-y');

if (frame && x && y) {
  const names = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(names, 'svg');
  const point = document.createElementNS(names, 'circle');
  point.setAttribute('r', '14');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.append(point);
  frame.append(drawing);

  const show = () => {
    point.setAttribute('cx', `${x.value}%`);
    point.setAttribute('cy', `${y.value}%`);
  };

  frame.addEventListener('click', event => {
    const box = frame.getBoundingClientRect();
    x.value = Math.round((event.clientX - box.x) / box.width * 100);
    y.value = Math.round((event.clientY - box.y) / box.height * 100);
    show();
  });
  [x, y].forEach(slider => slider.addEventListener('input', show));
  show();
}

// Lets the form of the library send its files one after the other, in parts, and say how far it is. The form works without.
import { bring } from './bring.js';

const form = document.querySelector('form[data-upload]');

if (form) {
  const files = form.querySelector('input[type=file]');

  form.addEventListener('submit', event => {
    if (files.files.length === 0) {
      return;
    }

    event.preventDefault();
    bring(form, [...files.files]).then(all => all && location.assign('/admin/media?notice=added'));
    files.value = '';
  });
  form.addEventListener('dragover', event => event.preventDefault());
  form.addEventListener('drop', event => {
    event.preventDefault();
    files.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

import { render } from 'preact';
import '../styles/base.css';
import '../styles/ui.css';
import '../styles/shell.css';
import { App } from './App.tsx';

// A file that is dropped beside its place would take the place of the page, and the page would forget the key.
for (const name of ['dragover', 'drop'] as const) {
  window.addEventListener(name, (event) => {
    if (!event.defaultPrevented && event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    }
  });
}

const place = document.getElementById('app');
if (place) {
  render(<App />, place);
}

import { render } from 'preact';
import '../styles/base.css';
import '../styles/ui.css';
import '../styles/shell.css';
import { App } from './App.tsx';

const place = document.getElementById('app');
if (place) {
  render(<App />, place);
}

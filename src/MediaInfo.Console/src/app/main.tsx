import { render } from 'preact';
import '../styles/base.css';
import '../styles/ui.css';
import '../styles/shell.css';
import { App } from './App.tsx';
import { refuseStrayFiles } from './fileDrops.ts';
import { keepScroll } from './scroll.ts';

keepScroll();
refuseStrayFiles();
const place = document.getElementById('app');
if (place) {
  render(<App />, place);
}

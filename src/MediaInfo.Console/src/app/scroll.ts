// Where each address was scrolled to. The browser would go there before a screen has its content back.

const positions = new Map<string, number>();
const patience = 5_000;
let wanted: { readonly address: string; readonly top: number; readonly until: number } | undefined;

const address = (): string => window.location.pathname + window.location.search;

function follow(): void {
  if (wanted === undefined) {
    positions.set(address(), window.scrollY);
  } else if (wanted.address !== address()) {
    giveUp();
  }
}

const giveUp = (): void => {
  wanted = undefined;
};

/** Goes as far as the content reaches already; who scrolls meanwhile is left alone. */
function goOn(): void {
  if (wanted?.address !== address() || Date.now() > wanted.until) {
    giveUp();
    return;
  }
  window.scrollTo(0, wanted.top);
  if (Math.abs(window.scrollY - wanted.top) < 1) {
    giveUp();
  }
}

/** Has the back and forward buttons show an address where it was left. */
export function keepScroll(): void {
  window.history.scrollRestoration = 'manual';
  window.addEventListener('scroll', follow, { passive: true });
  window.addEventListener('popstate', () => {
    wanted = { address: address(), top: positions.get(address()) ?? 0, until: Date.now() + patience };
  });
  for (const own of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    window.addEventListener(own, giveUp, { passive: true });
  }
  new ResizeObserver(goOn).observe(document.documentElement);
}

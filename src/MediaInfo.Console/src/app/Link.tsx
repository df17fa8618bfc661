import type { ComponentChildren, AnchorHTMLAttributes, MouseEventHandler } from 'preact';
import { navigate } from './router.ts';

interface Props extends Omit<AnchorHTMLAttributes, 'href' | 'role'> {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** A link inside the page. A click with a modifier key or another button does what the browser does. */
export function Link({ href, children, onClick, ...rest }: Props) {
  const follow: MouseEventHandler<HTMLAnchorElement> = (event) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    navigate(href);
  };
  return <a {...rest} href={href} onClick={follow}>{children}</a>;
}

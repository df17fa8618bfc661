/**
 * A file that is dropped where nothing takes it would be opened by the browser in place of the page, and the key would be forgotten.
 * So the pointer says that it cannot be dropped there.
 */
export function refuseStrayFiles(): void {
  for (const what of ['dragover', 'drop'] as const) {
    window.addEventListener(what, (event) => {
      if (!event.defaultPrevented && event.dataTransfer?.types.includes('Files')) {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'none';
      }
    });
  }
}

/** As a ref: the field has the focus once, when it appears. Kept outside of components so that a redraw does not call it again. */
export const focusOnMount = (field: HTMLElement | null): void => field?.focus();

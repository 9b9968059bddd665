/** Where the system's own colours take every ground away (forced colours), what is chosen shows by a frame. The last of the sheets. */
export const CONTRAST_CSS = `
@media (forced-colors: active) {
  .tabs a { border-bottom-color: Canvas; }
  .tabs a[aria-current], .composer .modes label:has(:checked) { border-bottom-color: Highlight; }
  .rail a[aria-current], .views nav a[aria-current], .queue li a[aria-current], .list tr.here, .list tr:has([name=tickets]:checked), .list tr:has(.cover:focus-visible) { outline: 2px solid Highlight; outline-offset: -2px; }
  .button.main { border: 2px solid Highlight; }
  .badge, .number { outline: 1px solid; outline-offset: -1px; }
}
`;

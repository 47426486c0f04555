/** Whether a modal dialog is in front of everything: the page behind it answers to nothing then. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"]') !== null
}

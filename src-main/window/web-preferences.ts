/** Everything that decides what the page can do, in one frozen place; a test compares it with what Electron uses. */
export const WEB_PREFERENCES = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // The file pickers of the web open native dialogs that no permission handler is asked about; devices are not for us.
  disableBlinkFeatures: 'FileSystemAccessLocal,WebUSB,WebHID,Serial,WebBluetooth',
  // Spell checking downloads dictionaries and keeps words on the disk.
  spellcheck: false,
})

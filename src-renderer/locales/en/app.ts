export const app = {
  skip: 'Skip to the content',
  wordmark: 'Parvis, home',
  mainNavigation: 'Main',
  createAccount: 'Create an account',
  activationLink: 'I have an activation link',
  help: 'Help',
  environment: {
    label: 'Environment:',
    practice: 'Practice',
    qualification: 'Qualification',
    production: 'Production',
    starting: 'Starting…',
    unreachable: 'Service not reached',
  },
  language: { label: 'Language', fr: 'Français', en: 'English', switchTo: 'Passer en français' },
  theme: { label: 'Appearance', light: 'Light', dark: 'Dark', system: 'As the system' },
  save: {
    saved: 'Saved',
    saving: 'Saving…',
    failed: 'Not saved: what you typed is still in this window only.',
    retry: 'Save again',
  },
  crashed: {
    heading: 'Something went wrong in this window',
    body: 'What reads “Saved” is safe on this computer. Go back to the home page and open your registration again; if it happens again, close Parvis and start it anew.',
    home: 'Back to the home page',
  },
}

import type { serviceFailures as english } from '../en/service-failures'
import type { Wording } from '../wording'

const draftKept = 'Rien n’a été envoyé, et votre inscription est gardée sur cet ordinateur.'
const nothingChanged = 'Rien n’a changé, et ce que vous avez saisi est toujours là.'
const versions = 'Réessayez. Si cela se reproduit, prévenez la personne qui gère le service : sa version et celle de Parvis ne sont peut-être pas compatibles.'

/** What the service says. */
export const serviceFailures: Wording<typeof english> = {
  'input-invalid': {
    happened: 'Une information saisie n’est pas acceptée.',
    safe: nothingChanged,
    next: 'Corrigez les champs signalés, puis réessayez.',
  },
  'body-malformed': { happened: 'Le service n’a pas pu lire ce que Parvis a envoyé.', safe: nothingChanged, next: versions },
  'body-too-large': {
    happened: 'L’envoi est plus long que ce que le service accepte.',
    safe: nothingChanged,
    next: 'Raccourcissez les textes les plus longs, puis réessayez.',
  },
  'content-type-unsupported': { happened: 'Le service n’accepte pas l’envoi sous cette forme.', safe: nothingChanged, next: versions },
  'route-unknown': { happened: 'Le service ne connaît pas cette demande.', safe: nothingChanged, next: versions },
  'method-not-allowed': { happened: 'Le service n’autorise pas cette demande.', safe: nothingChanged, next: versions },
  'idempotency-key-missing': {
    happened: 'L’inscription est partie sans la clé qui empêche de l’enregistrer deux fois.',
    safe: draftKept,
    next: 'Envoyez-la à nouveau : Parvis ajoute la clé.',
  },
  'idempotency-key-malformed': {
    happened: 'Le service n’a pas pu lire la clé qui empêche d’enregistrer deux fois une inscription.',
    safe: draftKept,
    next: 'Envoyez-la à nouveau : Parvis ajoute une nouvelle clé.',
  },
  'idempotency-key-reused': {
    happened: 'Cette inscription a déjà été envoyée, avec d’autres informations.',
    safe: 'La première est valable, et rien n’a été enregistré deux fois.',
    next: 'Ouvrez-la depuis l’accueil pour voir où elle en est. Pour recommencer, retirez-la, puis créez-en une nouvelle.',
  },
  'request-in-flight': {
    happened: 'Le service traite encore cette même demande.',
    safe: 'Elle ne sera pas enregistrée deux fois.',
    next: 'Attendez quelques secondes, puis réessayez.',
  },
  'access-denied': {
    happened: 'Le service ne laisse pas cet ordinateur voir ou modifier cette inscription.',
    safe: 'L’inscription elle-même n’a pas changé, et ses courriels continuent d’arriver.',
    next: 'Continuez avec les courriels envoyés à l’adresse de connexion. La clé de l’inscription n’était peut-être gardée qu’en mémoire, et a été oubliée à la fermeture de Parvis.',
  },
  'sign-in-refused': {
    happened: 'L’adresse ou le mot de passe n’est pas le bon.',
    safe: 'Personne n’a été connecté, et rien n’a changé.',
    next: 'Vérifiez l’adresse, puis saisissez à nouveau le mot de passe. S’il est oublié, choisissez « Mot de passe oublié ? ».',
  },
  'session-ended': {
    happened: 'Votre session a pris fin, faute d’activité ou parce que votre mot de passe a été modifié.',
    safe: 'Votre compte est resté tel quel.',
    next: 'Reconnectez-vous : vous reviendrez là où vous étiez.',
  },
  'password-wrong': {
    happened: 'Ce n’est pas votre mot de passe actuel.',
    safe: 'Rien n’a changé.',
    next: 'Saisissez à nouveau le mot de passe actuel. S’il est oublié, déconnectez-vous et choisissez « Mot de passe oublié ? ».',
  },
  'conditions-outdated': {
    happened: 'Les conditions ont changé depuis que vous les avez acceptées.',
    safe: draftKept,
    next: 'Lisez les nouvelles conditions dans « Informations personnelles », acceptez-les, puis envoyez à nouveau.',
  },
  'registration-unknown': {
    happened: 'Le service ne connaît plus cette inscription.',
    safe: 'Ce que vous avez saisi est toujours sur cet ordinateur.',
    next: 'Une inscription jamais activée est supprimée après quelques jours. Créez à nouveau le compte depuis l’accueil.',
  },
  'registration-not-open': {
    happened: 'Cette inscription ne peut plus être modifiée.',
    safe: 'Elle reste telle qu’elle est.',
    next: 'Regardez son état dans le récapitulatif : elle est active, refusée ou retirée.',
  },
  'decision-made': {
    happened: 'Cette demande a déjà reçu une réponse.',
    safe: 'La première réponse reste valable, et la personne en a été informée.',
    next: 'Regardez à nouveau la liste : elle montre ce qui attend encore.',
  },
  'ticket-unknown': {
    happened: 'Ce ticket n’existe plus.',
    safe: nothingChanged,
    next: 'Regardez à nouveau la liste : elle montre ce qu’il y a.',
  },
  'captcha-rejected': {
    happened: 'Ce ne sont pas les caractères du captcha.',
    safe: 'Tout le reste de votre saisie est gardé.',
    next: 'Saisissez les caractères de la nouvelle image, ou écoutez-les. Majuscules ou minuscules, peu importe.',
  },
  'captcha-expired': {
    happened: 'Ce captcha n’est plus valable : il dure 5 minutes.',
    safe: 'Tout le reste de votre saisie est gardé.',
    next: 'Saisissez les caractères de la nouvelle image, ou écoutez-les.',
  },
  'captcha-token-invalid': {
    happened: 'La validation du captcha n’est plus valable.',
    safe: nothingChanged,
    next: 'Validez le nouveau captcha, puis envoyez à nouveau.',
  },
  'captcha-unavailable': {
    happened: 'Le service qui fabrique les captchas ne répond pas.',
    safe: nothingChanged,
    next: 'Attendez un moment, puis réessayez. Sans captcha, rien ne peut être envoyé.',
  },
  'identifier-invalid': {
    happened: 'L’identifiant n’est pas bien formé.',
    safe: nothingChanged,
    next: 'Corrigez-le dans « Informations sur la structure ».',
  },
  'identifier-not-looked-up': {
    happened: 'Les identifiants de ce type ne sont pas recherchés.',
    safe: nothingChanged,
    next: 'Remplissez à la main les champs de la structure.',
  },
  'structure-unknown': {
    happened: 'Sirene ne connaît pas ce SIRET.',
    safe: nothingChanged,
    next: 'Comparez les 14 chiffres avec un document officiel. Si l’entreprise vient d’être créée, choisissez « En cours d’immatriculation » comme type d’identifiant.',
  },
  'structure-closed': {
    happened: 'D’après Sirene, cet établissement est fermé.',
    safe: nothingChanged,
    next: 'Indiquez le SIRET d’un établissement ouvert.',
  },
  'structure-attached': {
    happened: 'Votre compte est déjà rattaché à cette structure.',
    safe: nothingChanged,
    next: 'Vous la trouvez parmi vos structures.',
  },
  'structure-requested': {
    happened: 'Vous avez déjà demandé cette structure, et personne n’a encore répondu.',
    safe: 'Votre première demande reste valable.',
    next: 'Attendez la réponse : elle arrivera à votre adresse électronique de connexion.',
  },
  'directory-unavailable': {
    happened: 'Le répertoire des entreprises ne répond pas.',
    safe: nothingChanged,
    next: 'Réessayez dans un moment, ou continuez : un numéro bien formé suffit pour l’instant, il sera vérifié plus tard.',
  },
  'activation-unknown': {
    happened: 'Le service ne connaît pas ce lien ou ce code.',
    safe: 'Aucun compte n’a changé.',
    next: 'Prenez le lien du courriel le plus récent, en entier. Après cinq essais erronés, un code ne fonctionne plus : le lien du même courriel fonctionne toujours.',
  },
  'activation-expired': {
    happened: 'Le lien d’activation a expiré : le mot de passe n’a pas pu être initialisé.',
    safe: 'Votre inscription est gardée.',
    next: 'Demandez un nouveau lien : il est valable 60 minutes.',
  },
  'activation-already-used': {
    happened: 'Ce compte est déjà actif.',
    safe: 'Son mot de passe est celui qui a été choisi à l’activation.',
    next: 'Si vous ne connaissez pas le mot de passe, demandez un nouveau lien pour en choisir un autre.',
  },
  'activation-blocked': {
    happened: 'Le compte ne peut pas encore être activé : une décision manque.',
    safe: 'Votre demande est gardée.',
    next: 'Un courriel vous dira la décision. Si elle est favorable, le lien d’activation suivra dans un autre courriel.',
  },
  'password-weak': {
    happened: 'Le mot de passe ne suit pas encore les règles.',
    safe: 'Aucun mot de passe n’a été enregistré, et votre saisie est toujours dans le champ.',
    next: 'Ajoutez ce qui manque, ou laissez Parvis en proposer un.',
  },
  'rate-limited': {
    happened: 'Il y a eu trop d’essais en peu de temps.',
    safe: nothingChanged,
    next: 'Attendez un moment, puis réessayez.',
  },
  'service-busy': {
    happened: 'Le service est momentanément surchargé.',
    safe: nothingChanged,
    next: 'Attendez un moment, puis réessayez.',
  },
}

import type { failures as english } from '../en/failures'
import type { Wording } from '../wording'

const draftKept = 'Rien n’a été envoyé, et votre inscription est gardée sur cet ordinateur.'
const nothingChanged = 'Rien n’a changé, et ce que vous avez saisi est toujours là.'
const versions = 'Réessayez. Si cela se reproduit, prévenez la personne qui gère le service : sa version et celle de Parvis ne sont peut-être pas compatibles.'

export const failures: Wording<typeof english> = {
  tryAgain: 'Réessayer',
  waitSeconds: 'Vous pourrez réessayer dans une seconde. | Vous pourrez réessayer dans {count} secondes.',
  secondsLeft: '({count} s)',
  code: {
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
      happened: 'Vous avez été déconnecté, car rien n’a été fait pendant un moment.',
      safe: 'Votre compte n’a pas changé.',
      next: 'Connectez-vous à nouveau.',
    },
    'password-wrong': {
      happened: 'Ce n’est pas votre mot de passe actuel.',
      safe: 'Votre mot de passe n’a pas changé.',
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
      safe: draftKept,
      next: 'Validez le nouveau captcha, puis envoyez à nouveau.',
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
      next: 'Attendez la réponse : elle arrivera à votre adresse électronique de connexion.',
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
    'activation-not-ours': {
      happened: 'Ce n’est pas un lien ou un code d’activation de Parvis.',
      safe: 'Aucun compte n’a changé.',
      next: 'Collez le lien entier du courriel, ou saisissez la référence et le code court qui s’y trouvent.',
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
    'service-starting': {
      happened: 'Le service est en train de démarrer.',
      safe: nothingChanged,
      next: 'Attendez quelques secondes, puis réessayez.',
    },
    'service-unreachable': {
      happened: 'Le service est injoignable.',
      safe: nothingChanged,
      next: 'Vérifiez la connexion de cet ordinateur, puis réessayez. Une inscription peut être préparée sans connexion.',
    },
    'service-refused': {
      happened: 'Le service a donné une réponse que Parvis ne comprend pas.',
      safe: nothingChanged,
      next: versions,
    },
    'draft-not-found': {
      happened: 'Cette inscription n’est pas sur cet ordinateur.',
      safe: 'Les autres inscriptions sont intactes.',
      next: 'Revenez à l’accueil : il montre toutes celles qui sont ici.',
    },
    'draft-unreadable': {
      happened: 'Le fichier de cette inscription est illisible.',
      safe: 'Le fichier a été mis de côté, pas supprimé, et les autres inscriptions sont intactes.',
      next: 'Gardez ce fichier pour la personne qui vous aidera, et créez à nouveau l’inscription.',
    },
    'draft-from-newer-version': {
      happened: 'Cette inscription a été enregistrée par une version plus récente de Parvis.',
      safe: 'Elle a été laissée exactement telle quelle.',
      next: 'Ouvrez-la avec cette version.',
    },
    'draft-incomplete': {
      happened: 'Il manque encore quelque chose dans cette inscription.',
      safe: draftKept,
      next: 'Ouvrez les étapes signalées, complétez ce qui manque, puis envoyez-la.',
    },
    'draft-already-sent': {
      happened: 'Cette inscription a déjà été envoyée.',
      safe: 'Elle n’a pas été envoyée une seconde fois.',
      next: 'Ouvrez son récapitulatif depuis l’accueil.',
    },
    'draft-queued': {
      happened: 'Cette inscription attend son envoi et ne peut donc pas être modifiée.',
      safe: 'Elle est conservée exactement telle qu’elle était à sa mise en file.',
      next: 'Retirez-la d’abord de la file d’attente, puis modifiez-la.',
    },
    'outcome-unknown': {
      happened: 'La connexion a été coupée pendant l’envoi de cette inscription : elle est peut-être déjà arrivée.',
      safe: 'Elle est conservée, et elle ne sera pas enregistrée deux fois.',
      next: 'Restez en ligne un instant. Parvis demande au service si elle est arrivée, et vous le dit ici.',
    },
    'structure-changed': {
      happened: 'Le répertoire des entreprises donne maintenant d’autres informations sur cette structure que lors de la préparation.',
      safe: draftKept,
      next: 'Regardez ce qui a changé, puis envoyez-la avec les nouvelles informations, ou corrigez-la.',
    },
    'safe-choice-needed': {
      happened: 'Cet ordinateur n’a pas de trousseau où Parvis pourrait garder la clé de vos inscriptions.',
      safe: 'Rien n’a été écrit sur le disque, et rien ne l’est jamais sans protection.',
      next: 'Choisissez une phrase secrète, ou laissez Parvis garder les inscriptions seulement jusqu’à sa fermeture.',
    },
    'safe-locked': {
      happened: 'Vos inscriptions sont verrouillées : Parvis n’accède pas à leur clé.',
      safe: 'Elles sont sur cet ordinateur, inchangées. Rien n’est supprimé ni écrasé.',
      next: 'Ouvrez l’accueil : il dit ce qui manque et ce que vous pouvez faire.',
    },
    'passphrase-wrong': {
      happened: 'Ce n’est pas la bonne phrase secrète.',
      safe: 'Rien n’a changé.',
      next: 'Réessayez, en faisant attention aux majuscules et aux espaces.',
    },
    'passphrase-weak': {
      happened: 'La phrase secrète est trop courte : il faut au moins 12 caractères.',
      safe: 'Rien n’a changé.',
      next: 'Choisissez-en une plus longue. Quatre ou cinq mots sans rapport entre eux se retiennent facilement.',
    },
    'exchange-file-unreadable': {
      happened: 'Ce n’est pas un fichier d’inscriptions exportées, ou il est endommagé.',
      safe: 'Rien n’a été importé, et le fichier n’a pas été modifié.',
      next: 'Choisissez un autre fichier, ou refaites l’export sur l’autre ordinateur.',
    },
    'exchange-file-newer': {
      happened: 'Ce fichier a été écrit par une version plus récente de Parvis.',
      safe: 'Rien n’a été importé, et le fichier n’a pas été modifié.',
      next: 'Mettez Parvis à jour sur cet ordinateur, puis importez-le.',
    },
    'network-intercepted': {
      happened: 'Autre chose répond à la place du service, comme le font les réseaux qui demandent d’abord une connexion.',
      safe: 'Rien ne lui a été envoyé.',
      next: 'Ouvrez une page quelconque dans votre navigateur, connectez-vous au réseau, puis réessayez.',
    },
    'disk-full': {
      happened: 'Le disque de cet ordinateur est plein : la dernière modification n’a pas pu être enregistrée.',
      safe: 'Ce qui était enregistré avant est intact ; la dernière modification n’existe que dans cette fenêtre.',
      next: 'Libérez de la place sur le disque, puis réessayez avant de fermer Parvis.',
    },
    'disk-refused': {
      happened: 'Cet ordinateur n’a pas laissé Parvis écrire son fichier.',
      safe: 'Ce qui était enregistré avant est intact ; la dernière modification n’existe que dans cette fenêtre.',
      next: 'Vérifiez que Parvis a le droit d’écrire dans son dossier, puis réessayez avant de fermer Parvis.',
    },
    'vault-unavailable': {
      happened: 'Le trousseau de cet ordinateur n’est pas utilisable.',
      safe: 'Ni mot de passe ni clé n’ont été écrits ailleurs.',
      next: 'Déverrouillez le trousseau, puis réessayez.',
    },
    'page-not-printed': {
      happened: 'La page n’a pas pu être imprimée ou enregistrée.',
      safe: 'L’inscription n’a pas changé.',
      next: 'Vérifiez l’imprimante, ou choisissez un autre dossier pour le fichier, puis réessayez.',
    },
    unexpected: {
      happened: 'Un problème imprévu est survenu.',
      safe: 'Ce qui est marqué « Enregistré » est en sécurité sur cet ordinateur.',
      next: 'Réessayez. Si cela se reproduit, fermez Parvis et relancez-le.',
    },
  },
}

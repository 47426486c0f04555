import type { machineFailures as english } from '../en/machine-failures'
import type { Wording } from '../wording'

const draftKept = 'Rien n’a été envoyé, et votre inscription est gardée sur cet ordinateur.'
const nothingChanged = 'Rien n’a changé, et ce que vous avez saisi est toujours là.'
const versions = 'Réessayez. Si cela se reproduit, prévenez la personne qui gère le service : sa version et celle de Parvis ne sont peut-être pas compatibles.'

/** What this machine says, of itself or of a service that it cannot reach or understand. */
export const machineFailures: Wording<typeof english> = {
  'activation-not-ours': {
    happened: 'Ce n’est pas un lien ou un code d’activation de Parvis.',
    safe: 'Aucun compte n’a changé.',
    next: 'Collez le lien entier du courriel, ou saisissez la référence et le code court qui s’y trouvent.',
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
  'spreadsheet-kind-unknown': {
    happened: 'Ce type de fichier ne peut pas être importé.',
    safe: 'Rien n’a été importé, et le fichier n’a pas été modifié.',
    next: 'Ouvrez-le dans votre tableur, enregistrez-le comme classeur Excel (.xlsx) ou en CSV, puis choisissez ce fichier.',
  },
  'spreadsheet-too-large': {
    happened: 'Ce fichier est trop volumineux : au plus 25 Mo, 200 Mo une fois décompressé, et 200 000 lignes.',
    safe: 'Rien n’a été importé, et le fichier n’a pas été modifié.',
    next: 'Enregistrez à part les lignes utiles, ou répartissez-les dans plusieurs fichiers, puis choisissez l’un d’eux.',
  },
  'spreadsheet-unreadable': {
    happened: 'Ce fichier est illisible : il est endommagé, ou n’est pas ce que dit son nom.',
    safe: 'Rien n’a été importé, et le fichier n’a pas été modifié.',
    next: 'Ouvrez-le dans votre tableur et enregistrez-le de nouveau, puis choisissez le nouveau fichier.',
  },
  'spreadsheet-encrypted': {
    happened: 'Ce classeur est protégé par un mot de passe.',
    safe: 'Rien n’a été importé, et le fichier n’a pas été modifié.',
    next: 'Ouvrez-le dans votre tableur, enregistrez une copie sans mot de passe, puis choisissez cette copie.',
  },
  'spreadsheet-empty': {
    happened: 'Il n’y a aucune ligne à importer ici.',
    safe: 'Rien n’a été importé, et le fichier n’a pas été modifié.',
    next: 'Choisissez une autre feuille ou un autre fichier, ou partez du modèle.',
  },
  'spreadsheet-quote-open': {
    happened: 'Un guillemet est ouvert dans ce fichier et jamais refermé : ses lignes ne se distinguent plus.',
    safe: 'Rien n’a été importé, et le fichier n’a pas été modifié.',
    next: 'Corrigez la ligne dans votre tableur ou dans un éditeur de texte, enregistrez, puis choisissez de nouveau le fichier.',
  },
  'spreadsheet-closed': {
    happened: 'Cet import n’est plus ouvert.',
    safe: 'Aucun brouillon n’en a été tiré, et le fichier n’a pas été modifié.',
    next: 'Choisissez de nouveau le fichier.',
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
  'kiosk-refused': {
    happened: 'Cet appareil ne propose pas cela.',
    safe: 'Ce que vous avez saisi est toujours là.',
    next: 'Poursuivez l’inscription, ou faites-le plus tard sur un appareil à vous.',
  },
  'pin-wrong': {
    happened: 'Ce n’est pas le code PIN.',
    safe: 'Parvis continue, et la visite est intacte.',
    next: 'Saisissez-le de nouveau. Après cinq essais, il faut attendre un quart d’heure.',
  },
  'pin-blocked': {
    happened: 'Parvis ne peut pas être fermé ici pour l’instant : le code PIN a été essayé trop souvent, ou aucun n’est défini.',
    safe: 'Parvis continue, et la visite est intacte.',
    next: 'Attendez un quart d’heure, ou adressez-vous à l’administrateur de cet appareil.',
  },
  unexpected: {
    happened: 'Un problème imprévu est survenu.',
    safe: 'Ce qui est marqué « Enregistré » est en sécurité sur cet ordinateur.',
    next: 'Réessayez. Si cela se reproduit, fermez Parvis et relancez-le.',
  },
}

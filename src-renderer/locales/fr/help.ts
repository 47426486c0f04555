import type { help as english } from '../en/help'
import type { Wording } from '../wording'

export const help: Wording<typeof english> = {
  title: 'Aide',
  lead: 'Que faire quand il manque quelque chose, et ce que veulent dire les mots.',
  contents: 'Sur cette page',
  noMail: {
    heading: 'Je n’ai pas reçu le courriel d’activation',
    first: 'Vérifiez d’abord ceci :',
    address: 'L’adresse électronique de connexion est-elle la bonne ? Elle figure dans le récapitulatif de votre inscription, et peut y être corrigée.',
    spam: 'Regardez dans le dossier des indésirables, et cherchez « Chorus Pro » ou « Parvis » dans votre messagerie.',
    order: 'Si la structure existe déjà, le lien part quand son gestionnaire vous a accepté. Si c’est une nouvelle structure publique, il part quand le support l’a approuvée. Le récapitulatif montre qui doit agir.',
    then: 'Ensuite, trois possibilités :',
    newLink: 'Ouvrez votre inscription dans la liste et choisissez « Renvoyer le lien ». Les liens précédents restent valables.',
    expired: 'Si le lien a expiré, ouvrez-le quand même : un bouton en envoie un nouveau.',
    sender: 'Les courriels de ce service viennent de {sender} : cherchez aussi cette adresse.',
    assistant: 'Demandez à l’« {assistant} », en haut de la fenêtre : il regarde où en est votre inscription, même hors connexion.',
    contact: 'Choisissez « {contact} » et soumettez un ticket. Donnez la référence de votre inscription, jamais votre mot de passe.',
    open: 'Vérifier pas à pas',
  },
  sixty: {
    heading: 'Le lien d’activation est valable 60 minutes',
    body: 'Le décompte commence à l’envoi du courriel. Passé ce délai, un nouveau lien s’obtient d’un clic, sans rien saisir de nouveau.',
  },
  saved: {
    heading: 'Ce qui est gardé sur cet ordinateur',
    body: 'Votre saisie est gardée sur cet ordinateur, chiffrée, dès que le bas de la fenêtre indique « {saved} ».',
    inMemory: 'Cette fois, votre saisie est gardée jusqu’à la fermeture de Parvis, et rien n’en est écrit sur le disque.',
    key: 'Les inscriptions sont fermées par une clé, que Parvis range dans le trousseau de cet ordinateur. S’il n’y a pas de trousseau, vous choisissez : une phrase secrète à vous, ou les garder jusqu’à la fermeture de Parvis.',
    locked: 'Si un jour la clé manque, le premier écran dit pourquoi, et ce que vous pouvez faire. Rien n’est supprimé entre-temps.',
  },
  queue: {
    heading: 'Sans connexion',
    body: 'Une inscription complète peut attendre : choisissez « {queue} ». Elle est alors gardée sur cet ordinateur, et vous pouvez fermer Parvis.',
    captcha: 'Quand la connexion est de retour, ouvrez Parvis. Il demande un captcha pour chaque inscription, et les envoie l’une après l’autre.',
    once: 'Chacune n’est enregistrée qu’une fois, même si la connexion se coupe ou si l’ordinateur s’arrête pendant l’envoi.',
    change: 'Tant qu’une inscription attend, elle ne peut pas être modifiée, mais elle peut être retirée : ouvrez-la dans la liste. « {attention} » veut dire qu’elle n’a pas été envoyée : ouvrez-la, corrigez-la et renvoyez-la.',
  },
  about: {
    heading: 'Ce que Parvis n’est pas',
    body: 'Parvis n’est ni un site de l’État ni Chorus Pro. Il prépare des inscriptions et s’adresse au service d’inscription nommé en haut de la fenêtre.',
    portal: 'Ouvrir le portail Chorus Pro',
  },
  practice: {
    heading: 'Ce qu’est le service d’entraînement',
    body: 'Quand aucun service d’inscription n’est configuré, Parvis en lance un sur cet ordinateur, pour essayer tout le parcours. Il connaît quelques structures d’exemple. Il dépose ses courriels dans la boîte d’entraînement, en haut de la fenêtre, et n’en envoie aucun.',
    not: 'Ce n’est pas Chorus Pro : rien de ce qui s’y fait ne quitte cet ordinateur, et aucun vrai compte n’est créé.',
  },
  password: {
    heading: 'Je ne connais pas mon mot de passe',
    body: 'Ouvrez un lien d’activation que vous avez encore, même ancien. Parvis propose alors de vous en envoyer un nouveau, qui sert à choisir un autre mot de passe.',
    secret: 'Personne d’autre ne peut voir ou choisir votre mot de passe, pas même le support.',
  },
}

import type { followUp as english } from '../en/follow-up'
import type { Wording } from '../wording'

export const followUp: Wording<typeof english> = {
  title: 'Suivi',
  open: 'Suivre {count} inscription | Suivre {count} inscriptions',
  lead: 'Qui doit agir, pour chaque inscription envoyée de cet ordinateur. Les liens qui expirent bientôt viennent en premier.',
  filters: {
    waiting: 'Tout ce qui attend',
    applicant: 'Le client',
    manager: 'Un gestionnaire',
    support: 'Le support',
    nobody: 'Personne',
  },
  none: 'Aucune inscription n’attend quelqu’un ici.',
  more: 'En afficher plus',
  preparing: 'Préparation du texte…',
  remind: {
    open: 'Relancer le client',
    openOf: ' : {name}',
    heading: 'Relancer le client',
    what: 'Lisez-le, changez ce que vous voulez, puis envoyez-le de votre propre messagerie. Parvis n’envoie rien de lui-même.',
  },
  'send-on': {
    open: 'Transmettre au client',
    heading: 'Transmettre au client',
    what: 'Le lien arrive dans la messagerie du client, et lui seul peut choisir le mot de passe. Dites-lui ce qui arrive, de qui, et pour combien de temps. Votre liste montre le compte actif dès qu’il l’a fait.',
    question: 'Cette messagerie est-elle celle de votre client ?',
    means: 'Le lien d’activation est envoyé à {email}. Dites à votre client qu’en faire ; vous n’avez besoin ni du lien, ni du mot de passe.',
  },
  to: 'À {email}',
  subject: 'Objet',
  noSubject: 'Chorus Pro',
  body: 'Texte',
  bodyHint: 'Dans la langue de l’inscription.',
  compose: 'Ouvrir dans ma messagerie',
  copyWhat: ' l’objet et le texte',
  handed: {
    whole: 'Il a été demandé à votre messagerie d’ouvrir le message. Il part quand vous l’envoyez de là.',
    withoutText: 'Votre messagerie n’a reçu que l’adresse et l’objet : le texte est trop long pour elle. Copiez-le et collez-le dans le message.',
  },
  text: {
    subject: 'Votre compte Chorus Pro ({reference})',
    hello: 'Bonjour {name},',
    remind: 'Votre compte Chorus Pro pour {structure} n’est pas encore ouvert.',
    'send-on': 'Nous avons demandé votre compte Chorus Pro pour {structure} (référence {reference}).',
    state: {
      requested: 'Un courriel avec un lien d’activation part pour {email}.',
      'awaiting-manager': 'La structure existe déjà : son gestionnaire doit d’abord accepter votre rattachement. Demandez-le-lui. Un courriel avec un lien d’activation sera ensuite envoyé à {email}.',
      'awaiting-support': 'Le support doit d’abord se prononcer. Un courriel avec un lien d’activation sera ensuite envoyé à {email}.',
      'activation-sent': 'Un courriel avec un lien d’activation a été envoyé à {email}. Le lien est valable 60 minutes.',
      'activation-expired': 'Le lien envoyé à {email} était valable 60 minutes et a expiré. Ouvrez-le tout de même : sa page vous en envoie un autre.',
    },
    left: 'Il reste environ {minutes} minutes.',
    sender: 'Il vient de {sender} ; regardez aussi parmi les indésirables.',
    password: 'Derrière le lien, vous choisissez votre mot de passe. Il n’est qu’à vous : ne le donnez à personne, ni à nous ni au support, et ne transférez pas le lien.',
    end: 'Cordialement',
  },
}

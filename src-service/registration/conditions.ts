import type { Conditions } from '@shared/http/conditions'
import type { Locale } from '@shared/registration/locale'
import { typeset } from '../page/typeset'

/** Raised when the text changes in substance; who accepted an older one is asked again. */
export const CONDITIONS_VERSION = '1'

const TEXTS: Readonly<Record<Locale, string>> = {
  fr: `En créant un compte, j'accepte que les informations que je saisis (adresse électronique de connexion, prénom, nom, téléphone s'il est donné, adresse électronique de contact, et les informations sur ma structure) soient transmises au ministre chargé du budget, pour la création et la gestion de mon compte utilisateur Chorus Pro.

Parvis n'est pas Chorus Pro : ce service d'inscription est tenu par l'organisme qui l'exploite. Dans l'environnement d'entraînement, rien n'est transmis à personne.

Les informations servent à créer le compte, à faire valider le rattachement à une structure ou la création d'une structure publique, et à envoyer les courriels qui s'y rapportent. Si ma structure existe déjà, son gestionnaire voit mon nom et mon adresse de connexion. Une inscription qui n'est pas menée à son terme est effacée 7 jours après son dernier lien d'activation, une inscription refusée après 30 jours.

Je peux demander l'accès à ces informations, leur rectification ou leur effacement à l'exploitant du service, et adresser une réclamation à la CNIL.`,
  en: `By creating an account I agree that the information I enter (connection email, first name, last name, phone number if given, contact email, and the information on my structure) is transmitted to the Minister for the Budget, for the creation and the management of my Chorus Pro user account.

Parvis is not Chorus Pro: this registration service is run by the body that operates it. In the practice environment nothing is transmitted to anybody.

The information is used to create the account, to have the attachment to a structure or the creation of a public structure decided, and to send the mails about it. If my structure exists already, its manager sees my name and my connection email. A registration that is not finished is deleted 7 days after its last activation link, a refused one after 30 days.

I may ask whoever operates the service for access to this information, for its correction or its deletion, and I may complain to the French data protection authority (CNIL).`,
}

/** What "I accept the conditions" accepts. */
export function conditionsIn(locale: Locale): Conditions {
  return { version: CONDITIONS_VERSION, text: typeset(TEXTS[locale], locale) }
}

import type { where as english } from '../en/where'
import type { Wording } from '../wording'

export const where: Wording<typeof english> = {
  ask: {
    SIRET: 'Où trouver mon SIRET ?',
    UE_HORS_FRANCE: 'Où trouver le numéro de TVA ?',
    HORS_UE: 'Comment cet identifiant est-il formé ?',
    RIDET: 'Où trouver mon RIDET ?',
    TAHITI: 'Où trouver mon numéro TAHITI ?',
    PARTICULIER: 'Que dois-je indiquer en tant que particulier ?',
    AUTRE: 'Que dois-je indiquer pendant l’immatriculation ?',
  },
  paper: {
    invoice: 'Facture', total: 'Total à payer', notice: 'Avis', extract: 'Extrait', certificate: 'Certificat', receipt: 'Récépissé', file: 'Dossier n°',
    siren: 'SIREN', siret: 'SIRET', vat: 'TVA', ridet: 'RIDET', tahiti: 'N° TAHITI', country: 'Pays', name: 'Nom', empty: 'peut rester vide',
  },
  places: {
    siretInvoice: { heading: 'Sur vos propres factures', text: 'En bas de la page, près du mot SIRET : 14 chiffres. Prenez une facture que vous avez émise, et non une que vous avez reçue.' },
    siretNotice: { heading: 'Sur l’avis de situation Sirene', text: 'Le SIRET figure en haut de cette feuille établie par l’INSEE. Tout le monde peut l’obtenir gratuitement sur avis-situation-sirene.insee.fr.' },
    siretExtract: { heading: 'Sur l’extrait Kbis, seulement le début', text: 'Le Kbis indique les neuf chiffres du SIREN. Il y manque les cinq chiffres de l’établissement : prenez l’un des deux autres papiers.' },
    vatInvoice: { heading: 'Sur les factures de l’entreprise', text: 'Près de son nom et de son adresse, ou en bas de la page : les deux lettres du pays, puis le numéro. S’il commence par FR, c’est le SIRET qu’il faut indiquer.' },
    nonEuBuilt: { heading: 'Parvis le forme pour vous', text: 'Choisissez plus bas le pays et saisissez la raison sociale. L’identifiant réunit les deux lettres du pays et les 16 premières lettres ou chiffres du nom, sans espaces ni accents.' },
    ridetNotice: { heading: 'Sur l’avis de situation au RIDET', text: 'Cette feuille établie par l’ISEE, en Nouvelle-Calédonie, indique le numéro de l’entreprise, puis les trois chiffres de l’établissement. Indiquez le tout : 9 ou 10 chiffres.' },
    ridetInvoice: { heading: 'Sur vos propres factures', text: 'Près de votre nom et de votre adresse, ou en bas de la page, à côté du mot RIDET.' },
    tahitiNotice: { heading: 'Sur le certificat de l’ISPF', text: 'Le certificat d’inscription, en Polynésie française, indique le numéro TAHITI : six caractères, puis les trois chiffres de l’établissement. Indiquez les neuf.' },
    tahitiInvoice: { heading: 'Sur vos propres factures', text: 'Près de votre nom et de votre adresse, ou en bas de la page. S’il n’a que six caractères, ajoutez les trois chiffres de l’établissement.' },
    individualNothing: { heading: 'Rien, le plus souvent', text: 'Le champ peut rester vide : votre nom, votre prénom et votre adresse suffisent. N’indiquez jamais votre numéro de sécurité sociale.' },
    beingReceipt: { heading: 'Le numéro de votre dossier, si vous en avez un', text: 'Il figure sur le récépissé de votre demande d’immatriculation. Si vous n’en avez pas encore, laissez le champ vide : la raison sociale et l’adresse suffisent.' },
  },
}

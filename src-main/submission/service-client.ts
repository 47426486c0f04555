import type { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import { CaptchaPass, IssuedCaptcha } from '@shared/http/captchas'
import { Conditions } from '@shared/http/conditions'
import { Health } from '@shared/http/health'
import { PATHS, pathTo } from '@shared/http/paths'
import { StructureAnswer } from '@shared/http/structures'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import { CaptchaImage, type CaptchaSound } from '@shared/ipc/answers'
import type { FormRules } from '@shared/registration/application'
import type { Locale } from '@shared/registration/locale'
import { askService, notUnderstood, readAnswer, type Answer, type Fetch, type Question } from './ask-service'
import type { ServiceAddress } from './service-address'

/**
 * The registration service as the main process speaks with it. Every failure is an AppError that a screen has words for:
 * what the service refused by its own code, `service-unreachable` and `service-starting` where there was no answer,
 * `service-refused` where the answer is not what the contract says.
 */
export interface ServiceClient {
  /** Asks at once: a service that is still starting is `service-starting`. */
  readonly readHealth: () => Promise<Health>
  /** What this service demands of the form. */
  readonly formRules: () => Promise<FormRules>
  readonly readConditions: (locale: Locale) => Promise<Conditions>
  readonly requestCaptcha: (locale: Locale) => Promise<CaptchaImage>
  readonly listenToCaptcha: (captchaId: string) => Promise<CaptchaSound>
  readonly validateCaptcha: (captchaId: string, answer: string) => Promise<CaptchaPass>
  readonly lookUpStructure: (identifierType: IdentifierType, identifier: string) => Promise<StructureAnswer>
  /** For the stations that have questions of their own; the answer is read by `schema`. */
  readonly ask: <S extends z.ZodType>(question: Question, schema: S) => Promise<z.output<S>>
  /** The same where the answer holds nothing worth reading. */
  readonly tell: (question: Question) => Promise<void>
}

interface ServiceClientOptions {
  readonly fetch: Fetch
  readonly service: ServiceAddress
  /** How long one question may take. */
  readonly patienceMs?: number
  /** Told the `Date` of every answer that is the service's own beyond doubt. */
  readonly hearDate?: (date: string | null) => void
}

/** Hashing a password behind a full gate is the longest that the service takes. */
const PATIENCE_MS = 20_000
const SOUND = 'audio/wav'

/** Whatever answers in the place of the health answer is not our service; a gateway that has none behind it says so by its status. */
function notHealth(failure: AppError): AppError {
  if (failure.code !== 'service-refused') return failure
  const code = failure.httpStatus === 503 ? 'service-busy' : 'network-intercepted'
  return new AppError(code, 'This is not the health of the service', { cause: failure })
}

export function createServiceClient({ fetch, service, patienceMs = PATIENCE_MS, hearDate = () => undefined }: ServiceClientOptions): ServiceClient {
  const askFor = async (question: Question): Promise<Answer> => askService(fetch, await service.address(), question, patienceMs)
  const ask: ServiceClient['ask'] = async (question, schema) => readAnswer(schema, await askFor(question))

  /** A service that is unwell says so with 503 and the same body. */
  async function healthAt(address: string): Promise<Health> {
    try {
      const answer = await askService(fetch, address, { path: PATHS.health, alsoAnswers: [503] }, patienceMs)
      const health = readAnswer(Health, answer)
      hearDate(answer.date)
      return health
    } catch (thrown) {
      throw notHealth(AppError.from(thrown))
    }
  }

  return {
    ask,
    async tell(question) {
      await askFor(question)
    },

    readHealth: async () => healthAt(service.addressNow()),

    async formRules() {
      const { environment, phoneRequired } = await healthAt(await service.address())
      return { strictness: environment === 'qualification' ? 'qualification' : 'production', phoneRequired }
    },

    readConditions: (locale) => ask({ path: `${PATHS.conditions}?${new URLSearchParams({ locale })}` }, Conditions),

    async requestCaptcha(locale) {
      const { captchaId, image, expiresAt } = await ask({ method: 'POST', path: PATHS.captchas, body: { locale } }, IssuedCaptcha)
      const shown = CaptchaImage.safeParse({ captchaId, image, expiresAt })
      // A kind of picture that the window does not show.
      if (!shown.success) throw notUnderstood()
      return shown.data
    },

    async listenToCaptcha(captchaId) {
      const { mediaType, bytes } = await askFor({ path: pathTo(PATHS.captchaSound, { id: captchaId }) })
      if (mediaType !== SOUND) throw notUnderstood()
      return { mediaType: SOUND, base64: Buffer.from(bytes).toString('base64') }
    },

    validateCaptcha: (captchaId, answer) =>
      ask({ method: 'POST', path: pathTo(PATHS.captchaValidation, { id: captchaId }), body: { answer } }, CaptchaPass),

    lookUpStructure: (identifierType, identifier) => ask({ path: pathTo(PATHS.structure, { identifierType, identifier }) }, StructureAnswer),
  }
}

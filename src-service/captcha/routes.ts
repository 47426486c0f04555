import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { CaptchaAnswer, CaptchaParams, CaptchaPass, CaptchaRequest, IssuedCaptcha } from '@shared/http/captchas'
import { PATHS, pathTo, routePattern } from '@shared/http/paths'
import { neverStored } from '../storage/never-stored'
import type { Captchas } from './captchas'

export interface CaptchaRooms {
  readonly captchas: Pick<Captchas, 'issue' | 'sound' | 'validate'>
}

/** Bytes are sent as they are; this only describes them. */
const WavFile = z.custom<Buffer>().meta({ type: 'string', format: 'binary' })

/** The three calls of a captcha: a picture, its sound, the answer. Nothing of them may be cached. */
export const captchaRoutes: FastifyPluginAsyncZod<CaptchaRooms> = async (app, { captchas }) => {
  neverStored(app)

  const issuing = { config: { limit: 'captchas' }, schema: { body: CaptchaRequest, response: { 201: IssuedCaptcha } } } as const
  app.post(PATHS.captchas, issuing, async (request, reply) => {
    const { captchaId, image, expiresAt } = await captchas.issue(request.body.locale)
    return reply.code(201).send({
      captchaId,
      image: { mediaType: image.mediaType, base64: image.bytes.toString('base64') },
      soundHref: pathTo(PATHS.captchaSound, { id: captchaId }),
      expiresAt: expiresAt.toISOString(),
    })
  })

  app.get(
    routePattern(PATHS.captchaSound),
    { schema: { params: CaptchaParams, response: { 200: { description: 'The characters, spoken', content: { 'audio/wav': { schema: WavFile } } } } } },
    async (request, reply) => {
      const { mediaType, bytes } = await captchas.sound(request.params.id)
      return reply.type(mediaType).send(bytes)
    },
  )

  app.post(
    routePattern(PATHS.captchaValidation),
    { schema: { params: CaptchaParams, body: CaptchaAnswer, response: { 200: CaptchaPass } } },
    async (request) => {
      const { captchaToken, expiresAt } = await captchas.validate(request.params.id, request.body.answer)
      return { captchaToken, expiresAt: expiresAt.toISOString() }
    },
  )
}

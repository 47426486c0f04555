import { AppError } from '@shared/errors/app-error'

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
/** Of Microsoft's compound files: a workbook of Excel before 2007, or one that is encrypted. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')
const LOOKED_AT = 4096

/**
 * What a file is by what it begins with; its name is only a name. Whether a zip is a workbook is seen when it is unpacked.
 * Throws `spreadsheet-encrypted`, `spreadsheet-kind-unknown`, `spreadsheet-empty`.
 */
export function findKind(bytes: Buffer): 'csv' | 'zip' {
  if (bytes.length === 0) throw new AppError('spreadsheet-empty', 'A file without anything in it')
  if (startsWith(bytes, ZIP)) return 'zip'
  if (startsWith(bytes, COMPOUND))
    throw bytes.includes(ENCRYPTED_PACKAGE)
      ? new AppError('spreadsheet-encrypted', 'A workbook under a password')
      : new AppError('spreadsheet-kind-unknown', 'A workbook of the old kind')
  if (isText(bytes.subarray(0, LOOKED_AT))) return 'csv'
  throw new AppError('spreadsheet-kind-unknown', 'Neither text nor a workbook')
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark)
}

/** UTF-16 has its zeros on one side; no text has other control characters in number. */
function isText(start: Buffer): boolean {
  const text = start.toString('latin1')
  if (/^(%PDF-|\{\\rtf|<!DOCTYPE|<html|<\?xml)/i.test(text)) return false
  const isMarked = /^(\u00ff\u00fe|\u00fe\u00ff)/.test(text)
  const zeros = [0, 1].map((side) => start.filter((byte, at) => byte === 0 && at % 2 === side).length)
  const isUtf16 = isMarked || zeros.some((count) => count > start.length / 4)
  if (!isUtf16 && text.includes('\0')) return false
  return (text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g) ?? []).length <= start.length / 100
}

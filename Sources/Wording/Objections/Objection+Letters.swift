internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds

extension Objection {
  /// The words for a letter that is not recorded.
  init(_ refused: IssueLetters.Refused) {
    switch refused {
    case .noKind(let kecamatan):
      self.init(
        .settings,
        "tidak ada kejadian surat dalam kalender \(kecamatan.displayName(of: kecamatan.code))",
        fix: "pakai kalender nasional dalam kantor.yaml, atau beri satu kejadian desa 'surat: ya'")
    case .numberTaken(let number, let row, let unit, let date):
      self.init(
        .request,
        "nomor \(number) sudah dipakai surat \(date.indonesian) kepada \(unit) (baris \(row.text))",
        fix: "beri nomor lain, atau batalkan dahulu: \(do: .void(row.text))", field: .letterNumber)
    case .issuedBefore(let unit, let row, let date):
      self.init(
        .request,
        "surat kepada \(unit) tanggal \(date.indonesian) sudah tercatat (baris \(row.text))",
        fix: "pakai surat itu, atau batalkan dahulu: \(do: .void(row.text))", field: .date)
    }
  }

  /// The words for a pattern of numbers that is not understood, or does not fit.
  init(_ fault: LetterNumbers.Fault) {
    switch fault {
    case .unknownWord(let word, let known):
      self.init(
        .request, "'{\(word)}' dalam \(do: .give(.letterNumber)) tidak dikenal",
        fix: Remedy(
          nearestMatch(to: word, among: known).map { "mungkin maksudnya '{\($0)}'" }
            ?? "yang ada: " + known.map { "{\($0)}" }.joined(separator: ", ")),
        field: .letterNumber)
    case .looseBrace:
      self.init(
        .request, "kurung kurawal dalam \(do: .give(.letterNumber)) tidak berpasangan",
        fix: "tulis misalnya '100.3/{n}/Pem'", field: .letterNumber)
    case .severalCounters:
      self.init(
        .request, "{n} disebut lebih dari sekali dalam \(do: .give(.letterNumber))",
        fix: "sebut sekali saja", field: .letterNumber)
    case .unfit(let pattern):
      self.init(
        .request, "'\(pattern)' tidak dapat menjadi nomor surat",
        fix: "tulis dalam satu baris, paling banyak seratus huruf, tanpa titik koma",
        field: .letterNumber)
    case .noFirst:
      self.init(
        .request, "nomor urut pertama untuk {n} belum disebut",
        fix: "tambahkan misalnya \(do: .give(.firstNumber)) 12", field: .firstNumber)
    case .needlessFirst:
      self.init(
        .request, "\(do: .give(.letterNumber)) tidak memuat {n}",
        fix: "hapus \(do: .give(.firstNumber)), atau tulis {n} dalam \(do: .give(.letterNumber))",
        field: .firstNumber)
    case .shared(let count):
      self.init(
        .request, "\(count) surat akan bernomor sama",
        fix: "tulis {n} dalam \(do: .give(.letterNumber)), dan \(do: .give(.firstNumber))",
        field: .letterNumber)
    case .firstOutOfRange(let first):
      self.init(
        .request, "\(do: .give(.firstNumber)) \(first) tidak mungkin",
        fix: "tulis bilangan 1 sampai 999999", field: .firstNumber)
    }
  }
}

internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds

extension CommandFailure {
  /// The sentence for a letter that is not recorded.
  init(_ refused: IssueLetters.Refused) {
    self =
      switch refused {
      case .noKind(let kecamatan):
        CommandFailure(
          .configuration,
          "tidak ada kejadian surat dalam kalender \(kecamatan.displayName(of: kecamatan.code))",
          fix: "pakai kalender nasional dalam kantor.yaml, atau beri satu kejadian desa 'surat: ya'"
        )
      case .numberTaken(let number, let row, let unit, let date):
        .usage(
          "nomor \(number) sudah dipakai surat \(date.indonesian) kepada \(unit) (baris \(row.text))",
          fix: "beri nomor lain, atau batalkan dahulu: tenggat batalkan '\(row.text)' --alasan TEKS"
        )
      case .issuedBefore(let unit, let row, let date):
        .usage(
          "surat kepada \(unit) tanggal \(date.indonesian) sudah tercatat (baris \(row.text))",
          fix: "pakai surat itu, atau batalkan dahulu: tenggat batalkan '\(row.text)' --alasan TEKS"
        )
      }
  }

  /// The sentence for a pattern of numbers that is not understood.
  init(_ fault: LetterNumbers.Fault) {
    self =
      switch fault {
      case .unknownWord(let word, let known):
        .usage(
          "'{\(word)}' dalam --nomor tidak dikenal",
          fix: nearestMatch(to: word, among: known).map { "mungkin maksudnya '{\($0)}'" }
            ?? "yang ada: " + known.map { "{\($0)}" }.joined(separator: ", "))
      case .looseBrace:
        .usage(
          "kurung kurawal dalam --nomor tidak berpasangan", fix: "tulis misalnya '100.3/{n}/Pem'")
      case .severalCounters:
        .usage("{n} disebut lebih dari sekali dalam --nomor", fix: "sebut sekali saja")
      case .unfit(let pattern):
        .usage(
          "'\(pattern)' tidak dapat menjadi nomor surat",
          fix: "tulis dalam satu baris, paling banyak seratus huruf, tanpa titik koma")
      }
  }
}

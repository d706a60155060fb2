internal import Answers
internal import ArgumentParser
internal import CivilCalendar

/// The numbers that letters get.
struct LetterNumberOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Nomor surat; {n} nomor urut, {bulan} bulan dalam angka Romawi, {tahun} tahunnya.",
      valueName: "nomor"))
  var nomor: String?
  @Option(
    help: ArgumentHelp("Nomor urut surat pertama, dengan {n}.", valueName: "n"))
  var nomorAwal: PlainNumber?

  /// A number for each of some letters.
  ///
  /// - Parameters:
  ///   - count: How many letters there are.
  ///   - date: The day of the letters.
  /// - Returns: The numbers in order; `nil` for each where none is asked for.
  /// - Throws: A ``CommandFailure`` for a pattern that is not understood or does not fit.
  func numbers(count: Int, on date: CivilDate) throws -> [String?] {
    guard let nomor else {
      guard nomorAwal == nil else {
        throw CommandFailure.usage(
          "--nomor-awal tanpa --nomor", fix: "tulis polanya, misalnya --nomor '100.3/{n}/Pem'")
      }
      return [String?](repeating: nil, count: count)
    }
    let numbers = try LetterNumbers(nomor)
    guard numbers.hasCounter == (nomorAwal != nil) else {
      throw numbers.hasCounter
        ? CommandFailure.usage(
          "nomor urut pertama untuk {n} belum disebut", fix: "tambahkan misalnya --nomor-awal 12")
        : .usage(
          "--nomor tidak memuat {n}", fix: "hapus --nomor-awal, atau tulis {n} dalam --nomor")
    }
    guard numbers.hasCounter || count <= 1 else {
      throw CommandFailure.usage(
        "\(count) surat akan bernomor sama", fix: "tulis {n} dalam --nomor, dan --nomor-awal")
    }
    let first = nomorAwal?.value ?? 1
    guard (1...999_999).contains(first) else {
      throw CommandFailure.usage(
        "--nomor-awal \(first) tidak mungkin", fix: "tulis bilangan 1 sampai 999999")
    }
    return (first..<first + count).map { numbers.number($0, on: date) }
  }
}

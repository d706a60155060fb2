internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Wording

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
  /// - Throws: A `LetterNumbers.Fault` for a pattern that is not understood or does not fit.
  func numbers(count: Int, on date: CivilDate) throws -> [String?] {
    guard let nomor else {
      guard nomorAwal == nil else {
        throw OptionRefusal.without(
          "--nomor-awal", "--nomor", .pattern("--nomor '100.3/{n}/Pem'"))
      }
      return [String?](repeating: nil, count: count)
    }
    return try LetterNumbers(nomor).numbers(of: count, from: nomorAwal?.value, on: date)
  }
}

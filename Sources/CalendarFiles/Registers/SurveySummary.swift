internal import ComplianceModel

/// The words by which a table of answers heads lines that are no respondents: its sums and means.
///
/// Source: the working sheet of PermenPANRB 14/2017, appendix (jumlah nilai, NRR, NRR tertimbang, IKM
/// unit pelayanan), and how offices write it.
enum SurveySummary {
  /// Whether the label of a line says that it is no respondent.
  ///
  /// - Parameter label: What stands in a column that is none of an element.
  /// - Returns: `true` for a sum, a mean or another figure of the whole table.
  static func isSummary(_ label: String) -> Bool {
    let words = label.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = words.first else { return false }
    if words.count > 1, qualified.contains(first) { return figures.contains(words[1]) }
    return figures.contains(first) && (words.count == 1 || !ambiguous.contains(first))
      || joined.contains(words.joined())
  }

  /// Words that a figure may follow: `Nilai maksimum`, `Grand total`.
  private static let qualified: Set<String> = [
    "nilai", "grand", "sub", "skor", "indeks", "hasil", "standar", "simpangan",
  ]

  private static let figures: Set<String> = [
    "rata", "rerata", "ratarata", "mean", "average", "avg", "total", "jumlah", "jml", "sum", "nrr",
    "ikm", "skm", "bobot", "mutu", "konversi", "maksimum", "maksimal", "maks", "max", "maximum",
    "minimum", "minimal", "min", "median", "modus", "deviasi", "stdev", "sd", "per", "unsur",
    "indeks",
    "tertimbang", "tertinggi", "terendah", "kinerja", "persentase", "baku",
  ]

  /// Figures that also begin names and sentences, and count only where they stand alone.
  private static let ambiguous: Set<String> = [
    "min", "max", "per", "unsur", "sd", "kinerja", "baku", "minimal", "maksimal",
  ]

  /// Labels that are written as one word, or that begin with a word of no meaning of its own.
  private static let joined: Set<String> = [
    "nilaiperunsur", "nilairatarata", "nilaiikm", "subtotal",
  ]
}

internal import ComplianceModel

/// What a heading of a table stands for.
///
/// A column is passed over unread only where it is known to change nothing, or where the user says so:
/// one that nobody understood could say that the document was returned.
enum ImportHeading {
  case column(ImportColumns.Column)
  /// It has no letter or digit.
  case none
  /// One of those that change nothing about a submission.
  case harmless
  /// The user named it as one that changes nothing.
  case passedOver
  case fault(ImportColumns.Fault)

  /// Reads a heading.
  ///
  /// - Parameters:
  ///   - heading: The heading.
  ///   - passedOver: The headings that the user wants passed over.
  init(_ heading: String, passedOver: [String]) {
    let word = ImportHeading.folded(heading)
    if let column = ImportColumns.Column.allCases.first(where: { $0.aliases.contains(word) }) {
      self = .column(column)
    } else if word.isEmpty {
      self = .none
    } else if ImportHeading.rowKinds.contains(word) {
      self = .fault(.meaningful(heading))
    } else if ImportHeading.harmlessWords.contains(word) {
      self = .harmless
    } else if passedOver.contains(where: { ImportHeading.folded($0) == word }) {
      self = .passedOver
    } else if ImportHeading.meaningfulWords.contains(where: word.contains) {
      self = .fault(.meaningful(heading))
    } else {
      let known = ImportColumns.Column.allCases.flatMap(\.aliases) + ImportHeading.harmlessWords
      self = .fault(.unknown(heading, nearest: nearestMatch(to: word, among: known)))
    }
  }

  /// A heading as headings are compared: its letters and digits alone, in lower case, so that blanks of
  /// any kind, quotes, dots, brackets and line breaks do not matter.
  static func folded(_ heading: String) -> String { ReportCalendar.folded(heading) }

  /// Whether a header is that of a ledger, in any order and with any separator.
  static func areOfLedger(_ headings: [String]) -> Bool {
    let words = Set(headings.map(folded))
    return [["rantai"], ["dicatatpada", "petugas"], ["peristiwa", "urutan"]].contains {
      words.isSuperset(of: $0)
    }
  }

  /// Whether a heading is that of a column which is never passed over.
  static func isNeverPassedOver(_ heading: String) -> Bool { rowKinds.contains(folded(heading)) }

  /// What speaks against passing over a column that the user named; `nil` where nothing does.
  static func fault(
    passingOver heading: String, among headings: [String]
  ) -> ImportColumns.Fault? {
    let word = folded(heading)
    guard headings.contains(where: { folded($0) == word }) else {
      return .notIgnorable(heading, isThere: false)
    }
    let isRead = ImportColumns.Column.allCases.contains { $0.aliases.contains(word) }
    return isRead ? .notIgnorable(heading, isThere: true) : nil
  }

  /// Columns that say whether a row is a submission at all; these are never passed over.
  private static let rowKinds = ["peristiwa", "jenisperistiwa", "jeniskejadian", "kejadian"]

  /// What changes nothing about a submission: numbers, persons, links, and when a form was sent.
  private static let harmlessWords = [
    "no", "nomor", "nourut", "nomorurut", "urut", "urutan", "jabatan", "penanggungjawab", "pj",
    "pic",
    "petugas", "namapetugas", "kontak", "nohp", "hp", "telepon", "notelepon", "email", "link",
    "tautan",
    "url", "linkdokumen", "linkberkas", "linkdrive", "nosurat", "nomorsurat", "nodokumen",
    "nomordokumen", "noperdes", "nomorperdes", "kades", "kepaladesa", "namakades", "namakepaladesa",
    "timestamp", "stempelwaktu", "capwaktu",
  ]

  /// Words of headings that can say that a row is no submission, or one that no longer counts.
  private static let meaningfulWords = [
    "status", "keadaan", "kondisi", "peristiwa", "kembali", "pengembali", "batal", "bebas", "tolak",
    "penolak", "perpanjang",
    "perbaikan", "revisi", "verifikasi", "hasil", "lengkap", "belum", "sudah", "tindaklanjut",
  ]
}

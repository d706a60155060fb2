internal import ComplianceModel

/// What a heading of a table stands for.
///
/// A column is passed over unread only where it is known to change nothing, or where the user says so:
/// one that nobody understood could say that the document was returned.
enum ImportHeading {
  case column(ImportColumn, YearPart?)
  /// It has no letter or digit.
  case none
  /// One of those that change nothing about a submission.
  case harmless
  /// The user named it as one that changes nothing.
  case passedOver
  case fault(ImportColumns.Fault)

  /// What people say of the headings of a table.
  struct Said {
    /// Headings that the user wants passed over.
    var passedOver: [String] = []
    /// What the user says that headings mean.
    var meanings: [String: TableColumn] = [:]
    /// What the office says that headings of its tables mean.
    var kept: [String: TableColumn] = [:]

    /// What is said of a heading, folded; the user's word comes first.
    fileprivate func meaning(of word: String) -> TableColumn? {
      let said = [meanings, kept].lazy.compactMap { meanings in
        meanings.first { ImportHeading.folded($0.key) == word }?.value
      }
      return said.first
    }
  }

  /// Reads a heading.
  init(_ heading: String, _ said: Said) {
    let word = ImportHeading.folded(heading)
    if let known = ImportHeading.known(word, said) {
      self = known
    } else if ImportHeading.harmlessWords.contains(word) {
      self = .harmless
    } else if said.passedOver.contains(where: { ImportHeading.folded($0) == word }) {
      self = .passedOver
    } else if ImportHeading.meaningfulWords.contains(where: word.contains) {
      self = .fault(.meaningful(heading))
    } else {
      self = .fault(.unknown(heading, nearest: ImportColumn.nearest(to: word)))
    }
  }

  /// The column that a heading names, at first sight; `nil` where it names none.
  static func column(_ heading: String, _ said: Said) -> ImportColumn? {
    guard case .column(let column, _)? = known(folded(heading), said) else { return nil }
    return column
  }

  private static func known(_ word: String, _ said: Said) -> ImportHeading? {
    if word.isEmpty { return ImportHeading.none }
    if let meaning = said.meaning(of: word) {
      guard let column = ImportColumn(meaning) else {
        // What a row is cannot be left unread, whoever says so.
        return ImportColumn.event.aliases.contains(word)
          ? .fault(.notIgnorable(word, isThere: true)) : .passedOver
      }
      return .column(column, YearPart(meaning))
    }
    guard let column = ImportColumn.allCases.first(where: { $0.aliases.contains(word) }) else {
      return nil
    }
    return .column(column, YearPart.allCases.first { $0.aliases.contains(word) })
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

  /// What speaks against what the user said of the headings.
  static func faults(of said: Said, among headings: [String]) -> [ImportColumns.Fault] {
    let words = Set(headings.map(folded))
    let read = said.passedOver.compactMap { heading -> ImportColumns.Fault? in
      let word = folded(heading)
      guard words.contains(word) else { return .notIgnorable(heading, isThere: false) }
      guard case .column? = known(word, said) else { return nil }
      return .notIgnorable(heading, isThere: true)
    }
    let missing = said.meanings.keys.sorted().filter { !words.contains(folded($0)) }
    return read + missing.map { .notThere($0) }
  }

  /// What changes nothing about a submission: numbers, persons, links, and when a form was sent.
  private static let harmlessWords: Set = [
    "no", "nomor", "nourut", "nomorurut", "urut", "urutan", "jabatan", "penanggungjawab", "pj",
    "pic", "petugas", "namapetugas", "kontak", "nohp", "hp", "telepon", "notelepon", "email",
    "link",
    "tautan", "url", "linkdokumen", "linkberkas", "linkdrive", "nosurat", "nomorsurat", "nodokumen",
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

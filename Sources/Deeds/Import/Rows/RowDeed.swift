internal import ComplianceModel
internal import Workspace

/// What a row of a table says that was done, by the word in its column `peristiwa`.
enum RowDeed: Hashable {
  /// A submission of a report, or a decision on it.
  case obligation(LedgerEvent.Kind)
  /// A dated fact, by the word for it; `nil` where the code stands in the column of reports.
  case fact(String?)
  /// The value of an indicator.
  case measurement

  /// Reads a word; one that is none of these may be the name of a fact.
  ///
  /// - Parameter cell: The cell; a blank is a submission.
  init(_ cell: String) {
    let word = ReportCalendar.folded(cell)
    if word.isEmpty {
      self = .obligation(.submitted)
    } else if let kind = RowDeed.words.first(where: { $0.value.contains(word) })?.key {
      self = .obligation(kind)
    } else if RowDeed.measurementWords.contains(word) {
      self = .measurement
    } else {
      self = .fact(word == LedgerEvent.Kind.fact.rawValue ? nil : cell)
    }
  }

  /// What a row of the ledger says.
  var kind: LedgerEvent.Kind {
    switch self {
    case .obligation(let kind): kind
    case .fact: .fact
    case .measurement: .measured
    }
  }

  /// Whether it needs a note that says why, as the command for it does.
  var needsNote: Bool {
    switch kind {
    case .returned, .exempted, .extended: true
    default: false
    }
  }

  /// Whether a file can prove it.
  var takesEvidence: Bool { self == .obligation(.submitted) || self == .measurement }

  /// The words of people, folded.
  private static let words: KeyValuePairs<LedgerEvent.Kind, Set<String>> = [
    .submitted: [
      "serah", "diserahkan", "penyerahan", "kirim", "dikirim", "terkirim", "pengiriman",
      "disampaikan", "penyampaian", "menyampaikan", "setor", "disetor", "masuk",
    ],
    .returned: ["kembali", "dikembalikan", "pengembalian"],
    .accepted: ["terima", "diterima", "penerimaan"],
    .exempted: ["bebas", "dibebaskan", "pembebasan"],
    .extended: ["perpanjang", "diperpanjang", "perpanjangan"],
  ]

  private static let measurementWords: Set = ["ukur", "diukur", "pengukuran"]

  /// The words that stand for each in messages, with the events of a calendar.
  static func choices(_ calendar: ReportCalendar?) -> [String] {
    let kinds: [LedgerEvent.Kind] = [
      .submitted, .returned, .accepted, .exempted, .extended, .measured,
    ]
    return kinds.map(\.rawValue) + (calendar?.events.map { calendar?.codes[$0.code] ?? "" } ?? [])
  }
}

extension ImportResolver {
  /// Whether a word names an event in the calendar of any kecamatan.
  func knowsEvent(_ word: String) -> Bool {
    workspace.kecamatan.contains {
      workspace.calendar(of: $0.code).calendar?.event(written: word) != nil
    }
  }
}

extension ReportCalendar {
  /// The event that a word names: its code or its name, or the beginning of one code alone.
  ///
  /// - Parameter word: What a person wrote.
  /// - Returns: `nil` where it names none, or several.
  func event(written word: String) -> EventKind? {
    let wanted = ReportCalendar.folded(word)
    let known = events.map { (event: $0, code: ReportCalendar.folded(codes[$0.code])) }
    if let exact = known.first(where: {
      $0.code == wanted || ReportCalendar.folded($0.event.name) == wanted
    }) {
      return exact.event
    }
    // `pelantikan` is enough for `pelantikan-kades`.
    let beginning = known.filter { $0.code.hasPrefix(wanted) }
    return wanted.utf8.count >= 5 && beginning.count == 1 ? beginning[0].event : nil
  }
}

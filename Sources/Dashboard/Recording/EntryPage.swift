internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import Hummingbird
internal import Wording
internal import Workspace

/// A form that records something about one obligation, or about several documents at once.
struct EntryPage: Page {
  static let path = "/kewajiban/{unit}/{laporan}/{periode}/{tindakan}"
  static let name: String? = nil
  static let template = "isian"
  static let help: GuidePlace? = GuidePlace("Halaman", "Mencatat dari halaman")
  static let readers = Audience.submitters
  static let keys: Set = [EntryForm.row]

  let title: String
  /// What it is about: the obligation, and how it stands, or the documents.
  let about: [String]
  let form: EntryView

  init(_ visit: Visit) throws {
    let row = try visit.query.value(EntryForm.row, as: "nomor baris, misalnya 2026#3") {
      LedgerEvent.RowID(written: $0)
    }
    let recording = try Recording(visit, row: row)
    // Who cannot be named in the ledger is told so before anything is filled in.
    _ = try visit.visitor.recorder()
    self.init(Entry(recording, today: visit.today), visit)
  }

  /// Shows what was filled in again, with what is wrong with it.
  init(_ entry: Entry, with faults: [Entry.Fault] = [], from draft: Draft? = nil, _ visit: Visit) {
    title = entry.recording.title
    about = entry.recording.about(visit)
    form = EntryView(entry, with: faults, from: draft, visit)
  }
}

extension Recording {
  /// What the address of a form names.
  ///
  /// - Parameters:
  ///   - visit: The look at the form.
  ///   - row: The row that is to be void; only for that.
  /// - Throws: ``ShownTrouble`` for a page about another day, for what there is not, and for what the visitor
  ///   may not do.
  init(_ visit: Visit, row: LedgerEvent.RowID?) throws {
    guard let act = visit.parameters.get("tindakan").flatMap(Act.init(rawValue:)) else {
      throw ShownTrouble(trouble: .noSuchPage)
    }
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    let (selection, obligation) = try visit.obligation()
    let period = obligation.id.period
    guard visit.visitor.may(act.right, selection) else {
      throw ShownTrouble(trouble: .notAllowed)
    }
    let subject = Subject(
      unit: selection.unit, report: selection.code, period: period,
      meaning: obligation.rule?.meaning ?? .submission,
      name: "\(selection.code) \(period.indonesian) · \(selection.unitName)")
    switch act {
    case .void:
      guard let row else { throw QueryFault(what: "'\(EntryForm.row)' belum disebut") }
      // The visitor's right is to this obligation, and so to its rows alone.
      let question = ObligationExplanation.Question(obligation.id, asOf: visit.day)
      let lines = try ObligationExplanation(question, at: selection.desk)?.lines ?? []
      guard lines.contains(where: { $0.event.row == row }) else {
        throw ShownTrouble(trouble: .noSuchRow)
      }
      self = .void(row, subject)
    case .submit, .returned, .accept, .exempt, .extend:
      guard row == nil else {
        throw QueryFault(what: "'\(EntryForm.row)' tidak dikenal di halaman ini")
      }
      self = act == .submit ? .submission(subject) : .decision(act.kind ?? .submitted, subject)
    }
  }

  /// What it is about, for people; several documents by unit.
  func about(_ visit: Visit) -> [String] {
    switch self {
    case .submission(let subject), .decision(_, let subject): [subject.name]
    case .void(let row, let subject): [subject.name, "Baris \(row.text)"]
    case .measurement(let measured):
      [measured.name] + [measured.target.map { "Target tahun ini \($0)" }].compactMap(\.self)
    case .survey(let kecamatan, let readsLetters):
      [
        visit.workspace.kecamatan.first { $0.code == kecamatan }?.displayName(of: kecamatan)
          ?? "\(kecamatan)",
        readsLetters
          ? "Jawaban berupa huruf a (terendah) sampai d (tertinggi)"
          : "Jawaban berupa angka 1 (terendah) sampai 4 (tertinggi)",
      ]
    case .several(let items):
      items.map { item in
        let unit = RegionCode(item.unit)
        let name = unit.flatMap { unit in
          visit.workspace.kecamatan.first { $0.code == unit.kecamatan }?.displayName(of: unit)
        }
        return "\(name ?? item.unit): \(item.report) \(item.period.indonesian)"
      }
    }
  }
}

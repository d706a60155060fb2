internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Hashing
internal import PlainText
internal import Wording
internal import Workspace

/// A file that waits or was handed in, with what it is taken for, or why it is not recorded.
struct FilingLine: Sendable {
  /// What a form sends back for it: no name of a file stands in a form or in an address.
  let key: String
  let name: String
  /// Where it is looked at; `nil` for one that is gone, is no file, or lies in a draft.
  let view: String?
  /// How large it is, and when it came; empty for one that is gone.
  let about: String
  /// What it is taken for: `LPPD 2025 Kecamatan Hatungun`; `nil` where it is taken for nothing.
  let subject: String?
  /// What will be written of it.
  let facts: [PreviewView.Fact]
  /// What comes of it.
  let effects: [Receipt.Line]
  /// Why it is not recorded; `nil` where it can be.
  let why: String?
  /// How to mend that; `nil` where there is nothing to do.
  let remedy: String?
  /// Whether it can be recorded; a template sees only what is stored.
  let isReady: Bool
  /// Whether it can be recorded once a reason is given, or as it is.
  let canBeChosen: Bool
  /// Whether a person can say what it is.
  let canBeTold: Bool
  /// Whether anything can be done with it.
  let hasActs: Bool
  /// Whether only a reason is missing.
  let needsReason: Bool
  /// What was shown of it, which has to be so when it is recorded; `nil` where it cannot be.
  let seen: Intake.Seen?

  /// The key of a file.
  ///
  /// - Parameter name: Its name, as the intake calls it.
  /// - Returns: 32 hexadecimal digits.
  static func key(of name: String) -> String {
    String("\(SHA256.digest(of: Array(name.utf8)))".prefix(32))
  }

  /// Describes a file.
  ///
  /// - Parameters:
  ///   - name: Its name, as the intake calls it.
  ///   - fate: What becomes of it.
  ///   - source: Where it lies.
  ///   - words: What files are called here.
  ///   - paths: The addresses of the visit.
  ///   - may: Whether the visitor may record what it is taken for.
  init(
    _ name: String, _ fate: Intake.ChosenFate, in source: TakeInFiles.Source, _ words: IntakeWords,
    _ paths: PagePath, may: (Filing) -> Bool
  ) {
    let key = FilingLine.key(of: name)
    self.key = key
    view = FilingLine.viewed(fate, in: source).map { WaitingFile.address(key, $0.sha256, paths) }
    self.name = FilingLine.shownName(name, in: source)
    var state = State()
    switch fate {
    case .gone: state.why = "sudah tidak ada di sini"
    case .changed:
      state.why = "isinya, atau yang terbaca darinya, berubah sejak diperiksa"
      state.remedy = "buka Masuk lagi dan periksa yang sekarang"
    case .file(let file): state = State(file, in: source, words, may: may)
    }
    if case .file(let file) = fate {
      about = "\(Words.size(file.size)), datang \(file.received.indonesian)"
    } else {
      about = ""
    }
    subject = state.filing.map(words.title)
    facts = state.filing.map(FilingLine.facts) ?? []
    effects = state.effects
    why = state.why
    remedy = state.remedy
    isReady = state.seen != nil
    canBeChosen = state.seen != nil || state.needsReason
    canBeTold = state.canBeTold
    hasActs = canBeChosen || canBeTold
    needsReason = state.needsReason
    seen = state.seen
  }

  /// The name of a file as its sender knows it: of one that was handed in without the number of its folder.
  static func shownName(_ name: String, in source: TakeInFiles.Source) -> String {
    let own = source == .dropFolder ? name[...] : name.drop { $0 != "/" }.dropFirst()
    return String(own).printable
  }

  /// The file, where it is one that can be looked at.
  private static func viewed(
    _ fate: Intake.ChosenFate, in source: TakeInFiles.Source
  ) -> DroppedFile? {
    guard source == .dropFolder, case .file(let file) = fate else { return nil }
    switch file.fate {
    case .quarantined(.notRegular), .quarantined(.severalNames): return nil
    default: return file
    }
  }

  /// Whether a name is that of a table, which people drop where single documents are taken in.
  fileprivate static func isTable(_ name: String) -> Bool {
    [".xlsx", ".xlsm", ".csv"].contains { name.lowercased().hasSuffix($0) }
  }

  private static func facts(of filing: Filing) -> [PreviewView.Fact] {
    [
      PreviewView.Fact(name: "Tanggal", value: Words.day(filing.date)),
      PreviewView.Fact(name: "Diterima kecamatan", value: Words.day(filing.received)),
    ]
  }
}

extension FilingLine {
  /// What a fate comes to.
  private struct State {
    var filing: Filing?
    var effects: [Receipt.Line] = []
    var why: String?
    var remedy: String?
    var canBeTold = false
    var needsReason = false
    var seen: Intake.Seen?

    init() {}

    init(
      _ file: DroppedFile, in source: TakeInFiles.Source, _ words: IntakeWords,
      may: (Filing) -> Bool
    ) {
      switch file.fate {
      case .recorded(_, let filing, let isLateEntry):
        self.filing = filing
        if let (text, style) = words.timeliness(filing) { effects = [Receipt.Line(text, style)] }
        if isLateEntry { effects.append(Receipt.Line("Susulan, dihitung tersendiri.", .soon)) }
        canBeTold = true
        allow(file, filing, may)
      case .alreadyRecorded(let row, let filing):
        self.filing = filing
        if source == .dropFolder {
          effects = [
            Receipt.Line(
              "Sudah tercatat (baris \(row.text)); berkasnya tinggal dipindahkan.", .faint)
          ]
          allow(file, filing, may)
        } else {
          why = "sudah tercatat (baris \(row.text))"
        }
      case .waiting(let wait): why = words.sentence(wait)
      case .quarantined(let trouble):
        let sentence = words.sentence(trouble)
        why = sentence.what
        remedy = sentence.fix.onInbox
        canBeTold = trouble.isOfName
        if trouble.isOfName, FilingLine.isTable(file.name), source == .dropFolder {
          remedy =
            "\(sentence.fix.onInbox); kalau ini tabel yang barisnya hendak dicatat, kirim di "
            + "'Kirim tabel' di bawah"
        }
      case .lateEntry(let filing, let days):
        self.filing = filing
        why = "susulan \(days) hari, tanpa alasan"
        remedy = "isi Alasan, lalu periksa lagi"
        canBeTold = true
        if may(filing) { needsReason = true } else { refuse() }
      case .failed(let error):
        let objections = Objection.all(in: error) ?? []
        why =
          objections.isEmpty
          ? "tidak dapat dibaca" : objections.map(\.what.onInbox).joined(separator: "; ")
        remedy =
          objections.isEmpty
          ? "jalankan 'tenggat periksa' di komputer kantor"
          : objections.map(\.remedy.onInbox).joined(separator: "; ")
      }
    }

    /// Lets it be recorded by who may.
    private mutating func allow(_ file: DroppedFile, _ filing: Filing, _ may: (Filing) -> Bool) {
      guard let sha256 = file.sha256 else { return }
      if may(filing) {
        seen = Intake.Seen(sha256: sha256, filing: filing)
      } else {
        refuse()
      }
    }

    /// Leaves it to whoever answers for it.
    private mutating func refuse() {
      why = "bukan laporan yang Anda catat"
      remedy = "biarkan bagi yang bertanggung jawab"
    }
  }
}

extension DropTrouble {
  /// Whether it is about what the name says, so that a person can say it instead.
  fileprivate var isOfName: Bool {
    switch self {
    case .notRegular, .severalNames, .unfit: false
    default: true
    }
  }
}

extension Remedy {
  /// The words with their actions as the page of what came in has them.
  var onInbox: String {
    spelled { action in
      switch action {
      case .give(let field): "isian '\(field.formName.capitalizedFirst)'"
      case .write(let field): "'\(field.formName.capitalizedFirst)'"
      case .recordFile: "sebutkan isinya"
      default: action.asTyped
      }
    }
  }
}

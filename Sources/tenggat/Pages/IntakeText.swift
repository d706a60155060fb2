internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import PlainText
internal import SystemPackage
internal import Workspace
internal import Wording

/// What `pindai` says of the files in the drop folder.
struct IntakeText {
  let words: IntakeWords
  let isTrial: Bool
  /// The drop folder, from the root where that is known.
  let folder: FilePath

  init(kecamatan: [Kecamatan], isTrial: Bool, folder: FilePath) {
    words = IntakeWords(kecamatan)
    self.isTrial = isTrial
    self.folder = folder
  }

  // MARK: - Lines

  /// One line for a file.
  func line(_ file: DroppedFile) -> String {
    let said: String
    switch file.fate {
    case .recorded(let row, let filing, let isLateEntry):
      let done = row.map { "dicatat (baris \($0.text))" } ?? "akan dicatat"
      said =
        "\(done): \(words.title(filing)), \(filing.date.indonesian)"
        + (isLateEntry ? ", susulan" : "")
    case .alreadyRecorded(let row, let filing):
      said = "sudah tercatat (baris \(row.text)): \(words.title(filing))"
    case .waiting(let wait): said = words.sentence(wait)
    case .quarantined(let trouble):
      said = "\(isTrial ? "akan dikarantina" : "karantina"): \(words.sentence(trouble).what)"
    case .lateEntry(let filing, let days):
      said = "susulan tanpa alasan: \(words.title(filing)), \(days) hari"
    case .failed: said = "gagal"
    }
    let stays = file.moveFailure == nil ? "" : "; berkasnya belum dapat dipindahkan"
    return "\(file.name): \(said)\(stays)"
  }

  func style(_ file: DroppedFile) -> Style {
    switch file.fate {
    case .recorded: .good
    case .alreadyRecorded: .plain
    case .waiting: .faint
    case .quarantined, .failed: .bad
    case .lateEntry: .soon
    }
  }

  /// The sum: `3 dicatat, 1 karantina, 2 berkas masih baru`.
  func sum(_ result: IntakeResult) -> String {
    let counts = counts(result)
    let parts = Outcome.allCases.compactMap { outcome in
      counts[outcome].map { "\($0.indonesian) \(isTrial ? outcome.trial : outcome.word)" }
    }
    return parts.joined(separator: ", ") + (isTrial ? "; percobaan, tidak ada yang diubah" : "")
  }

  private enum Outcome: String, CaseIterable {
    case recorded = "dicatat"
    case alreadyRecorded = "sudah tercatat"
    case waiting = "menunggu"
    case quarantined = "karantina"
    case lateEntry = "susulan"
    case failed = "gagal"

    init(_ fate: DroppedFile.Fate) {
      self =
        switch fate {
        case .recorded: .recorded
        case .alreadyRecorded: .alreadyRecorded
        case .waiting: .waiting
        case .quarantined: .quarantined
        case .lateEntry: .lateEntry
        case .failed: .failed
        }
    }

    var trial: String {
      switch self {
      case .recorded: "akan dicatat"
      case .quarantined: "akan dikarantina"
      default: word
      }
    }

    /// What is said of it.
    var word: String { self == .waiting ? "berkas masih baru" : rawValue }

    /// The key of its count.
    var key: String { rawValue.replacing(" ", with: "_") }
  }

  private func counts(_ result: IntakeResult) -> [Outcome: Int] {
    result.files.reduce(into: [:]) { $0[Outcome($1.fate), default: 0] += 1 }
  }

  // MARK: - Messages

  func tooDeep(_ folder: String) -> String {
    "tenggat: peringatan: \(IntakeWords.tooDeep(folder))"
  }

  /// The failure of a run in which files wait for a reason.
  func lateEntries(_ files: [DroppedFile]) -> CommandFailure {
    .usage(
      "\(files.count) berkas susulan tidak dicatat: \(files.map(\.name).joined(separator: ", "))",
      fix: "sebut sebabnya dengan --alasan")
  }

  /// The text that lies beside a file in quarantine.
  @Sendable func reason(_ name: String, _ path: FilePath, _ trouble: DropTrouble) -> String {
    let sentence = words.sentence(trouble)
    let fix = spelled(
      sentence.fix,
      Environment.resolved(path.removingLastComponent())?.appending(path.lastComponent ?? "")
        ?? path)
    return """
      Berkas: \(name.printable)
      Sebab: \(sentence.what.printable)
      Perbaikan: \(fix.printable)

      Sesudah diperbaiki, pindahkan berkasnya kembali ke kotak masuk dan hapus catatan ini.

      """
  }

  /// How to mend what is wrong with a file, where the commands name it.
  private func spelled(_ fix: Remedy, _ path: FilePath) -> String {
    fix.spelled { action in
      guard case .recordFile(let words?) = action else { return action.asTyped }
      return "jalankan: \(words) --berkas \(path.string.shellQuoted)"
    }
  }

  /// Where a file lies now.
  private func path(of file: DroppedFile) -> FilePath {
    folder.pushing(FilePath(file.movedTo ?? file.name))
  }

  // MARK: - JSON

  func json(_ result: IntakeResult) -> JSONValue {
    let counts = counts(result)
    return [
      "coba": .boolean(isTrial),
      "berkas": .array(result.files.map(json)),
      "jumlah": .object(
        Dictionary(
          uniqueKeysWithValues: Outcome.allCases.map { ($0.key, .integer(counts[$0] ?? 0)) })),
    ]
  }

  private func json(_ file: DroppedFile) -> JSONValue {
    var filing: Filing?
    var row: String?
    var isLateEntry = false
    var reason: (what: String, fix: String)?
    switch file.fate {
    case .recorded(let id, let filed, let isLate):
      (row, filing, isLateEntry) = (id?.text, filed, isLate)
    case .alreadyRecorded(let id, let filed): (row, filing) = (id.text, filed)
    case .waiting(let wait): reason = (words.sentence(wait), "tunggu pindai berikutnya")
    case .quarantined(let trouble):
      let (what, fix) = words.sentence(trouble)
      reason = (what, spelled(fix, path(of: file)))
    case .lateEntry(let filed, _):
      (filing, isLateEntry) = (filed, true)
      reason = ("susulan tanpa alasan", "sebut sebabnya dengan --alasan")
    case .failed(let error):
      reason = (CommandFailure(error).lines.joined(separator: " "), "ulangi")
    }
    return [
      "berkas": .string(file.name),
      "hasil": .string(Outcome(file.fate).rawValue),
      "unit": JSONValue(filing?.unit),
      "nama_unit": JSONValue(filing.map { words.name(of: $0.unit) }),
      "laporan": JSONValue(filing?.report),
      "periode": JSONValue(filing?.period),
      "tanggal": JSONValue(filing?.date),
      "diterima": JSONValue(filing?.received),
      "baris": JSONValue(row),
      "susulan": .boolean(isLateEntry),
      "pindah_ke": JSONValue(file.movedTo),
      "sebab": JSONValue(reason?.what),
      "perbaikan": JSONValue(reason?.fix),
    ]
  }
}
